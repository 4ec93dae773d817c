using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Imports;

/// <summary>Several sources in one district, and educators beside them: each leaves the others' rows alone.</summary>
public sealed class TwoSourcesTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly ProgramFolder _north;
    private readonly ProgramFolder _south;

    public TwoSourcesTests()
    {
        _north = new ProgramFolder(_cairn.Of("north"));
        _south = new ProgramFolder(_cairn.Of("south"));
        foreach (var (name, other) in (ReadOnlySpan<(string, string)>)[("ada", "dee"), ("cyd", "eva")])
        {
            _south.Set("learners", "username", other, name);
            if (name == "ada") _south.Set("stages", "username", other, name).Set("evidence", "username", other, "1").Set("evidence", "username", other, "10");
        }

        _south.RemoveBen();
        _cairn.Apply(_north, "--source", "north");
    }

    [Fact]
    public void Two_sources_stand_side_by_side_with_the_same_codes_and_keys()
    {
        _cairn.Apply(_south, "--source", "south");

        (_cairn.Count("frameworks"), _cairn.Count("learners"), _cairn.Count("judgments")).ShouldBe((2, 5, 8));
        Told.All(_cairn.Apply(_north, "--source", "north")).ShouldBe((0, 0, 0, 21));
        Told.All(_cairn.Apply(_south, "--source", "south")).ShouldBe((0, 0, 0, 15));
        _cairn.ShouldStandAsConcluded();
    }

    [Fact]
    public void A_change_of_one_source_leaves_the_other_as_it_stands()
    {
        _cairn.Apply(_south, "--source", "south");
        var before = _cairn.Standings();

        _cairn.Apply(_south.Set("targets", "required_1", "5", "ART.1", "ART.1.a"), "--source", "south");

        _cairn.Standings().Intersect(before).Count().ShouldBeGreaterThan(1);
        _cairn.ShouldStandAsConcluded();
        Told.All(_cairn.Apply(_north, "--source", "north")).ShouldBe((0, 0, 0, 21));
    }

    [Fact]
    public void A_learner_of_the_second_source_is_explained_by_that_sources_competency()
    {
        _cairn.Apply(_south, "--source", "south");

        _cairn.Run("explain", "dee", "ART.1", "--stage", "1", "--json").Json.GetProperty("counted").GetArrayLength().ShouldBe(2);
        _cairn.Run("explain", "ada", "ART.1", "--stage", "1", "--json").Json.GetProperty("counted").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("ADA")]
    public void A_username_that_another_source_keeps_is_refused_with_its_row(string username)
    {
        _south.Set("learners", "username", username, "eva");

        foreach (var more in (string[][])[["--source", "south"], ["--source", "south", "--apply"]])
        {
            var ran = _cairn.Import(_south, more);

            ran.Exit.ShouldBe(CommandLine.Refused);
            var error = ran.Json.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
            (error.GetProperty("file").GetString(), error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("value").GetString())
                .ShouldBe(("learners.csv", 3, "username", username));
        }

        (_cairn.Count("learners"), _cairn.Count("frameworks")).ShouldBe((3, 1));
    }

    [Fact]
    public void A_source_has_a_name() => _cairn.Run("import", "program", _north, "--source", " ").Exit.ShouldBe(CommandLine.WrongUsage);

    [Fact]
    public async Task What_an_educator_judged_on_imported_evidence_stands_through_the_next_import()
    {
        await Judge("ada", "north");
        var before = _cairn.Standings();

        Told.All(_cairn.Apply(_north, "--source", "north")).ShouldBe((0, 0, 0, 21));

        _cairn.Count("retractions").ShouldBe(0);
        _cairn.Standings().ShouldBe(before);
    }

    [Fact]
    public async Task A_learner_of_another_source_who_was_judged_here_is_concluded_anew_when_the_model_changes()
    {
        _cairn.Apply(_south, "--source", "south");
        await Judge("dee", "north");

        _cairn.Apply(_north.Set("targets", "required_default", "4", "ART.1", "ART.1.a").Set("targets", "required_2", "5", "ART.1", "ART.1.a"), "--source", "north");

        _cairn.ShouldStandAsConcluded();
    }

    private async Task Judge(string username, string framework)
    {
        await using var district = _cairn.OpenToWrite();
        using var db = district.Open();
        var (learner, content) = (await db.Learners.SingleAsync(one => one.Username == username), district.Frameworks.Single(one => one.Content.Framework.Code == framework).Content);
        var (competency, target) = (content.Find("ART.1")!.Id, content.Targets.Single(one => one.Code == "ART.1.a").Id);
        var own = await db.Evidence.Where(one => one.Learner == learner.Id && one.SourceKey == "10").SingleAsync();
        var evidence = username == "ada" ? own.Id : new EvidenceId(Guid.CreateVersion7());
        PieceOfEvidence[] pieces = username == "ada" ? [] : [own with { Id = evidence, Source = "", SourceKey = "", Experience = new ExperienceId(Guid.CreateVersion7()) }];
        await district.Writer.Record(new Recording(learner.Id)
        {
            Evidence = pieces,
            Judgments = [new Judgment(new JudgmentId(Guid.CreateVersion7()), learner.Id, competency, target, 2, evidence, 2, null, false, new PersonId(Guid.CreateVersion7()), JudgeRole.Educator, own.DemonstratedOn, own.DemonstratedOn, default)],
        });
    }

    public void Dispose() => _cairn.Dispose();
}
