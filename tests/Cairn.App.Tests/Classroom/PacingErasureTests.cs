using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Plans;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>What an erasure takes out of checks, support and choices.</summary>
public sealed class PacingErasureTests
{
    [Fact]
    public async Task Words_go_from_every_table_and_leaf_and_that_something_was_asked_stays()
    {
        await using var family = await Family.Make(new StillClock(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc)));
        var gone = await family.Learner("Zebulon");
        var (plan, asked) = (new SupportPlan(new SupportPlanId(Guid.CreateVersion7()), gone, Family.Okafor.Person, TestDistrict.Day), Asked(gone, "READYCANARY"));
        asked.SendBack(Family.Okafor.Person, "ANSWERCANARY", TestDistrict.Day);
        plan.Agree(Family.Okafor.Person, TestDistrict.Day);
        plan.End(Family.Okafor.Person, "ENDCANARY", TestDistrict.Day);
        await family.Put(asked, Asked(family.Ada, "ADASTAYS"), plan, new Corrective(new CorrectiveId(Guid.CreateVersion7()), gone, family.District.Drawing, 1, "DONECANARY", null, TestDistrict.Day),
            new PathChoice(new PathChoiceId(Guid.CreateVersion7()), gone, family.District.Clay, NextStep.MoveOn, TestDistrict.Day));
        await family.Put(new SupportLine(plan.Id, 1, gone).Say("LINECANARY", "WHOCANARY", new DateOnly(2026, 4, 1), "REASONCANARY"));
        string[] canaries = ["READYCANARY", "ANSWERCANARY", "ENDCANARY", "DONECANARY", "LINECANARY", "WHOCANARY", "REASONCANARY"];
        Canaries.Find(family.District, canaries).Select(one => one.Split(' ')[0]).Distinct().ShouldBe(canaries, ignoreOrder: true);

        await Erase(family, gone);

        Canaries.Find(family.District, canaries).ShouldBeEmpty();
        Canaries.Find(family.District, "ADASTAYS").ShouldNotBeEmpty();
        using var db = family.District.Open();
        db.ReadyRequests.AsNoTracking().Single(one => one.Learner == gone).State.ShouldBe(ReadyState.SentBack);
        db.SupportLines.AsNoTracking().Single().ByDay.ShouldBe(new DateOnly(2026, 4, 1));
    }

    private static ReadyRequest Asked(LearnerId learner, string words) => new(new ReadyRequestId(Guid.CreateVersion7()), learner, new CompetencyId(Guid.CreateVersion7()), null, null, words, TestDistrict.Day);

    private static async Task Erase(Family family, LearnerId learner)
    {
        var erasure = new Erasure(new ErasureId(Guid.CreateVersion7()), learner, nameof(RetainedPart.Record), "the family asked", new PersonId(Guid.CreateVersion7()), TestDistrict.Day);
        erasure.Decide(isAgreed: true, new PersonId(Guid.CreateVersion7()), TestDistrict.Day.AddDays(1));
        await family.District.District.Writer.Alone(turn =>
        {
            turn.Db.Learners.Single(one => one.Id == learner).Leave(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));
            turn.Db.Add(erasure);
            return turn.Db.SaveChanges();
        });
        await family.District.District.Writer.Alone(turn => turn.Erase(erasure.Id, DateOnly.FromDateTime));
        ErasedRemains.Clean(family.District.District).ShouldBeTrue();
    }
}
