using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Plans;
using Cairn.Learning.Privacy;
using Cairn.Learning.Projects;
using Cairn.Storage.Journal;
using Cairn.Storage.Journal.Verification;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>What is held of plans, questions, portfolio and talks is handed over whole, and goes whole.</summary>
public sealed class PlansHeldTests : IAsyncLifetime
{
    private static readonly PersonId Asker = new(Guid.CreateVersion7());
    private static readonly PersonId Agreer = new(Guid.CreateVersion7());
    private readonly StillClock _clock = new(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc));
    private Family _family = null!;
    private LearnerId _kid;

    public async ValueTask InitializeAsync()
    {
        _family = await Family.Make(_clock);
        _kid = await _family.Learner("Planner", new DateOnly(2009, 5, 17));
        var piece = await _family.Work(_kid, "work");
        var plan = new LearningPlan(new LearningPlanId(Guid.CreateVersion7()), _kid, "PLANTITLE", Family.Today, Family.Today.AddDays(90), TestDistrict.Day);
        plan.Write("PLANTITLE", plan.From, plan.Until, "STRENGTHCANARY", "INTERESTCANARY");
        var query = new JudgmentQuery(new JudgmentQueryId(Guid.CreateVersion7()), _kid, new JudgmentId(Guid.CreateVersion7()), _family.District.Drawing, _kid.Person, "QUESTIONCANARY", TestDistrict.Day, Family.Today);
        query.Reply(null, Family.Okafor.Person, "ANSWERCANARY", TestDistrict.Day);
        var pick = new PortfolioPick(new PortfolioPickId(Guid.CreateVersion7()), _kid, piece.Id, _kid.Person, TestDistrict.Day);
        pick.Pick("WHYPICKCANARY", PortfolioReader.Family);
        var talk = new CheckIn(new CheckInId(Guid.CreateVersion7()), _kid, null, Family.Okafor, Family.Today);
        talk.Hold("TALKCANARY", "NEXTCANARY", TestDistrict.Day);
        await _family.Put(plan);
        await _family.Put(new Goal(new GoalId(Guid.CreateVersion7()), plan.Id, _kid, "GOALCANARY", null, null, 1), new PlanStep(plan.Id, _family.District.Clay, _kid, 1, null), query, pick, talk);
        await _family.District.District.Writer.Alone(turn => turn.Db.Add(new PlanSignature(new PlanSignatureId(Guid.CreateVersion7()), _kid, plan.Id, _kid.Person, SignerKind.Learner, 2, turn.Next())).Entity.Id);
    }

    [Fact]
    public void The_archive_holds_every_part_with_the_names_of_who_wrote_and_none_of_anothers()
    {
        var held = Family.Json(_family.Archive(_kid));

        held.GetProperty("plans")[0].GetProperty("strengths").GetString().ShouldBe("STRENGTHCANARY");
        held.GetProperty("goals")[0].GetProperty("words").GetString().ShouldBe("GOALCANARY");
        held.GetProperty("planSteps")[0].GetProperty("competency").GetString().ShouldBe("Clay");
        held.GetProperty("planSignatures")[0].GetProperty("by").GetString()!.ShouldContain("Planner");
        held.GetProperty("questions")[0].GetProperty("answeredBy").GetString().ShouldBe("Ms. Okafor");
        held.GetProperty("portfolio")[0].GetProperty("why").GetString().ShouldBe("WHYPICKCANARY");
        held.GetProperty("checkIns")[0].GetProperty("nextSteps").GetString().ShouldBe("NEXTCANARY");
        string.Concat(_family.Archive(_family.Ada).Values).ShouldNotContain("CANARY");
    }

    [Fact]
    [Trait("Abuse", "X15")]
    public async Task Erased_no_word_of_it_is_left_and_the_record_verifies()
    {
        string[] canaries = ["PLANTITLE", "STRENGTHCANARY", "INTERESTCANARY", "GOALCANARY", "QUESTIONCANARY", "ANSWERCANARY", "WHYPICKCANARY", "TALKCANARY", "NEXTCANARY"];
        Canaries.Find(_family.District, canaries).Select(one => one.Split(' ')[0]).Distinct().ShouldBe(canaries, ignoreOrder: true);
        var erasure = new Erasure(new ErasureId(Guid.CreateVersion7()), _kid, "Record", "the family asked", Asker, TestDistrict.Day);
        erasure.Decide(true, Agreer, TestDistrict.Day);
        await _family.District.District.Writer.Alone(turn =>
        {
            var learner = turn.Db.Learners.Single(one => one.Id == _kid);
            learner.Leave(TestDistrict.Day.AddYears(-20));
            return turn.Db.SaveChanges();
        });
        await _family.Put(erasure);

        await _family.District.District.Writer.Alone(turn => turn.Erase(erasure.Id, DateOnly.FromDateTime));
        ErasedRemains.Clean(_family.District.District).ShouldBeTrue();

        Canaries.Find(_family.District, canaries).ShouldBeEmpty();
        using var folder = new TempFolder(ownsServer: false);
        RecordVerification.Of(_family.District.District, new VerificationAsk(folder.Path)).Findings.Where(one => one.IsFault).ShouldBeEmpty();
        using var db = _family.District.Open();
        db.LearningPlans.AsNoTracking().Single().State.ShouldBe(PlanState.Draft);
        db.PlanSignatures.Count().ShouldBe(1);
    }

    public ValueTask DisposeAsync() => _family.DisposeAsync();
}
