using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>A question about a judgment, with what it is about.</summary>
/// <param name="Query">The question.</param>
/// <param name="Learner">Whose record.</param>
/// <param name="Judgment">The judgment; null where it is no longer there.</param>
/// <param name="Names">Names of who judged, asked, answered and decided, as far as the asker may know them.</param>
public sealed record QueryLine(JudgmentQuery Query, Learner Learner, Judgment? Judgment, IReadOnlyDictionary<Guid, string> Names);

/// <summary>Questions about judgments. Of a family each finds their own; educators who judge the learner find all and answer; whoever leads decides appeals, but none about themselves.</summary>
public static class JudgmentQueryRows
{
    /// <summary>A learner's questions, the newest first: the asker's own, or all for whoever judges or decides.</summary>
    public static IReadOnlyList<QueryLine> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.Find(learner) is null) return [];
        var (self, isStaff) = (new PersonId(scope.Actor.Person), Answers(scope, learner) || Decides(scope, learner));
        if (!isStaff && !Asks(scope, learner)) return [];
        return Lines(db, scope, [.. db.JudgmentQueries.AsNoTracking().Where(one => one.Learner == learner && (isStaff || one.AskedBy == self)).ToList().OrderByDescending(one => one.AskedAt)]);
    }

    /// <summary>Questions that wait for the asker: to answer, and appeals to decide; the soonest due first.</summary>
    public static IReadOnlyList<QueryLine> Queue(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator) return [];
        var open = db.JudgmentQueries.AsNoTracking().Where(one => one.State == QueryState.Asked || one.State == QueryState.Appealed).ToList();
        return [.. Lines(db, scope, [.. open.OrderBy(one => one.DueOn).ThenBy(one => one.AskedAt).Where(one => one.State == QueryState.Asked ? Answers(scope, one.Learner) : Decides(scope, one.Learner))])
            .Where(one => one.Query.State == QueryState.Asked || !IsAgainst(one, scope.Actor))];
    }

    /// <summary>The judgment that a question would be about, for whoever may ask; null where it is not the learner's, out of force, put right by an answer already, or the learner's own reflection.</summary>
    public static Judgment? About(Db db, Scope scope, LearnerId learner, JudgmentId id)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !Asks(scope, learner) || IsOut(db, id) || IsPutRight(db, learner, id) ? null : db.Judgments.AsNoTracking().FirstOrDefault(one => one.Learner == learner && one.Id == id && one.Role != JudgeRole.Learner);
    }

    /// <summary>Asks; null where whoever asks may not, or asks about the same judgment already.</summary>
    public static JudgmentQueryId? Ask(WriteTurn turn, Scope scope, LearnerId learner, JudgmentId judgment, string words, DateOnly dueOn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (About(turn.Db, scope, learner, judgment) is not { } about) return null;
        var by = new PersonId(scope.Actor.Person);
        if (turn.Db.JudgmentQueries.Any(one => one.Learner == learner && one.Judgment == judgment && one.AskedBy == by && (one.State == QueryState.Asked || one.State == QueryState.Appealed))) return null;
        var asked = new JudgmentQuery(new JudgmentQueryId(Guid.CreateVersion7()), learner, judgment, about.Competency, by, words, turn.Now, dueOn);
        turn.Db.Add(asked);
        turn.Db.SaveChanges();
        return asked.Id;
    }

    /// <summary>Whoever asked appeals, or takes it back; anybody else finds nothing.</summary>
    public static PlanChange Follow(WriteTurn turn, Scope scope, LearnerId learner, JudgmentQueryId id, int seen, Action<JudgmentQuery> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        return Asks(scope, learner) ? Change(turn, id, seen, one => one.Learner == learner && one.AskedBy.Value == scope.Actor.Person, change) : PlanChange.NotFound;
    }

    /// <summary>An educator answers: the judgment stands, or a level stands in its place. The new one is a fact of its own; the old one is taken out of force by whoever
    /// said it, and settled by a second judge where somebody else answers. One answer is for all who asked about the same judgment, so that no two of them are told otherwise;
    /// what waits for a decision above, or was decided there, is put right by nobody here.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who answers, in this turn.</param>
    /// <param name="id">The question.</param>
    /// <param name="seen">The version that was before them.</param>
    /// <param name="level">The level in its place; null where it stands.</param>
    /// <param name="answer">The answer.</param>
    public static PlanChange Answer(WriteTurn turn, Scope scope, JudgmentQueryId id, int seen, decimal? level, string answer)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var by = new PersonId(scope.Actor.Person);
        Judgment? instead = null;
        var of = turn.Db.JudgmentQueries.AsNoTracking().FirstOrDefault(one => one.Id == id);
        if (level is { } number && of is not null && turn.Db.Judgments.AsNoTracking().FirstOrDefault(one => one.Learner == of.Learner && one.Id == of.Judgment) is { } old)
            instead = old with
            {
                Id = new JudgmentId(Guid.CreateVersion7()), Level = number, NonScore = null, IsCompletion = false, Judge = by, Role = old.Judge == by ? old.Role : JudgeRole.Moderator, JudgedAt = turn.Now, Place = 0,
            };
        if (level is not null && instead is null) return PlanChange.NotFound;
        var others = of is null ? [] : Others(turn.Db, of);
        if (instead is not null && others.Exists(one => one.State is QueryState.Appealed or QueryState.Upheld or QueryState.Granted or QueryState.Corrected)) return PlanChange.Refused;
        var done = Change(turn, id, seen, one => Answers(scope, one.Learner), one => one.Reply(instead?.Id, by, answer, turn.Now));
        if (done != PlanChange.Done) return done;
        foreach (var one in others.Where(one => one.State == QueryState.Asked)) one.Reply(instead?.Id, by, answer, turn.Now);
        if (instead is not null)
            foreach (var one in others.Where(one => one.State == QueryState.Stands)) one.PutRightLater(instead.Id, by, answer, turn.Now);
        turn.Db.SaveChanges();
        if (instead is null) return done;
        var isOwn = of!.Judgment.Value != default && instead.Role != JudgeRole.Moderator;
        turn.Record(new Recording(of.Learner)
        {
            Judgments = [instead], JudgmentTexts = [new JudgmentText(instead.Id, answer)],
            Retractions = isOwn && !IsOut(turn.Db, of.Judgment) ? [new Retraction(new RetractionId(Guid.CreateVersion7()), of.Learner, RetractedKind.Judgment, of.Judgment.Value, by, default)] : [],
        });
        return done;
    }

    /// <summary>Whoever leads decides an appeal. Where it is granted, what was judged is out of force and is judged anew.</summary>
    public static PlanChange Decide(WriteTurn turn, Scope scope, JudgmentQueryId id, int seen, bool isGranted, string reasons)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var by = new PersonId(scope.Actor.Person);
        if (turn.Db.JudgmentQueries.AsNoTracking().FirstOrDefault(one => one.Id == id) is not { } of) return PlanChange.NotFound;
        var judge = turn.Db.Judgments.AsNoTracking().Where(one => one.Learner == of.Learner && one.Id == of.Judgment).Select(one => one.Judge).FirstOrDefault();
        var done = Change(turn, id, seen, one => Decides(scope, one.Learner), one => one.Decide(isGranted, by, judge, reasons, turn.Now));
        if (done != PlanChange.Done) return done;
        // What was decided holds for all who asked: those who wait, and where it is granted also those who were told that it stands.
        var others = Others(turn.Db, of).Where(one => one.IsOpen || (isGranted && one.MayAppeal)).ToList();
        foreach (var one in others) one.DecideWith(isGranted, by, reasons, turn.Now);
        turn.Db.SaveChanges();
        if (!isGranted) return done;
        turn.Record(new Recording(of.Learner)
        {
            Retractions = [.. others.Select(one => one.NewJudgment).Prepend(of.NewJudgment).Prepend(of.Judgment).OfType<JudgmentId>().Distinct().Where(one => !IsOut(turn.Db, one))
                .Select(one => new Retraction(new RetractionId(Guid.CreateVersion7()), of.Learner, RetractedKind.Judgment, one.Value, by, default))],
        });
        return done;
    }

    private static PlanChange Change(WriteTurn turn, JudgmentQueryId id, int seen, Func<JudgmentQuery, bool> may, Action<JudgmentQuery> change)
    {
        if (turn.Db.JudgmentQueries.FirstOrDefault(one => one.Id == id) is not { } found || !may(found)) return PlanChange.NotFound;
        if (found.Version != seen) return PlanChange.Overtaken;
        try
        {
            change(found);
        }
        catch (InvalidOperationException)
        {
            return PlanChange.Refused;
        }

        turn.Db.SaveChanges();
        return PlanChange.Done;
    }

    private static List<QueryLine> Lines(Db db, Scope scope, List<JudgmentQuery> queries)
    {
        var (ids, learners) = (queries.Select(one => one.Judgment).Distinct().ToList(), queries.Select(one => one.Learner).Distinct().ToList());
        var judgments = db.Judgments.AsNoTracking().Where(one => learners.Contains(one.Learner) && ids.Contains(one.Id)).ToDictionary(one => one.Id);
        var names = PeopleNames.OfStaff(db, [.. judgments.Values.Select(one => one.Judge.Value), .. queries.SelectMany(one => (Guid[])[one.AnsweredBy.Value, one.DecidedBy.Value])]);
        foreach (var learner in learners)
        {
            if (scope.Find(learner) is { } found) names[learner.Value] = found.FullName;
            foreach (var guardian in scope.GuardiansOf(learner)) names[guardian.Id.Value] = guardian.DisplayName;
        }

        return [.. queries.Where(one => scope.Find(one.Learner) is not null).Select(one => new QueryLine(one, scope.Find(one.Learner)!, judgments.GetValueOrDefault(one.Judgment), names))];
    }

    private static bool IsOut(Db db, JudgmentId id) => db.Retractions.Any(one => one.Kind == RetractedKind.Judgment && one.Fact == id.Value);

    // Of the others that are about the same judgment.
    private static List<JudgmentQuery> Others(Db db, JudgmentQuery of) => [.. db.JudgmentQueries.Where(one => one.Learner == of.Learner && one.Judgment == of.Judgment && one.Id != of.Id && one.State != QueryState.TakenBack)];

    private static bool IsPutRight(Db db, LearnerId learner, JudgmentId id) =>
        db.JudgmentQueries.Any(one => one.Learner == learner && one.Judgment == id && (one.State == QueryState.Corrected || one.State == QueryState.Granted));

    private static bool IsAgainst(QueryLine line, Actor actor) => line.Query.AnsweredBy.Value == actor.Person || line.Judgment?.Judge.Value == actor.Person;

    private static bool Asks(Scope scope, LearnerId learner) => scope.Actor.Kind is ActorKind.Learner or ActorKind.Guardian && scope.May(learner, Rights.AskAmendment);

    private static bool Answers(Scope scope, LearnerId learner) => scope.Actor.IsEducator && scope.May(learner, Rights.Judge);

    private static bool Decides(Scope scope, LearnerId learner) => scope.Actor.IsEducator && scope.May(learner, Rights.Amend);
}
