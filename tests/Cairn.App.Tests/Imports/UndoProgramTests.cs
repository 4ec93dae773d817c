using System.Text.Json;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Interop.Tests.OneRoster;

namespace Cairn.App.Tests.Imports;

public sealed class UndoProgramTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly ProgramFolder _program;

    public UndoProgramTests() => _program = new ProgramFolder(_cairn.Of("program"));

    [Fact]
    public void An_import_is_listed_with_what_came_of_it_and_whether_it_can_be_undone()
    {
        _cairn.Apply(_program);
        _cairn.Apply(_program);

        var runs = _cairn.Runs();

        runs.Select(one => (one.GetProperty("kind").GetString(), one.GetProperty("name").GetString(), one.GetProperty("state").GetString(), one.GetProperty("canUndo").GetBoolean()))
            .ShouldBe([("program", "program", "unchanged", false), ("program", "program", "applied", true)]);
        _cairn.Run("import", "list").Out.ShouldContain("Can be undone.");
    }

    [Fact]
    public void Undo_of_a_change_brings_back_what_stood_before()
    {
        _cairn.Apply(_program);
        var (before, inForce) = (Concluded(), InForce());
        _program.Set("judgments", "level", "1", "1").Add("judgments", "11,10,ART.1.b,1,1,0").RemoveBen();
        _cairn.Apply(_program);
        Concluded().ShouldNotBe(before);

        var dry = _cairn.Run("import", "undo", "--json");
        dry.Json.GetProperty("applied").GetBoolean().ShouldBeFalse();
        Concluded().ShouldNotBe(before);
        var done = _cairn.Undo();

        Told.All(done).ShouldBe(Told.All(dry.Json));
        Concluded().ShouldBe(before);
        InForce().ShouldBe(inForce);
        _cairn.Learner("ben").IsHere.ShouldBeTrue();
        _cairn.ShouldStandAsConcluded();
    }

    [Fact]
    public void Undo_of_the_first_import_ends_everything_of_its_source_and_deletes_nothing()
    {
        _cairn.Apply(_program);
        var rows = (_cairn.Count("learners"), _cairn.Count("judgments"), _cairn.Count("evidence"), _cairn.Count("competencies"));

        _cairn.Undo();

        (_cairn.Count("learners"), _cairn.Count("judgments"), _cairn.Count("evidence")).ShouldBe((rows.Item1, rows.Item2, rows.Item3));
        using (var db = _cairn.Open().Open())
        {
            db.Learners.ToList().ShouldAllBe(one => one.EndedAt != null);
            _cairn.Open().Frameworks.Single().Content.Areas.ShouldAllBe(one => !one.IsActive);
        }

        _cairn.Apply(_program);
        _cairn.Learner("ada").IsHere.ShouldBeTrue();
        _cairn.Open().Frameworks.Single().Content.Areas.ShouldAllBe(one => one.IsActive);
        _cairn.ShouldStandAsConcluded();
    }

    [Fact]
    public void Only_the_newest_import_of_a_source_is_undone_and_the_message_says_which_comes_first()
    {
        _cairn.Apply(_program);
        _program.Set("judgments", "level", "1", "1");
        _cairn.Apply(_program);
        var ids = _cairn.Runs().Select(one => one.GetProperty("id").GetString()!).ToList();

        _cairn.Run("import", "undo", ids[1], "--apply").ShouldBeRefused($"cairn import undo {ids[0]}");
        _cairn.Run("import", "undo", ids[0], "--apply").Exit.ShouldBe(CommandLine.Done);
        _cairn.Run("import", "undo", ids[0], "--apply").ShouldBeRefused("undone already");
        _cairn.Run("import", "undo", ids[1], "--apply").Exit.ShouldBe(CommandLine.Done);
        _cairn.Run("import", "undo").ShouldBeRefused("no import that could be undone");
    }

    [Fact]
    public void Another_source_is_another_line_of_imports()
    {
        _cairn.Apply(_program);
        var evening = new ProgramFolder(_cairn.Of("evening"));
        foreach (var (name, other) in ((string, string)[])[("ada", "ada2"), ("ben", "ben2"), ("cyd", "cyd2")])
            foreach (var sheet in (string[])["learners", "stages", "evidence"]) File.WriteAllText(evening.Sheet(sheet), File.ReadAllText(evening.Sheet(sheet)).Replace($"{name},", $"{other},", StringComparison.Ordinal));
        _cairn.Apply(evening, "--source", "evening");

        _cairn.Run("import", "undo", _cairn.Runs()[1].GetProperty("id").GetString()!, "--apply").Exit.ShouldBe(CommandLine.Done);

        _cairn.Learner("ada").IsHere.ShouldBeFalse();
        _cairn.Learner("ada2").IsHere.ShouldBeTrue();
    }

    [Theory]
    [InlineData("7")]
    [InlineData("00000000000000000000000000000001")]
    public void An_import_that_is_not_there_is_refused(string id) => _cairn.Run("import", "undo", id).ShouldBeRefused("cairn import list");

    [Fact]
    public async Task An_import_before_which_rows_stood_that_no_import_tells_of_is_not_undone()
    {
        _cairn.Apply(_program);
        await using (var district = _cairn.OpenToWrite())
        {
            using var db = district.Open();
            Cairn.App.Tests.Storage.Sql.Run(db, "DELETE FROM import_runs");
        }

        _program.Set("judgments", "level", "1", "1");
        _cairn.Apply(_program);

        _cairn.Run("import", "undo", "--apply").ShouldBeRefused("not kept");
    }

    [Fact]
    public void What_another_source_took_up_since_stands_in_the_way_and_nothing_changes()
    {
        _cairn.Apply(_program);
        _program.Set("judgments", "level", "1", "1");
        _cairn.Apply(_program);
        var id = _cairn.Runs()[0].GetProperty("id").GetString()!;
        _cairn.Bring(new RosterBuilder().Set("users.csv", 2, "username", "ada"));
        var before = _cairn.People();

        _cairn.Run("import", "undo", id, "--apply").ShouldBeRefused("kept by another source");
        _cairn.People().ShouldBe(before);
    }

    public void Dispose() => _cairn.Dispose();

    private List<string> Concluded()
    {
        using var db = _cairn.Open().Open();
        return [.. db.Standings.ToList().Where(one => one.Cells.Length > 0).Select(one => $"{one.Learner.Value} {Convert.ToHexString(one.Cells)}").Order(StringComparer.Ordinal)];
    }

    private List<string> InForce()
    {
        using var db = _cairn.Open().Open();
        var retracted = db.Retractions.Select(one => one.Fact).ToHashSet();
        return [.. db.Judgments.ToList().Where(one => !retracted.Contains(one.Id.Value)).Select(one => $"{one.Learner.Value} {one.Target?.Value} {one.Stage} {one.Level}").Order(StringComparer.Ordinal)];
    }
}

/// <summary>What was brought in, as the verbs tell it.</summary>
internal static class RunsTold
{
    extension(Installation cairn)
    {
        public IReadOnlyList<JsonElement> Runs() => [.. cairn.Run("import", "list", "--json").Json.GetProperty("imports").EnumerateArray()];

        /// <summary>Undoes the newest import, which must be possible.</summary>
        public JsonElement Undo()
        {
            var ran = cairn.Run("import", "undo", "--json", "--apply");
            ran.Exit.ShouldBe(CommandLine.Done, ran.Out + ran.Err);
            return ran.Json;
        }
    }
}
