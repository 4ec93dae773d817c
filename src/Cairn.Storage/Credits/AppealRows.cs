using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Credits;

/// <summary>An appeal with its learner.</summary>
/// <param name="Appeal">The appeal.</param>
/// <param name="Learner">Whose record.</param>
public sealed record AppealLine(CreditAppeal Appeal, Learner Learner);

/// <summary>Appeals about credit and diplomas: asked by learner, family and who teaches, decided by another than who decided first.</summary>
public static class AppealRows
{
    /// <summary>Appeals of one learner that may be open at once.</summary>
    public const int MostOpen = 20;

    /// <summary>A learner's appeals, newest first; for everybody who reads the record and may ask or decide.</summary>
    public static IReadOnlyList<CreditAppeal> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !MayAsk(scope, learner) && !scope.May(learner, Rights.Certify) ? [] : [.. db.CreditAppeals.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.AskedAt)];
    }

    /// <summary>Appeals that wait and that the asker may decide, the soonest due first.</summary>
    public static IReadOnlyList<AppealLine> Queue(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return [.. db.CreditAppeals.AsNoTracking().Where(one => one.State == AppealState.Asked).ToList().OrderBy(one => one.DueOn).ThenBy(one => one.AskedAt)
            .Where(one => scope.May(one.Learner, Rights.Certify)).Select(one => new AppealLine(one, scope.Find(one.Learner)!))];
    }

    /// <summary>Is an appeal there for the actor to decide, or was it? Who keeps the record of its learner may know.</summary>
    public static bool MayDecide(Db db, Scope scope, CreditAppealId id)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return db.CreditAppeals.AsNoTracking().FirstOrDefault(one => one.Id == id) is { } found && scope.May(found.Learner, Rights.Certify);
    }

    /// <summary>May the actor ask for a learner: the learner, the family, and who awards or judges them?</summary>
    public static bool MayAsk(Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Actor.MayWrite && scope.Actor.Kind is ActorKind.Learner or ActorKind.Guardian ? scope.May(learner, Rights.SeeRecord) : scope.May(learner, Rights.AwardCredit) || scope.May(learner, Rights.Judge);
    }

    /// <summary>Asks. What it is about has to be there, and to have no open appeal.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who asks, over the turn's database.</param>
    /// <param name="id">The appeal's id, made with the form.</param>
    /// <param name="learner">Whose record.</param>
    /// <param name="about">What it is about.</param>
    /// <param name="what">Which: see <see cref="CreditAppeal.What"/>.</param>
    /// <param name="words">Why, 1 to 2,000 characters.</param>
    /// <param name="dueOn">The day by which it is decided.</param>
    public static CreditOutcome Ask(WriteTurn turn, Scope scope, CreditAppealId id, LearnerId learner, AppealAbout about, string what, string words, DateOnly dueOn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(words);
        if (!MayAsk(scope, learner)) return CreditOutcome.NotFound;
        if (turn.Db.CreditAppeals.AsNoTracking().FirstOrDefault(one => one.Id == id) is { } known) return known.Learner == learner ? CreditOutcome.Done : CreditOutcome.NotFound;
        if (string.IsNullOrWhiteSpace(words)) return CreditOutcome.NeedsReason;
        var (isThere, first) = Decided(turn.Db, learner, about, what);
        if (!isThere || words.Length > 2_000 || what.Length > 300) return CreditOutcome.Invalid;
        if (turn.Db.CreditAppeals.Count(one => one.Learner == learner && one.State == AppealState.Asked) >= MostOpen
            || turn.Db.CreditAppeals.Any(one => one.Learner == learner && one.State == AppealState.Asked && one.About == about && one.What == what)) return CreditOutcome.MovedOn;
        turn.Db.Add(new CreditAppeal(id, learner, about, what, words.Trim(), new PersonId(scope.Actor.Person), turn.Now, dueOn, first));
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>Decides, or takes back one's own.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who does, over the turn's database.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The version that was before them.</param>
    /// <param name="isGranted">The decision; null to take it back.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="isTurned">Is the award that it is about taken out of force with it, or given back where it was taken out of force? Of granted ones only.</param>
    public static CreditOutcome Change(WriteTurn turn, Scope scope, CreditAppealId id, int seen, bool? isGranted, string reason, bool isTurned = false)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(reason);
        var by = new PersonId(scope.Actor.Person);
        if (turn.Db.CreditAppeals.FirstOrDefault(one => one.Id == id) is not { } found) return CreditOutcome.NotFound;
        if (isGranted is null ? found.AskedBy != by || !MayAsk(scope, found.Learner) : !scope.May(found.Learner, Rights.Certify)) return CreditOutcome.NotFound;
        if (found.Version != seen || found.State != AppealState.Asked) return CreditOutcome.MovedOn;
        var turned = isGranted == true && isTurned && found.About == AppealAbout.Award && Guid.TryParse(found.What, out var award) ? new CreditAwardId(award) : (CreditAwardId?)null;
        if (isGranted is null)
        {
            found.TakeBack(by, turn.Now);
        }
        else
        {
            if (!found.MayDecide(by)) return CreditOutcome.NeedsCertify;
            if (string.IsNullOrWhiteSpace(reason)) return CreditOutcome.NeedsReason;
            if (reason.Length > 2_000) return CreditOutcome.Invalid;
            // Given back before it is decided: where it cannot be, nothing is.
            if (turned is { } lost && turn.Db.CreditReversals.Any(one => one.Award == lost) && CreditAwarding.GiveBack(turn, scope, lost, reason) is var given and not CreditOutcome.Done) return given;
            found.Decide(isGranted.Value, by, reason.Trim(), turn.Now);
        }

        turn.Db.SaveChanges();
        if (turned is { } stands) CreditAwarding.Reverse(turn, scope, stands, ReversalReason.Appeal, reason);
        return CreditOutcome.Done;
    }

    // Who took it out of force decided last.
    private static (bool IsThere, PersonId? By) Decided(Db db, LearnerId learner, AppealAbout about, string what)
    {
        if (about == AppealAbout.Refusal) return (db.CreditPolicies.Any(one => one.Code == what), null);
        if (about == AppealAbout.Diploma) return (what.Length > 0, null);
        if (!Guid.TryParse(what, out var id) || db.CreditAwards.AsNoTracking().FirstOrDefault(one => one.Id == new CreditAwardId(id) && one.Learner == learner) is not { } award) return (false, null);
        return (true, db.CreditReversals.AsNoTracking().FirstOrDefault(one => one.Award == award.Id)?.By ?? award.By);
    }
}
