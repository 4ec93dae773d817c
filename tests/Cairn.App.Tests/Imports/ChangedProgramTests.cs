using Cairn.App.Tests.Cli;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Imports;

/// <summary>A programme changes between two imports: what is told, what stands, and that the next import finds nothing new.</summary>
public sealed class ChangedProgramTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly ProgramFolder _program;

    public ChangedProgramTests()
    {
        _program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(_program);
    }

    public static TheoryData<string, string, string, string, string, int, int> Cells => new()
    {
        // sheet, column, value, key, the sheet that tells it, changed there, changed in all
        { "areas", "title", "Arts", "ART", "areas", 1, 1 },
        { "areas", "status", "archived", "MUS", "areas", 1, 1 },
        { "competencies", "statement", "I can draw well.", "ART", "competencies", 1, 1 },
        { "competencies", "status", "archived", "MUS", "competencies", 1, 1 },
        { "targets", "title", "Rhythm", "MUS.1", "targets", 1, 1 },
        { "targets", "required_1", "5", "MUS.1", "targets", 1, 1 },
        { "targets", "required_default", "4", "MUS.1", "targets", 1, 1 },
        { "targets", "status", "archived", "MUS.1", "targets", 1, 1 },
        { "learners", "given_name", "Augusta", "ada", "learners", 1, 1 },
        { "learners", "graduation_year", "2029", "ben", "learners", 1, 1 },
        { "stages", "baseline", "1.5", "ada", "stages", 1, 1 },
        { "stages", "entered_via", "transfer", "ada", "stages", 1, 1 },
        { "judgments", "level", "3", "1", "judgments", 1, 1 },
        { "judgments", "level", "0", "2", "judgments", 1, 1 },
        { "judgments", "stage", "2", "1", "judgments", 1, 1 },
        { "judgments", "target", "ART.1.b", "3", "judgments", 1, 1 },
        { "judgments", "evidence", "2", "10", "judgments", 1, 1 },
        { "evidence", "comment", "Very good", "1", "evidence", 1, 3 },
        { "evidence", "work", "An oak", "1", "evidence", 1, 3 },
        { "evidence", "artifact_url", "", "1", "evidence", 1, 3 },
        { "evidence", "kind", "exam", "1", "evidence", 1, 3 },
        { "evidence", "demonstrated_at", "2026-02-01", "1", "evidence", 1, 3 },
        { "evidence", "username", "cyd", "10", "evidence", 1, 2 },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_changed_cell_is_told_stored_and_concluded_from_and_then_it_is_the_record(string sheet, string column, string value, string key, string told, int there, int inAll)
    {
        _program.Set(sheet, column, value, key);

        Told.All(_cairn.Import(_program).Json).ShouldBe((0, inAll, 0, 21 - inAll));
        var answer = _cairn.Apply(_program);

        Told.All(answer).ShouldBe((0, inAll, 0, 21 - inAll));
        Told.Of(answer, told).Changed.ShouldBe(there);
        _cairn.ShouldStandAsConcluded();
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 21));
    }

    [Fact]
    public void A_cell_that_is_changed_back_is_changed_once_more_and_no_fact_is_ever_edited()
    {
        foreach (var level in (string[])["3", "2", "3", "2"])
        {
            Told.All(_cairn.Apply(_program.Set("judgments", "level", level, "1"))).ShouldBe(level == "3" || _cairn.Count("retractions") > 0 ? (0, 1, 0, 20) : (0, 0, 0, 21));
            _cairn.ShouldStandAsConcluded();
        }

        (_cairn.Count("judgments"), _cairn.Count("retractions")).ShouldBe((9, 4));
    }

    [Fact]
    public void A_judgment_that_left_the_sheet_ends_and_one_that_returns_is_added()
    {
        _program.Remove("judgments", "judgment", "10");
        Told.Of(_cairn.Apply(_program), "judgments").ShouldBe((0, 0, 1, 4));
        _cairn.ShouldStandAsConcluded();
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 20));

        _program.Add("judgments", "10,10,ART.1.a,2,3,0");
        Told.Of(_cairn.Apply(_program), "judgments").ShouldBe((1, 0, 0, 4));
        _cairn.ShouldStandAsConcluded();
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 21));
    }

    [Fact]
    public void A_piece_of_evidence_that_left_ends_with_its_judgments()
    {
        _program.Remove("judgments", "evidence", "10").Remove("evidence", "evidence", "10");

        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 2, 19));

        _cairn.ShouldStandAsConcluded();
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 19));
    }

    [Fact]
    public void A_stage_that_left_the_sheet_ends()
    {
        Told.Of(_cairn.Apply(_program.Remove("stages", "username", "ada")), "stages").ShouldBe((0, 0, 1, 2));

        _cairn.ShouldStandAsConcluded();
    }

    [Fact]
    public void A_learner_who_left_ends_with_a_record_that_stands_and_who_returns_is_here_again()
    {
        var left = _cairn.Apply(_program.RemoveBen());
        Told.Of(left, "learners").ShouldBe((0, 0, 1, 2));
        Told.All(left).ShouldBe((0, 0, 1, 15));
        Learner("ben").EndedAt.ShouldNotBeNull();
        _cairn.ShouldStandAsConcluded();
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 15));

        _program.Add("learners", "ben,Ben,,").Add("stages", "ben,ART.1,2,enrollment,").Add("stages", "ben,MUS.1,1,,1").Add("evidence", "2,ben,2026-03-02,project,Fair,,A house,,")
            .Add("judgments", "3,2,ART.1.a,2,2,0").Add("judgments", "4,2,MUS.1.a,1,0,0");
        var told = _cairn.Apply(_program);

        Told.Of(told, "learners").ShouldBe((0, 1, 0, 2));
        Told.All(told).ShouldBe((0, 1, 0, 20));
        Learner("ben").EndedAt.ShouldBeNull();
        _cairn.ShouldStandAsConcluded();
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 21));
    }

    [Fact]
    public void What_left_the_model_ends_and_stays_out_of_use_and_may_return()
    {
        _program.Remove("judgments", "target", "MUS.1.a").Remove("stages", "competency", "MUS.1").Remove("targets", "competency", "MUS.1").Remove("competencies", "code", "MUS.1").Remove("areas", "code", "MUS");
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 5, 16));
        _cairn.ShouldStandAsConcluded();
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 16));
        _cairn.Run("explain", "ben", "MUS.1").Exit.ShouldBeOneOf(0, 1);

        _program.Add("areas", "MUS,Music,active").Add("competencies", "MUS,MUS.1,Rhythm,I keep time.,active").Add("targets", "MUS.1,MUS.1.a,Beat,I keep a beat.,active,2,2,2,2")
            .Add("stages", "ben,MUS.1,1,,1").Add("judgments", "4,2,MUS.1.a,1,0,0");
        _cairn.Apply(_program);
        _cairn.ShouldStandAsConcluded();
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 21));
    }

    [Fact]
    public void A_new_last_stage_lengthens_the_scale()
    {
        _program.AddColumn("targets", "required_4", "1").Add("judgments", "11,10,ART.1.b,4,4,0");

        _cairn.Apply(_program);

        _cairn.ShouldStandAsConcluded();
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 22));
        _cairn.Open().Frameworks.ShouldHaveSingleItem().Content.Version.LastStage.ShouldBe(4);
    }

    [Fact]
    public void Changed_evidence_takes_its_judgments_along()
    {
        _cairn.Apply(_program.Set("evidence", "comment", "Very good", "1"));

        using var db = _cairn.Open().Open();
        var standing = db.Judgments.AsNoTracking().ToList().Where(one => !db.Retractions.Any(gone => gone.Fact == one.Id.Value)).ToList();
        standing.Count.ShouldBe(5);
        foreach (var one in standing) db.Retractions.Any(gone => gone.Fact == one.Evidence!.Value.Value).ShouldBeFalse();
        db.EvidenceTexts.Count(one => one.Comment == "Very good").ShouldBe(1);
    }

    [Fact]
    public void A_target_that_moved_to_another_competency_takes_its_judgments_along_and_both_are_explained()
    {
        _program.Set("targets", "competency", "MUS.1", "ART.1", "ART.1.b");

        _cairn.Apply(_program);

        _cairn.ShouldStandAsConcluded();
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 21));
        _cairn.Run("explain", "ada", "ART.1", "--stage", "1").Exit.ShouldBe(0);
        _cairn.Run("explain", "ada", "MUS.1").Exit.ShouldBe(0);
    }

    private Learning.People.Learner Learner(string username)
    {
        using var db = _cairn.Open().Open();
        return db.Learners.AsNoTracking().Single(one => one.Username == username);
    }

    public void Dispose() => _cairn.Dispose();
}
