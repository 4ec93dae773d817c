using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Scales;
using Cairn.Storage;
using static Cairn.App.Tests.Frameworks.Workbench;

namespace Cairn.App.Tests.Frameworks;

/// <summary>A framework that was made here goes out as a package, is edited there, and comes back: it is the same framework.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly JsonSerializerOptions Spread = new() { WriteIndented = true };

    private static readonly ScaleId Stages = new(Guid.CreateVersion7());

    private readonly Installation _cairn = new();

    [Fact]
    public async Task What_went_out_comes_back_as_no_change()
    {
        await Make();
        await _cairn.Edit(rows =>
        {
            var version = rows.Areas[0].Version;
            // Whatever CASE has no word for, or another one.
            rows.Areas.Insert(1, new Area(version, new AreaId(Guid.CreateVersion7()), "EMPTY", "Nothing yet", AreaKind.Learning, true, 2));
            rows.Areas.Insert(1, new Area(version, new AreaId(Guid.CreateVersion7()), "OLD", "Given up", AreaKind.Learning, false, 2));
            rows.Competencies.Add(rows.Competencies[0] with { Id = new CompetencyId(Guid.CreateVersion7()), Area = rows.Areas[1].Id, Code = "OLD.1", Number = 98 });
            rows.Competencies[1] = rows.Competencies[1] with { IsActive = false };
            rows.Competencies[2] = rows.Competencies[2] with { Code = rows.Areas[0].Code, OfficialStatement = "In the state’s words", Statement = "I can." };
            rows.Targets[0] = rows.Targets[0] with { Statement = "" };
            rows.Exemplars.Add(new Exemplar(version, new ExemplarId(Guid.CreateVersion7()), rows.Competencies[0].Id, 3, "A good essay", "https://work.example", "", 1));
            rows.Associations.Add(new Association(version, new AssociationId(Guid.CreateVersion7()), AssociationKind.ExactMatchOf, rows.Competencies[0].Id.Value, null, 90) { DestinationText = "https://state.example/one" });
            rows.Associations.Add(new Association(version, new AssociationId(Guid.CreateVersion7()), AssociationKind.Other, rows.Competencies[0].Id.Value, rows.Competencies[3].Id.Value, 91) { OtherKind = "rhymes with" });
        });

        var ran = Import(Out());

        ran.Out.ShouldContain("Nothing changed: version 2 stays in force.");
        Import(Out(), "--apply").Out.ShouldContain("Nothing changed: version 2 stays in force.");
        (_cairn.Count("frameworks"), _cairn.Count("framework_versions")).ShouldBe((1, 2));
    }

    [Fact]
    public async Task An_edited_statement_is_the_one_difference_and_makes_the_next_version_of_the_same_competencies()
    {
        await Make();
        var before = _cairn.Content();
        var one = before.Competencies[3];
        await _cairn.Judge((one.Id, null));
        var file = Out(items => Find(items, one.Id)["fullStatement"] = "I ask, then I look.");

        var told = _cairn.Look(file);

        (told.GetProperty("framework").GetString(), told.GetProperty("version").GetInt32(), told.GetProperty("inForce").GetInt32()).ShouldBe((before.Framework.Code, 2, 1));
        var change = told.GetProperty("changes").EnumerateArray().ShouldHaveSingleItem();
        (change.GetProperty("code").GetString(), change.GetProperty("judgments").GetInt32()).ShouldBe((one.Code, 1));
        change.GetProperty("fields").EnumerateArray().Select(each => (each.GetProperty("field").GetString(), each.GetProperty("before").GetString(), each.GetProperty("after").GetString()))
            .ShouldBe([("statement", one.Statement, "I ask, then I look.")]);

        _cairn.Bring(file);
        var now = _cairn.Content();
        (now.Version.Number, now.Framework.Source, now.Framework.Id).ShouldBe((2, "", before.Framework.Id));
        now.Competencies.Select(each => (each.Id, each.Number)).ShouldBe(before.Competencies.Select(each => (each.Id, each.Number)));
        now.Find(one.Id)!.ShouldBe(one with { Version = now.Version.Id, Statement = "I ask, then I look." });
        _cairn.ShouldStandAsConcluded();
        // And it goes on: both what was brought and what goes out now are no change.
        _cairn.Bring(file).GetProperty("version").GetInt32().ShouldBe(2);
        Import(Out()).Out.ShouldContain("Nothing changed: version 2 stays in force.");
    }

    [Fact]
    public async Task What_is_taken_out_of_the_file_goes_out_of_use_and_what_is_put_in_is_new()
    {
        await Make();
        var before = _cairn.Content();
        var (gone, fresh) = (before.Competencies.Last(one => before.TargetsOf(one.Id).Count == 0), Guid.NewGuid().ToString("D"));
        var file = Out(items =>
        {
            items.Remove(Find(items, gone.Id));
            items.Add((JsonNode)new JsonObject { ["identifier"] = fresh, ["uri"] = $"https://made.example/{fresh}", ["fullStatement"] = "I keep bees.", ["lastChangeDateTime"] = "2026-10-01T00:00:00Z" });
        });

        _cairn.Bring(file);

        var now = _cairn.Content();
        now.Find(gone.Id)!.IsActive.ShouldBeFalse();
        now.Competencies.Single(one => one.Statement == "I keep bees.").Number.ShouldBe(before.Competencies.Max(one => one.Number) + 1);
        Import(Out()).Out.ShouldContain("Nothing changed: version 2 stays in force.");
    }

    [Fact]
    public async Task Words_of_a_level_on_any_scale_come_back_edited()
    {
        await Make();
        var one = _cairn.Content().Competencies[0];
        await _cairn.Edit(rows =>
        {
            rows.Competencies[0] = rows.Competencies[0] with { Scale = Stages };
            rows.Descriptors.Add(new Descriptor(rows.Areas[0].Version, one.Id, 11, "Helps others"));
        });
        _cairn.Look(Out()).GetProperty("changes").GetArrayLength().ShouldBe(0);

        var file = _cairn.Of("words.json");
        File.WriteAllText(file, System.Text.Encoding.UTF8.GetString(_cairn.Take("fern-hollow")).Replace("Helps others", "Shows others how", StringComparison.Ordinal));
        _cairn.Bring(file);

        _cairn.Content().Descriptors[one.Id].Single(words => words.Level == 11).Words.ShouldBe("Shows others how");
    }

    [Fact]
    public void The_framework_of_a_programme_is_recognised_too()
    {
        var folder = new Imports.ProgramFolder(_cairn.Of("programme"));
        _cairn.Apply(folder);
        var before = _cairn.Content();

        Import(Out(code: before.Framework.Code)).Out.ShouldContain("Nothing changed: version 1 stays in force.");
        _cairn.Bring(Out(items => Find(items, before.Competencies[0].Id)["fullStatement"] = "Otherwise", before.Framework.Code));

        var now = _cairn.Content();
        (now.Version.Number, now.Version.LastStage, now.Competencies[0].Id, now.Competencies[0].Statement).ShouldBe((2, before.Version.LastStage, before.Competencies[0].Id, "Otherwise"));
        now.Competencies.SelectMany(one => now.TargetsOf(one.Id)).Select(one => now.PiecesFor(one, 2)).ShouldBe(before.Competencies.SelectMany(one => before.TargetsOf(one.Id)).Select(one => before.PiecesFor(one, 2)));
    }

    [Fact]
    public async Task What_was_added_here_to_a_package_from_elsewhere_comes_back_as_itself()
    {
        _cairn.Bring(new Package(_cairn.Of("ways.json")));
        var own = new CompetencyId(Guid.CreateVersion7());
        await _cairn.Edit(rows => rows.Competencies.Add(rows.Competencies[0] with { Id = own, Code = "OWN.1", Title = "Garden", Statement = "I keep a garden.", Number = 99, Position = 9 }));

        Import(Out(code: "ways-to-work"), "--apply").Out.ShouldContain("Nothing changed: version 2 stays in force.");
        _cairn.Content().Competencies.Count(one => one.Code.StartsWith("OWN", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_place_among_neighbours_that_was_chosen_here_comes_back()
    {
        _cairn.Bring(new Package(_cairn.Of("ways.json")).Put(15, "W.3", "Listen", under: 10));
        var own = new CompetencyId(Guid.CreateVersion7());
        await _cairn.Edit(rows =>
        {
            Place(rows, Competency(14), 1);
            Place(rows, Competency(11), 2);
            rows.Competencies.Add(rows.Competencies[0] with { Id = own, Code = "OWN.1", Title = "Garden", Statement = "I keep a garden.", Number = 99, Position = 3 });
            Place(rows, Competency(15), 4);
        });

        Import(Out(code: "ways-to-work")).Out.ShouldContain("Nothing changed: version 2 stays in force.");
    }

    [Fact]
    public void A_package_that_says_more_than_we_read_names_the_version_in_force_and_the_one_it_makes()
    {
        var package = new Package(_cairn.Of("ways.json"));
        _cairn.Bring(package);

        var dry = Import(package.Say(11, "notes", "Only the publisher reads this"));
        dry.Out.ShouldContain("the same as in version 1");
        dry.Out.ShouldNotContain("version 2 stays in force");
        dry.Out.ShouldContain("Nothing was stored", Case.Insensitive);
        Import(package, "--apply").Out.ShouldContain("Adopted as version 2.");
        Import(package).Out.ShouldContain("Nothing changed: version 2 stays in force.");
    }

    [Fact]
    public void Another_order_of_blanks_and_escapes_is_no_change()
    {
        var package = new Package(_cairn.Of("ways.json"));
        _cairn.Bring(package);
        File.WriteAllText(package, JsonNode.Parse(File.ReadAllBytes(package))!.ToJsonString(Spread));

        Import(package, "--apply").Out.ShouldContain("Nothing changed: version 1 stays in force.");
        _cairn.Count("framework_versions").ShouldBe(1);
    }

    [Fact]
    public async Task The_answer_counts_what_is_in_the_file()
    {
        await Make();
        await _cairn.Edit(rows => rows.Competencies[0] = rows.Competencies[0] with { IsActive = false });
        var file = _cairn.Of("out.json");

        var told = _cairn.Run("export", "framework", "fern-hollow", "--case", file, "--json").Json;

        var package = JsonElement.Parse(File.ReadAllBytes(file));
        var (items, associations) = (package.GetProperty("CFItems").GetArrayLength(), package.GetProperty("CFAssociations").GetArrayLength());
        (told.GetProperty("items").GetInt32(), told.GetProperty("associations").GetInt32()).ShouldBe((items, associations));
        _cairn.Run("export", "framework", "fern-hollow", "--case", file).Out.ShouldContain($"{items} items and {associations} associations written to {file}.");
    }

    public void Dispose() => _cairn.Dispose();

    /// <summary>The framework of the demonstration, in a district of its own.</summary>
    private async Task Make()
    {
        _cairn.Run("import", "list").Exit.ShouldBe(CommandLine.Done);
        await using var district = _cairn.OpenToWrite();
        await district.Writer.Alone(turn =>
        {
            turn.Db.Add(ProficiencyScale.OfStages(Stages, "Stages", 13));
            new App.Cli.Demo.DemoFramework(App.Cli.Demo.DemoContent.Read()).Store(turn, new DateTime(2025, 9, 1, 0, 0, 0, DateTimeKind.Utc));
            return true;
        });
    }

    private Ran Import(string file, params string[] more)
    {
        var ran = _cairn.Run(["import", "framework", file, .. more]);
        ran.Exit.ShouldBe(CommandLine.Done, ran.Err);
        return ran;
    }

    private static void Place(FrameworkRows rows, CompetencyId id, int place)
    {
        var at = rows.Competencies.FindIndex(one => one.Id == id);
        rows.Competencies[at] = rows.Competencies[at] with { Position = place };
    }

    /// <summary>The package that goes out now, with its items edited.</summary>
    private string Out(Action<JsonArray>? edit = null, string code = "fern-hollow")
    {
        var file = _cairn.Of($"edited-{Guid.NewGuid():N}.json");
        var package = JsonNode.Parse(_cairn.Take(code))!;
        edit?.Invoke(package["CFItems"]!.AsArray());
        File.WriteAllText(file, package.ToJsonString());
        return file;
    }

    private static JsonNode Find(JsonArray items, CompetencyId id) => items.Single(one => one!["identifier"]!.GetValue<string>() == id.Value.ToString("D"))!;
}
