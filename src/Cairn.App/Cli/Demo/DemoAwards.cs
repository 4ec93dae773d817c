using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Credits;
using Cairn.Storage.Plans;
using Cairn.Storage.Queries;

namespace Cairn.App.Cli.Demo;

/// <summary>The credit that the high school's learners earned in the two years, awarded by who keeps its records as anybody would: what was shown in the last weeks waits still.</summary>
internal sealed class DemoAwards(DemoPeople people, DemoCalendar calendar)
{
    private const int DaysThatWait = 45;

    public void Store(WriteTurn turn)
    {
        if (people.Staff.Registrars.Count == 0) return;
        var on = On(turn, calendar.Last);
        var scope = ScopeOf(turn, people.Staff.Registrars[0], on.Today);
        var frameworks = FrameworkInForce.ReadAll(turn.Db, on.Now);
        foreach (var one in people.HighSchool.Where(one => one.Age > 15))
            foreach (var progress in CreditProgress.Of(turn.Db, scope, one.Learner, frameworks, on).Where(each => !each.IsDone && each.Offer.Decision.IsEarned && each.Offer.EarnedOn <= calendar.Last.AddDays(-DaysThatWait)))
                CreditAwarding.Award(turn, scope, new AwardAsk(new CreditAwardId(DemoFramework.Named("earned", one.Learner.Username, progress.Policy.Code)), one.Learner.Id, progress.Policy.Id, progress.Offer.Hundredths), progress.Framework, on);
    }

    /// <summary>A day of the two years as it is decided on.</summary>
    internal static DistrictDay On(WriteTurn turn, DateOnly day) => new(day, turn.Now, DemoCalendar.DayOf, one => DemoCalendar.At(one, 0, 0));

    /// <summary>What an educator may do on a day.</summary>
    internal static Scope ScopeOf(WriteTurn turn, DemoEducator educator, DateOnly day)
    {
        var said = new Actor(ActorKind.Teacher, DemoPeople.EducatorOf(educator.Username).Value, $"{educator.Title} {educator.Family}");
        return new Scope(turn.Db, KnownActor.Of(turn.Db, said, day) ?? said, day, turn.Now);
    }
}
