using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Plans;

/// <summary>A request in the queue of those who check.</summary>
/// <param name="Request">The request.</param>
/// <param name="Learner">Who is ready.</param>
/// <param name="Since">What they did since they were last checked or sent back, newest first.</param>
/// <param name="JudgedAt">When an educator judged it since it was asked for, UTC; null where nobody did.</param>
public sealed record ReadyLine(ReadyRequest Request, Learner Learner, IReadOnlyList<Corrective> Since, DateTime? JudgedAt);

/// <summary>What a learner is ready for, and how they put it.</summary>
/// <param name="Competency">For a check of what.</param>
/// <param name="Target">Of which target under it; null for the competency.</param>
/// <param name="Words">What they would show.</param>
/// <param name="Done">What they did since; empty for nothing.</param>
/// <param name="Piece">The piece of evidence that shows it; null for none.</param>
public sealed record ReadyWish(Competency Competency, TargetId? Target, string Words, string Done, EvidenceId? Piece);

/// <summary>What became of a change to a row that somebody had before them.</summary>
public enum RowChange
{
    /// <summary>It is done.</summary>
    Done = 0,

    /// <summary>It is not there for whoever wants it.</summary>
    NotFound = 1,

    /// <summary>Somebody else changed it meanwhile.</summary>
    MovedOn = 2,
}

/// <summary>Learners' words that they are ready for a check: asked by the learner, answered by those who judge them.</summary>
public static class ReadyRows
{
    private static readonly EachEngine<Func<Db, LearnerId, IEnumerable<ReadyRequest>>> Waiting =
        new(() => EF.CompileQuery((Db db, LearnerId learner) => db.ReadyRequests.Where(one => one.Learner == learner && (one.State == ReadyState.Asked || one.State == ReadyState.Planned))));

    /// <summary>A learner's own requests, newest first; for everybody who reads the record.</summary>
    public static IReadOnlyList<ReadyRequest> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !scope.May(learner, Rights.SeeRecord) ? [] : [.. db.ReadyRequests.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.AskedAt)];
    }

    /// <summary>What waits for the asker, the oldest first.</summary>
    public static IReadOnlyList<ReadyLine> Queue(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        var learners = scope.JudgedByActor().ToDictionary(one => one.Id);
        var ids = learners.Keys.ToList();
        var open = db.ReadyRequests.AsNoTracking().Where(one => ids.Contains(one.Learner) && (one.State == ReadyState.Asked || one.State == ReadyState.Planned)).ToList();
        var done = db.Correctives.AsNoTracking().Where(one => ids.Contains(one.Learner)).ToList().OrderByDescending(one => one.DoneAt).ToLookup(one => (one.Learner, one.Competency, one.Stage));
        var records = scope.JudgedOf([.. open.Select(one => one.Learner).Distinct()], [.. open.Select(one => one.Competency).Distinct()]);
        return [.. open.OrderBy(one => one.AskedAt).Select(one =>
        {
            var judged = JudgedAt(records[one.Learner], one.Competency, one.Stage);
            var before = judged.Where(at => at < one.AskedAt).DefaultIfEmpty(DateTime.MinValue).Max();
            return new ReadyLine(one, learners[one.Learner], [.. done[(one.Learner, one.Competency, one.Stage)].Where(each => each.DoneAt > before)], judged.Where(at => at >= one.AskedAt).Select(at => (DateTime?)at).Max());
        })];
    }

    /// <summary>Whether a learner may ask now, and the stage that it would be about.</summary>
    public static (MayReassess May, int? Stage) MayAsk(Db db, Scope scope, Learner learner, FrameworkInForce framework, Competency competency, TargetId? target, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(competency);
        ArgumentNullException.ThrowIfNull(on);
        var record = scope.Record(learner.Id, competency.Id);
        var stage = Standing.Of(competency, record, framework.Content, framework.RulesFor(learner.Place), AsOf.Everything) is [.., var highest] ? highest.Stage : null;
        var asked = db.ReadyRequests.AsNoTracking().Where(one => one.Learner == learner.Id && one.Competency == competency.Id && one.Stage == stage).ToList();
        var done = db.Correctives.AsNoTracking().Where(one => one.Learner == learner.Id && one.Competency == competency.Id && one.Stage == stage).Select(one => one.DoneAt).ToList();
        var policy = PacingPolicy.InForce(PacingRows.Policies(db), learner.Place, on.Today);
        return (MayReassess.From(policy.Reassessment, JudgedAt(record, competency.Id, stage),
            asked.ConvertAll(one => new AskedCheck(one.AskedAt, one.AnsweredAt is { } at && !one.IsOpen ? at : null, one.State == ReadyState.Checked, one.State == ReadyState.SentBack)),
            asked.Exists(one => one.IsOpen && one.Target == target), done, on.Today, on.Day, JudgedAt(record, competency.Id, stage, isInForce: false)), stage);
    }

    /// <summary>Asks. Everything the policy reads is read again in the turn, so that of many who ask at once no more come in than it lets. Whoever
    /// says what they did since has done what the policy asks for.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the learner may do, over the turn's database.</param>
    /// <param name="learner">Who asks.</param>
    /// <param name="framework">The framework of the competency.</param>
    /// <param name="wish">What for.</param>
    /// <param name="on">The district's day.</param>
    /// <param name="own">The id of the request, by which one that comes twice is known; null for a new one.</param>
    /// <returns>Whether it is asked, and else why not; no reason where it is not for them to ask.</returns>
    public static (bool IsAsked, MayReassess? Why) Ask(WriteTurn turn, Scope scope, Learner learner, FrameworkInForce framework, ReadyWish wish, DistrictDay on, ReadyRequestId? own = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(wish);
        if (scope.Actor.Kind != ActorKind.Learner || !scope.May(learner.Id, Rights.Plan)) return (false, null);
        if (own is { } made && turn.Db.ReadyRequests.Any(one => one.Id == made)) return (true, null);
        var (may, stage) = MayAsk(turn.Db, scope, learner, framework, wish.Competency, wish.Target, on);
        if (!may.IsOpen && !(wish.Done.Length > 0 && may.Fault == ReassessFault.NeedsCorrectives)) return (false, may);
        var piece = wish.Piece is { } id && turn.Db.Evidence.Any(one => one.Id == id && one.Learner == learner.Id) ? wish.Piece : null;
        if (wish.Done.Length > 0) turn.Db.Add(new Corrective(new CorrectiveId(Guid.CreateVersion7()), learner.Id, wish.Competency.Id, stage, wish.Done, piece, turn.Now));
        turn.Db.Add(new ReadyRequest(own ?? new ReadyRequestId(Guid.CreateVersion7()), learner.Id, wish.Competency.Id, wish.Target, stage, wish.Words, turn.Now));
        turn.Db.SaveChanges();
        return (true, may);
    }

    /// <summary>Answers a request, or takes back one's own.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the actor may do, over the turn's database.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The version that the actor had before them.</param>
    /// <param name="change">What happens to it.</param>
    public static RowChange Change(WriteTurn turn, Scope scope, ReadyRequestId id, int seen, Action<ReadyRequest> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(change);
        if (turn.Db.ReadyRequests.FirstOrDefault(one => one.Id == id) is not { } found) return RowChange.NotFound;
        if (!scope.May(found.Learner, scope.Actor.Kind == ActorKind.Learner ? Rights.Plan : Rights.Judge)) return RowChange.NotFound;
        if (found.Version != seen || !found.IsOpen) return RowChange.MovedOn;
        change(found);
        turn.Db.SaveChanges();
        return RowChange.Done;
    }

    /// <summary>A request was not checked after all, says whoever said that it was: it waits again.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the actor may do, over the turn's database.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The version that the actor had before them.</param>
    public static RowChange Uncheck(WriteTurn turn, Scope scope, ReadyRequestId id, int seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var by = new PersonId(scope.Actor.Person);
        if (scope.Actor.Kind == ActorKind.Learner || turn.Db.ReadyRequests.FirstOrDefault(one => one.Id == id) is not { } found || !scope.May(found.Learner, Rights.Judge)) return RowChange.NotFound;
        // Whoever asked anew meanwhile waits already.
        var waits = turn.Db.ReadyRequests.Any(one => one.Learner == found.Learner && one.Competency == found.Competency && one.Target == found.Target && (one.State == ReadyState.Asked || one.State == ReadyState.Planned));
        if (found.Version != seen || found.State != ReadyState.Checked || found.AnsweredBy != by || waits) return RowChange.MovedOn;
        found.Uncheck(by);
        turn.Db.SaveChanges();
        return RowChange.Done;
    }

    /// <summary>The requests of a list that the asker said were checked, and that can still be taken back, with their learners.</summary>
    public static IReadOnlyList<(ReadyRequest Request, Learner Learner)> CheckedNow(Db db, Scope scope, IReadOnlyCollection<ReadyRequestId> ids)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        var (by, learners) = (new PersonId(scope.Actor.Person), scope.JudgedByActor().ToDictionary(one => one.Id));
        return [.. db.ReadyRequests.AsNoTracking().Where(one => ids.Contains(one.Id) && one.State == ReadyState.Checked && one.AnsweredBy == by).ToList()
            .Where(one => learners.ContainsKey(one.Learner)).Select(one => (one, learners[one.Learner])).OrderBy(one => one.Item2.FullName, StringComparer.Ordinal)];
    }

    /// <summary>Says of every request of a learner for some competencies that waits that it was checked, for whoever judges them in the same turn. How many there were.</summary>
    public static int CheckedBy(WriteTurn turn, LearnerId learner, IReadOnlyCollection<CompetencyId> competencies, PersonId by)
    {
        ArgumentNullException.ThrowIfNull(turn);
        List<ReadyRequest> open = [.. Waiting.On(turn.Db)(turn.Db, learner).Where(one => competencies.Contains(one.Competency))];
        foreach (var one in open) one.Check(by, turn.Now);
        if (open.Count > 0) turn.Db.SaveChanges();
        return open.Count;
    }

    private static List<DateTime> JudgedAt(LearnerRecord record, CompetencyId competency, int? stage, bool isInForce = true) =>
        [.. record.JudgmentsUnder(competency).Where(one => one.Stage == stage && JudgmentPolicy.Default.Counts(one.Role) && record.IsRetracted(one, AsOf.Everything) != isInForce).Select(one => one.JudgedAt)];
}
