using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Cairn.Storage.Queries;

namespace Cairn.App.Api.Cairn;

/// <summary>Who judges in a write, and what stands in their way. Who asks is who judges; another system names the educator it speaks for.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Educator">Who judges.</param>
internal sealed record Judging(ApiCaller Caller, EducatorId Educator)
{
    /// <summary>Who acts: of another system both names are written down.</summary>
    public Acting Acting => Caller.Client is null ? Caller.Acting : Caller.Acting with { OnBehalfOf = Educator.Value };

    /// <summary>Finds out who judges; null for who is no educator. Only another system may name one.</summary>
    public static Judging? Of(ApiCaller caller, SentPart root) => caller.Actor!.Kind switch
    {
        ActorKind.Client => new Judging(caller, new EducatorId(root.Id("educator", isNeeded: true) ?? default)),
        _ when caller.Actor.IsEducator => new Judging(caller, new EducatorId(caller.Actor.Person)),
        _ => null,
    };

    /// <summary>The learners as the educator stands to them in this turn.</summary>
    public IReadOnlyDictionary<LearnerId, JudgingOf> Look(WriteTurn turn, IReadOnlyCollection<LearnerId> learners, Rights right = Rights.Judge) =>
        JudgingToday.Of(turn.Db, Caller.ScopeIn(turn.Db), Educator, learners, right, Caller.Visit.Today);

    /// <summary>Why a learner cannot be judged; null where they can.</summary>
    public static Problem? Problem(JudgeFault fault, string? at = null) => fault switch
    {
        JudgeFault.None => null,
        JudgeFault.NotFound => Problems.NotFound(at),
        JudgeFault.Own => Problems.NotAllowed("Nobody judges themselves, or a child they care for.", at),
        _ => Problems.NotAllowed("The educator sees the learner, and judges nothing of theirs today.", at),
    };

    /// <summary>Why a day of showing cannot be written down; null where it can.</summary>
    public Problem? Problem(DateTime demonstratedOn, DateTime now, JudgingOf learner, bool hasSecondEducator, string at) =>
        BackDating.FaultOf(demonstratedOn, Caller.Visit.Day(demonstratedOn), now, learner.EnrolledOn, hasSecondEducator) switch
        {
            BackDatingFault.None => null,
            BackDatingFault.InFuture => Problems.Rule(at, "not in the future"),
            BackDatingFault.BeforeEnrollment => Problems.Rule(at, "not before the learner's first day in a group"),
            _ => Problems.Rule(at, $"at most {BackDating.LongestAlone} days ago, or judged by a second educator before"),
        };
}
