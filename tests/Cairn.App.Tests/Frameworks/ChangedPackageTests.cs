using System.Text.Json;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Storage;
using Cairn.Learning.Frameworks;
using static Cairn.App.Tests.Frameworks.Workbench;

namespace Cairn.App.Tests.Frameworks;

/// <summary>A package that came before comes again, changed.</summary>
public sealed class ChangedPackageTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly Package _package;

    public ChangedPackageTests()
    {
        _package = new Package(_cairn.Of("ways.json"));
        _cairn.Bring(_package);
    }

    [Fact]
    public void What_it_says_otherwise_makes_the_next_version_and_the_old_one_keeps_its_words()
    {
        _package.Say(11, "fullStatement", "Argue from good evidence").Say(14, "humanCodingScheme", "W.9").Retitle("Ways to work well");

        var told = _cairn.Bring(_package);

        (told.GetProperty("version").GetInt32(), told.GetProperty("title").GetString()).ShouldBe((2, "Ways to work well"));
        Kinds(told, "W.1").ShouldBe(["changed"]);
        FieldsOf(told, "W.1").ShouldContain(("statement", "Argue from evidence", "Argue from good evidence"));
        FieldsOf(told, "W.9").ShouldBe([("code", "W.2", "W.9")]);
        _cairn.CompetenciesOfVersion(1).Select(one => one.Statement).ShouldContain("Argue from evidence");
        _cairn.CompetenciesOfVersion(2).Select(one => one.Statement).ShouldContain("Argue from good evidence");
        _cairn.Content().Framework.Title.ShouldBe("Ways to work well");
    }

    [Fact]
    public async Task It_is_said_how_many_judgments_hang_on_what_changes_and_they_stay()
    {
        await _cairn.Judge((Competency(11), Target(12)), (Competency(11), Target(13)), (Competency(14), null));
        await _cairn.Judge((Competency(11), Target(12)));
        _package.Say(11, "fullStatement", "Argue well").Say(12, "fullStatement", "Name two sources").Take(14);

        var told = _cairn.Look(_package);

        (Judgments(told, "W.1"), Judgments(told, "W.1.a"), Judgments(told, "W.2")).ShouldBe((3, 2, 1));
        _cairn.Run("import", "framework", _package).Out.ShouldContain("3 judgments");
        _cairn.Bring(_package);
        _cairn.Count("judgments").ShouldBe(4);
        _cairn.ShouldStandAsConcluded();
    }

    [Fact]
    public async Task What_is_gone_goes_out_of_use_and_comes_back_when_the_source_has_it_again()
    {
        await _cairn.Judge((Competency(14), null));
        _package.Take(14).Take(13);

        Kinds(_cairn.Bring(_package), "W.2").ShouldBe(["madeInactive"]);
        var content = _cairn.Content();
        (content.Find(Competency(14))!.IsActive, content.Counts(Competency(14))).ShouldBe((false, false));
        content.Targets.Single(one => one.Id == Target(13)).IsActive.ShouldBeFalse();
        _cairn.Open().Open().Standings.Count().ShouldBe(1);

        _package.Put(14, "W.2", "Tell a story", under: 10);
        Kinds(_cairn.Bring(_package), "W.2").ShouldContain("madeActive");
        _cairn.Content().Find(Competency(14))!.Number.ShouldBe(content.Find(Competency(14))!.Number);
        _cairn.ShouldStandAsConcluded();
    }

    [Fact]
    public void What_is_new_gets_a_number_that_was_never_used()
    {
        var used = _cairn.Content().Competencies.Max(one => one.Number);
        _cairn.Bring(_package.Take(21).Put(22, "N.2", "Estimate", under: 20));

        _cairn.Content().Find(Competency(22))!.Number.ShouldBe(used + 1);
    }

    [Fact]
    public void An_item_that_takes_the_code_of_one_that_is_gone_gets_it_and_the_old_one_gives_way()
    {
        _cairn.Bring(_package.Take(14).Put(30, "w.2", "Tell a true story", under: 10));

        var content = _cairn.Content();
        content.Find("W.2")!.Id.ShouldBe(Competency(30));
        content.Find(Competency(14))!.Code.ShouldBe("W.2-2");
        _cairn.Look(_package).GetProperty("changes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void An_item_that_moves_to_another_area_is_told_as_moved()
    {
        var told = _cairn.Bring(_package.Move(14, under: 20));

        Kinds(told, "W.2").ShouldBe(["moved"]);
        _cairn.Content().AreaOf(_cairn.Content().Find(Competency(14))!).Code.ShouldBe("N");
    }

    [Fact]
    public void Links_come_and_go_with_the_source()
    {
        _cairn.Bring(_package.Link(500, "precedes", 21, 11));
        var link = _cairn.Content().Associations.ShouldHaveSingleItem();
        (link.Kind, link.Origin, link.Destination).ShouldBe((AssociationKind.Precedes, Competency(21).Value, Competency(11).Value));

        _cairn.Bring(_package.Take(21));
        _cairn.Content().Associations.ShouldBeEmpty();
    }

    [Fact]
    public void A_package_with_an_error_changes_nothing()
    {
        File.WriteAllText(_package, File.ReadAllText(_package).Replace("\"fullStatement\":\"Tell a story\"", "\"fullStatement\":\"\"", StringComparison.Ordinal));

        var ran = _cairn.Run("import", "framework", _package, "--apply");

        ran.ShouldBeRefused("fullStatement");
        _cairn.Count("framework_versions").ShouldBe(1);
    }

    [Fact]
    public void Two_packages_of_one_document_are_versions_of_one_framework_and_of_two_documents_are_two()
    {
        var other = new Package(_cairn.Of("other.json"), "Ways to work").Say(14, "fullStatement", "Told elsewhere");
        _cairn.Bring(other).GetProperty("version").GetInt32().ShouldBe(2);

        var stranger = new Package(_cairn.Of("stranger.json"), "Ways to work", document: 2);
        var told = _cairn.Bring(stranger);

        (told.GetProperty("version").GetInt32(), told.GetProperty("framework").GetString()).ShouldBe((1, "ways-to-work-2"));
        _cairn.Open().Frameworks.Count.ShouldBe(2);
    }

    [Fact]
    public void A_change_that_says_nothing_to_us_is_kept_for_the_way_out()
    {
        _cairn.Bring(_package.Say(11, "notes", "Only the publisher reads this"));

        _cairn.Content().Version.Number.ShouldBe(2);
        Package.Plain(_cairn.Take("ways-to-work")).ShouldBe(Package.Plain(File.ReadAllBytes(_package)));
    }

    [Fact]
    public void A_person_reads_what_changed_line_by_line()
    {
        var ran = _cairn.Run("import", "framework", _package.Say(11, "fullStatement", "Argue well"));

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Out.ShouldContain("- Argue from evidence");
        ran.Out.ShouldContain("+ Argue well");
        ran.Out.ShouldContain("--apply");
        _cairn.Count("framework_versions").ShouldBe(1);
    }

    [Fact]
    public void Where_a_title_is_the_statement_its_old_and_new_words_are_said_once()
    {
        var said = _cairn.Run("import", "framework", _package.Say(11, "fullStatement", "Argue well")).Lines;

        said.Count(line => line.Contains("- Argue from evidence", StringComparison.Ordinal)).ShouldBe(1);
        said.Count(line => line.Contains("+ Argue well", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void An_item_without_a_code_is_named_by_its_statement_and_not_by_its_identifier()
    {
        // The two identifiers begin alike, so that only the whole of one is the only one.
        var text = File.ReadAllText(_package);
        foreach (var (id, last) in ((int, char)[])[(11, 'a'), (14, 'b')]) text = text.Replace(Package.Id(id), $"0000000b-0000-4000-8000-00000000000{last}", StringComparison.Ordinal);
        text = text.Replace("\"humanCodingScheme\":\"W.1\",", "", StringComparison.Ordinal).Replace("\"humanCodingScheme\":\"W.2\",", "", StringComparison.Ordinal);
        var file = _cairn.Of("bare.json");
        File.WriteAllText(file, text.Replace(Package.Id(1), Package.Id(2), StringComparison.Ordinal));
        _cairn.Bring(file);
        File.WriteAllText(file, File.ReadAllText(file).Replace("Tell a story", "Tell a true story", StringComparison.Ordinal));

        var said = _cairn.Run("import", "framework", file).Out;

        said.ShouldContain("  Tell a true story: ");
        said.ShouldNotContain("0000000b-0000");
    }

    private static JsonElement Change(JsonElement told, string code) => told.GetProperty("changes").EnumerateArray().First(one => one.GetProperty("code").GetString() == code);

    private static List<string?> Kinds(JsonElement told, string code) => [.. Change(told, code).GetProperty("kinds").EnumerateArray().Select(one => one.GetString())];

    private static int Judgments(JsonElement told, string code) => Change(told, code).GetProperty("judgments").GetInt32();

    private static List<(string?, string?, string?)> FieldsOf(JsonElement told, string code) =>
        [.. Change(told, code).GetProperty("fields").EnumerateArray().Select(one => (one.GetProperty("field").GetString(), one.GetProperty("before").GetString(), one.GetProperty("after").GetString()))];

    public void Dispose() => _cairn.Dispose();
}
