using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>A request for amendment with the name of its learner.</summary>
/// <param name="Amendment">The request.</param>
/// <param name="Learner">Whose record.</param>
public sealed record AmendmentLine(Amendment Amendment, Learner Learner);

/// <summary>Requests for amendment: the family's own, and the queue of those who decide.</summary>
public static class AmendmentRows
{
    /// <summary>A learner's requests, newest first, for the family and for those who decide; none for anybody else.</summary>
    public static IReadOnlyList<Amendment> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !scope.May(learner, Rights.AskAmendment) && !scope.May(learner, Rights.Amend) ? []
            : [.. db.Amendments.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.AskedAt)];
    }

    /// <summary>What families said against refusals, by the part it is about; for everybody who sees the record, for as long as there is one.</summary>
    public static ILookup<DisputedPart, string> StatementsOf(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return (scope.Find(learner) is null ? [] : db.Amendments.AsNoTracking().Where(one => one.Learner == learner && one.State == AmendmentState.Refused && one.Statement != "").ToList())
            .ToLookup(one => DisputedPart.Read(one.About), one => one.Statement);
    }

    /// <summary>Changes when a statement comes: pages that show one are drawn anew.</summary>
    public static int StatementsVersion(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Find(learner) is null ? 0 : db.Amendments.AsNoTracking().Where(one => one.Learner == learner && one.State == AmendmentState.Refused && one.Statement != "").Sum(one => one.Version);
    }

    /// <summary>Requests that wait for a decision of the asker's, the soonest due first.</summary>
    public static IReadOnlyList<AmendmentLine> Queue(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        var open = db.Amendments.AsNoTracking().Where(one => one.State == AmendmentState.Asked).ToList();
        return [.. open.OrderBy(one => one.DueOn).ThenBy(one => one.AskedAt).Where(one => scope.May(one.Learner, Rights.Amend)).Select(one => new AmendmentLine(one, scope.Find(one.Learner)!))];
    }

    /// <summary>One request, with its learner; null where the asker may not decide it.</summary>
    public static AmendmentLine? ToDecide(Db db, Scope scope, AmendmentId id)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return db.Amendments.AsNoTracking().FirstOrDefault(one => one.Id == id) is { } found && scope.May(found.Learner, Rights.Amend) && scope.Find(found.Learner) is { } learner ? new AmendmentLine(found, learner) : null;
    }

    /// <summary>Asks; null where whoever asks does not hold the right now, or asked the same already.</summary>
    public static AmendmentId? Ask(WriteTurn turn, Actor actor, LearnerId learner, DisputedPart about, string wish, DateOnly today, DateOnly dueOn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        if (turn.Db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == learner) is not { } found || !RightsHolders.Has(turn.Db, actor, found, today, turn.Now)) return null;
        if (!Holds(turn.Db, learner, about)) return null;
        var (by, words) = (new PersonId(actor.Person), about.ToString());
        if (turn.Db.Amendments.Any(one => one.Learner == learner && one.State == AmendmentState.Asked && one.AskedBy == by && one.About == words && one.Wish == wish)) return null;
        var asked = new Amendment(new AmendmentId(Guid.CreateVersion7()), learner, by, words, wish, turn.Now, dueOn);
        turn.Db.Add(asked);
        turn.Db.SaveChanges();
        return asked.Id;
    }

    /// <summary>Changes a request of one's own, or decides one; false where it is not there for whoever wants it, or has moved on.</summary>
    public static bool Change(WriteTurn turn, AmendmentId id, Func<Amendment, bool> may, Action<Amendment> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(may);
        ArgumentNullException.ThrowIfNull(change);
        if (turn.Db.Amendments.FirstOrDefault(one => one.Id == id) is not { } found || !may(found)) return false;
        try
        {
            change(found);
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>Takes the disputed fact out of force: an amendment is a retraction and, where there is one, a new fact; nothing is edited.</summary>
    public static bool Retract(WriteTurn turn, Amendment of, PersonId by)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(of);
        var about = DisputedPart.Read(of.About);
        if (about.Kind is not (DisputedKind.Judgment or DisputedKind.Evidence)) return false;
        var kind = about.Kind == DisputedKind.Judgment ? RetractedKind.Judgment : RetractedKind.Evidence;
        if (turn.Db.Retractions.Any(one => one.Kind == kind && one.Fact == about.Id)) return false;
        turn.Record(new Recording(of.Learner) { Retractions = [new Retraction(new RetractionId(Guid.CreateVersion7()), of.Learner, kind, about.Id, by, default)] });
        return true;
    }

    private static bool Holds(Db db, LearnerId learner, DisputedPart about) => about.Kind switch
    {
        DisputedKind.Evidence => db.Evidence.Any(one => one.Id == new EvidenceId(about.Id) && one.Learner == learner),
        DisputedKind.Judgment => db.Judgments.Any(one => one.Id == new JudgmentId(about.Id) && one.Learner == learner),
        _ => true,
    };
}
