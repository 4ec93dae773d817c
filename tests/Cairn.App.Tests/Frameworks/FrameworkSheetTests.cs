using System.Text;
using Cairn.App.Cli;
using Cairn.App.Features.Imports;
using Cairn.App.Tests.Cli;
using Cairn.Learning.Frameworks;
using static Cairn.App.Tests.Frameworks.Workbench;

namespace Cairn.App.Tests.Frameworks;

/// <summary>A framework as one sheet of areas, competencies and targets.</summary>
public sealed class FrameworkSheetTests : IDisposable
{
    private const string Header = "kind,code,parent,title,statement,official,family,pieces,priority,status,level_1,level_3";

    private readonly Installation _cairn = new();

    [Fact]
    public void Rows_become_areas_competencies_and_targets_in_their_order()
    {
        var told = _cairn.Bring(Sheet("Our Ways.csv", "area,A,,Art,,,,,,,,", "habits,H,,Habits,,,,,,,,", "competency,A.2,A,Clay,I form clay.,Forms clay.,Your child forms clay.,5,1,,Tries,Forms",
            "competency,A.1,A,Drawing,,,,,,archived,,", "competency,H.1,H,Punctual,,,,,,,,", "target,A.2.a,A.2,Bowl,I form a bowl.,,,2,,,,"));

        (told.GetProperty("framework").GetString(), told.GetProperty("title").GetString(), told.GetProperty("added").GetInt32()).ShouldBe(("our-ways", "Our Ways", 6));
        var content = _cairn.Content();
        content.Areas.Select(one => (one.Code, one.Kind)).ShouldBe([("A", AreaKind.Learning), ("H", AreaKind.Habits)]);
        content.Competencies.Select(one => (one.Code, one.IsActive)).ShouldBe([("A.2", true), ("A.1", false), ("H.1", true)]);
        var clay = content.Find("A.2")!;
        (clay.Statement, clay.OfficialStatement, clay.FamilyStatement, clay.Pieces, clay.IsPriority).ShouldBe(("I form clay.", "Forms clay.", "Your child forms clay.", 5, true));
        content.Descriptors[clay.Id].Select(one => (one.Level, one.Words)).ShouldBe([(1, "Tries"), (3, "Forms")]);
        var bowl = content.TargetsOf(clay.Id).ShouldHaveSingleItem();
        (bowl.Code, bowl.DefaultPieces, bowl.IsPriority).ShouldBe(("A.2.a", 2, false));
    }

    [Fact]
    public void The_second_import_changes_nothing()
    {
        var sheet = Sheet("ways.csv", "area,A,,Art,,,,,,,,", "competency,A.1,A,Drawing,I draw.,,,4,1,,Tries,");
        _cairn.Bring(sheet);

        var told = _cairn.Bring(sheet);

        (told.GetProperty("version").GetInt32(), told.GetProperty("changes").GetArrayLength()).ShouldBe((1, 0));
        _cairn.Count("framework_versions").ShouldBe(1);
    }

    [Fact]
    public async Task What_the_sheet_says_holds_and_what_it_does_not_say_is_left_to_the_people_here()
    {
        _cairn.Bring(Sheet("ways.csv", "area,A,,Art,,,,,,,,", "competency,A.1,A,Drawing,I draw.,,,4,0,,,", "competency,A.2,A,Clay,,,,,,,,"));
        await _cairn.Edit(rows =>
        {
            for (var i = 0; i < rows.Competencies.Count; i++) rows.Competencies[i] = rows.Competencies[i] with { Pieces = 9, IsPriority = true };
        });

        _cairn.Bring(Sheet("ways.csv", "area,A,,Arts,,,,,,,,", "competency,A.1,A,Drawing,I draw.,,,6,0,,,", "competency,A.2,A,Clay,,,,,,,,"));

        var content = _cairn.Content();
        content.Areas[0].Title.ShouldBe("Arts");
        (content.Find("A.1")!.Pieces, content.Find("A.1")!.IsPriority).ShouldBe((6, false));
        (content.Find("A.2")!.Pieces, content.Find("A.2")!.IsPriority).ShouldBe((9, true));
    }

    [Fact]
    public void A_row_that_is_gone_goes_out_of_use_and_a_code_in_another_case_is_the_same_row()
    {
        _cairn.Bring(Sheet("ways.csv", "area,A,,Art,,,,,,,,", "competency,A.1,A,Drawing,,,,,,,,", "competency,A.2,A,Clay,,,,,,,,"));
        var drawing = _cairn.Content().Find("A.1")!;

        _cairn.Bring(Sheet("WAYS.csv", "area,a,,Art,,,,,,,,", "competency,a.1,a,Drawing,,,,,,,,"));

        var content = _cairn.Content();
        (content.Find("A.1")!.Id, content.Find("A.1")!.Code, content.Find("A.2")!.IsActive).ShouldBe((drawing.Id, "a.1", false));
    }

    [Theory]
    [InlineData("subject,X,,Art,,,,,,,,", "kind", "kind is area, habits, competency or target")]
    [InlineData("area,,,Art,,,,,,,,", "code", "code is not empty")]
    [InlineData("area,A,,Again,,,,,,,,", "code", "code is used once in ways.csv")]
    [InlineData("area,X,A,Art,,,,,,,,", "parent", "an area stands under nothing")]
    [InlineData("competency,X,,Clay,,,,,,,,", "parent", "parent is one of the code of an area above it in ways.csv")]
    [InlineData("competency,X,Z,Clay,,,,,,,,", "parent", "parent is one of the code of an area above it in ways.csv")]
    [InlineData("target,X,A,Clay,,,,,,,,", "parent", "parent is one of the code of a competency above it in ways.csv")]
    [InlineData("target,X,A.1.a,Deeper,,,,,,,,", "parent", "parent is one of the code of a competency above it in ways.csv")]
    [InlineData("competency,X,A,,,,,,,,,", "title", "title is not empty")]
    [InlineData("competency,X,A,Clay,,,,101,,,,", "pieces", "pieces asked for are a whole number")]
    [InlineData("competency,X,A,Clay,,,,1.5,,,,", "pieces", "pieces asked for are a whole number")]
    [InlineData("competency,X,A,Clay,,,,,yes,,,", "priority", "priority is 0 or 1")]
    [InlineData("competency,X,A,Clay,,,,,,gone,,", "status", "status is active or archived")]
    [InlineData("target,X,A.1,Line,,,,,,,words,", "level_1", "words for levels belong to competencies")]
    [InlineData("area,X,,Area,,,,,,,,words", "level_1", "words for levels belong to competencies")]
    [InlineData("competency,X,A,Clay,,", "", "a row has as many fields as the header: 12, not 6")]
    public void A_bad_row_is_named_with_its_rule_and_nothing_is_stored(string row, string column, string rule)
    {
        var ran = _cairn.Run("import", "framework", Sheet("ways.csv", "area,A,,Art,,,,,,,,", "competency,A.1,A,Drawing,,,,,,,,", "target,A.1.a,A.1,Line,,,,,,,,", row), "--json", "--apply");

        ran.Exit.ShouldBe(CommandLine.Refused);
        var error = ran.Json.GetProperty("errors")[0];
        (error.GetProperty("file").GetString(), error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("rule").GetString()).ShouldBe(("ways.csv", 5, column, rule));
        error.GetProperty("fix").GetString().ShouldNotBeNullOrEmpty();
        _cairn.Count("frameworks").ShouldBe(0);
    }

    [Theory]
    [InlineData("", "a sheet has a header row")]
    [InlineData("kind,code,title\narea,A,Art\n", "the sheet has a column parent")]
    [InlineData("kind;code;parent;title\narea;A;;Art\n", "fields are separated by commas")]
    [InlineData("kind,code,parent,title,level_1,level_1.0\narea,A,,Art,,\n", "a level has one column")]
    [InlineData("kind,code,parent,title\n", "a framework has at least one row")]
    public void A_sheet_that_is_none_is_refused(string text, string rule)
    {
        File.WriteAllText(_cairn.Of("ways.csv"), text);

        _cairn.Run("import", "framework", _cairn.Of("ways.csv"), "--apply").ShouldBeRefused(rule);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"hi\"")]
    [InlineData("12")]
    [InlineData("true")]
    [InlineData(" [] ")]
    public void A_file_of_JSON_that_is_no_package_is_refused_as_such_and_not_read_as_a_sheet(string json)
    {
        File.WriteAllText(_cairn.Of("ways.json"), json);

        var ran = _cairn.Run("import", "framework", _cairn.Of("ways.json"), "--apply");

        ran.ShouldBeRefused("not a CASE package", "CFDocument");
        ran.Err.ShouldNotContain("column");
        _cairn.Count("frameworks").ShouldBe(0);
    }

    [Fact]
    public void A_file_named_JSON_that_is_none_says_so()
    {
        File.WriteAllText(_cairn.Of("ways.JSON"), "kind,code,parent,title\narea,A,,Art\n");

        _cairn.Run("import", "framework", _cairn.Of("ways.JSON")).ShouldBeRefused("the file is JSON");
        _cairn.Run("import", "framework", _cairn.Of("ways.JSON"), "--format", "csv").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void A_NUL_character_is_refused_with_file_and_row_in_a_sheet_and_with_its_path_in_a_package()
    {
        File.WriteAllText(_cairn.Of("ways.csv"), "kind,code,parent,title,statement\narea,A,,Art,\ncompetency,A.1,A,Clay,I fo\0rm clay.\n");
        var error = _cairn.Run("import", "framework", _cairn.Of("ways.csv"), "--json", "--apply").Json.GetProperty("errors")[0];
        (error.GetProperty("file").GetString(), error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString()).ShouldBe(("ways.csv", 3, "statement"));

        var package = new Package(_cairn.Of("ways.json")).Say(11, "fullStatement", "Argue\0well");
        error = _cairn.Run("import", "framework", package, "--json", "--apply").Json.GetProperty("errors")[0];
        error.GetProperty("column").GetString().ShouldBe("CFItems[1].fullStatement");
        _cairn.Count("frameworks").ShouldBe(0);
    }

    [Fact]
    public void Words_for_a_level_that_the_scale_has_not_are_left_out_and_told()
    {
        File.WriteAllText(_cairn.Of("ways.csv"), "kind,code,parent,title,level_2.5,level_2\narea,A,,Art,,\ncompetency,A.1,A,Clay,half,two\n");

        var told = _cairn.Bring(_cairn.Of("ways.csv"));

        told.GetProperty("warnings")[0].GetProperty("rule").GetString().ShouldBe("the scale has no level 2.5");
        _cairn.Content().Descriptors[_cairn.Content().Find("A.1")!.Id].ShouldHaveSingleItem().Words.ShouldBe("two");
    }

    [Theory]
    [InlineData("Our Ways", "our-ways")]
    [InlineData("  Ünïcode & Co. (2026)  ", "unicode-co-2026")]
    [InlineData("名前", "framework")]
    [InlineData("---", "framework")]
    [InlineData("A framework with a title that goes on and on and on", "a-framework-with-a-title-that-goes-on-an")]
    public void A_code_is_made_of_the_title(string title, string code) => ComingFramework.Slug(title).ShouldBe(code);

    [Fact]
    public void Format_says_what_a_file_is_and_another_word_is_wrong_usage()
    {
        var sheet = Sheet("ways.csv", "area,A,,Art,,,,,,,,");

        _cairn.Run("import", "framework", sheet, "--format", "case").ShouldBeRefused("JSON");
        _cairn.Run("import", "framework", sheet, "--format", "csv").Exit.ShouldBe(CommandLine.Done);
        _cairn.Run("import", "framework", sheet, "--format", "xml").Exit.ShouldBe(CommandLine.WrongUsage);
        _cairn.Run("import", "framework", _cairn.Of("nowhere.csv")).ShouldBeRefused("nowhere.csv");
        _cairn.Run("import", "framework", _cairn.Of()).ShouldBeRefused(_cairn.Of());
    }

    [Fact]
    public void Five_thousand_competencies_come_in_once_and_then_change_nothing()
    {
        var rows = Enumerable.Range(0, 50).Select(area => $"area,A{area},,Area {area},,,,,,,,")
            .Concat(Enumerable.Range(0, 5000).Select(i => $"competency,A{i % 50}.{i},A{i % 50},Competency {i},I can do {i}.,,,,,,Tries,Does"));
        var sheet = Sheet("many.csv", [.. rows]);

        _cairn.Bring(sheet).GetProperty("added").GetInt32().ShouldBe(5050);

        _cairn.Look(sheet).GetProperty("changes").GetArrayLength().ShouldBe(0);
        (_cairn.Count("competencies"), _cairn.Count("descriptors")).ShouldBe((5000, 10_000));
        _cairn.Content().Competencies.Select(one => one.Number).Distinct().Count().ShouldBe(5000);
    }

    private string Sheet(string name, params string[] rows)
    {
        var file = _cairn.Of(name);
        File.WriteAllText(file, string.Join('\n', [Header, .. rows, ""]), new UTF8Encoding(false));
        return file;
    }

    public void Dispose() => _cairn.Dispose();
}
