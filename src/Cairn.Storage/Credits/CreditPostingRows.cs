using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Credits;

public static partial class CreditAwarding
{
    /// <summary>Posts credit of another school, or what is accepted in its place. Who does keeps the official record.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who posts, over the turn's database.</param>
    /// <param name="posting">What.</param>
    /// <param name="on">The district's day.</param>
    public static CreditAnswer Post(WriteTurn turn, Scope scope, CreditPosting posting, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(on);
        if (!scope.May(posting.Learner, Rights.AwardCredit | Rights.Certify)) return new(CreditOutcome.NotFound);
        if (posting.Source is not (CreditSource.Transfer or CreditSource.Equivalency) || posting.Agreement is not null) return new(CreditOutcome.Invalid);
        if (posting.Prior is null && string.IsNullOrWhiteSpace(posting.Origin) && string.IsNullOrWhiteSpace(posting.Reason)) return new(CreditOutcome.NeedsReason);
        return PostUnasked(turn, scope, posting, on);
    }

    /// <summary>Takes an award out of force, for good.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who does, over the turn's database: who keeps the official record.</param>
    /// <param name="award">Which award.</param>
    /// <param name="reason">Why.</param>
    /// <param name="words">Why, in words; a mistake and an appeal need them.</param>
    public static CreditOutcome Reverse(WriteTurn turn, Scope scope, CreditAwardId award, ReversalReason reason, string words)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(words);
        if (turn.Db.CreditAwards.AsNoTracking().FirstOrDefault(one => one.Id == award) is not { } found || !scope.May(found.Learner, Rights.Certify)) return CreditOutcome.NotFound;
        if (reason is ReversalReason.Mistake or ReversalReason.Appeal && string.IsNullOrWhiteSpace(words)) return CreditOutcome.NeedsReason;
        if (turn.Db.CreditReversals.Any(one => one.Award == award)) return CreditOutcome.MovedOn;
        var reversal = new CreditReversal(NewReversal(), found.Learner, award, reason, null, new PersonId(scope.Actor.Person), turn.Next());
        turn.Db.Add(reversal);
        turn.Db.SaveChanges();
        if (!string.IsNullOrWhiteSpace(words)) turn.Tell(JournalAct.Told, found.Learner, new { reason = words.Trim() }, (typeof(CreditReversal), reversal.Id.Value));
        return CreditOutcome.Done;
    }

    /// <summary>Gives credit back that was taken out of force: another award of the same, for the same, with what an appeal answered as its reason. Nothing counts twice.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who does, over the turn's database: who keeps the official record.</param>
    /// <param name="award">The award that was taken out of force.</param>
    /// <param name="words">Why, in words.</param>
    internal static CreditOutcome GiveBack(WriteTurn turn, Scope scope, CreditAwardId award, string words)
    {
        if (turn.Db.CreditAwards.AsNoTracking().FirstOrDefault(one => one.Id == award) is not { } lost || !scope.May(lost.Learner, Rights.Certify)) return CreditOutcome.NotFound;
        if (turn.Db.CreditAwardTexts.AsNoTracking().FirstOrDefault(one => one.Award == award) is not { } text || lost.ProvisionalUntil < scope.Today) return CreditOutcome.Invalid;
        var (by, parts) = (new PersonId(scope.Actor.Person), turn.Db.CreditAwardParts.AsNoTracking().Where(one => one.Award == award).AsEnumerable().OrderBy(one => one.Id.Value).ToList());
        var policy = lost.Policy is { } named ? turn.Db.CreditPolicies.AsNoTracking().FirstOrDefault(one => one.Id == named) : null;
        var candidate = new CreditCandidate(lost.Source, lost.Hundredths, [.. parts.Select(one => (one.Competency, one.Stage, one.Hundredths))])
        {
            Policy = policy, Agreement = lost.Agreement, Panel = lost.Panel, Prior = lost.Prior, IsWhole = policy is not null && lost.Hundredths >= policy.Hundredths, IsProvisional = lost.ProvisionalUntil is not null,
        };
        var overlap = CreditOverlap.Of(candidate, CreditRows.Read(turn.Db, lost.Learner), scope.Today);
        if (!overlap.IsFree) return CreditOutcome.Overlaps;
        var given = lost with { Id = new CreditAwardId(Guid.CreateVersion7()), By = by, RecordedAt = turn.Next() };
        Store(turn, given, text with { Award = given.Id, Reason = words.Trim() }, parts.Select(one => one with { Id = NewPart(), Award = given.Id }), overlap, by);
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>Posts credit for whoever was asked before whether they may.</summary>
    internal static CreditAnswer PostUnasked(WriteTurn turn, Scope scope, CreditPosting posting, DistrictDay on)
    {
        if (scope.Find(posting.Learner) is not { } learner) return new(CreditOutcome.NotFound);
        if (Known(turn.Db, posting.Id, posting.Learner) is { } known) return known;
        var policy = posting.Policy is { } named ? turn.Db.CreditPolicies.AsNoTracking().FirstOrDefault(one => one.Id == named) : null;
        if (Flawed(posting, policy, learner, on.Today)) return new(CreditOutcome.Invalid);

        var (by, record) = (new PersonId(scope.Actor.Person), CreditRows.Read(turn.Db, posting.Learner));
        if (posting.Replaces.Any(one => record.InForce.All(held => held.Award.Id != one.Award))) return new(CreditOutcome.MovedOn);
        var gone = posting.Replaces.Select(one => new CreditReversal(NewReversal(), posting.Learner, one.Award, one.Reason, posting.Id, by, turn.Next())).ToList();
        var candidate = new CreditCandidate(posting.Source, posting.Hundredths, [.. posting.Parts.Select(one => (one.Competency, one.Stage, one.Hundredths))])
        {
            Policy = policy, Agreement = posting.Agreement, Prior = posting.Prior, IsWhole = policy is not null && posting.Hundredths >= policy.Hundredths, IsProvisional = posting.ProvisionalUntil is not null,
        };
        var overlap = CreditOverlap.Of(candidate, record.Without([.. posting.Replaces.Select(one => one.Award)]), on.Today);
        if (!overlap.IsFree) return new(CreditOutcome.Overlaps, Overlap: overlap);

        var award = new CreditAward(posting.Id, posting.Learner, posting.Source, posting.Hundredths, posting.EarnedOn, by, turn.Next())
        {
            Policy = policy?.Id, Agreement = posting.Agreement, Prior = posting.Prior, Area = policy?.Area ?? posting.Area, Level = posting.Level, Grading = posting.Grading, IsWeighted = posting.IsWeighted,
            School = learner.School, Program = learner.Program, ProvisionalUntil = posting.ProvisionalUntil,
        };
        var text = new CreditAwardText(award.Id, policy?.CourseTitle ?? posting.Title.Trim(), policy?.CourseCode ?? posting.Code.Trim(), policy?.Subject ?? posting.Subject.Trim(), policy?.Tags ?? posting.Tags.Trim(), posting.Grade.Trim(), posting.Origin.Trim(), posting.Reason.Trim());
        Store(turn, award, text, posting.Parts.Select(one => new CreditAwardPart(NewPart(), posting.Learner, award.Id, one.Competency, one.Stage, one.Hundredths, one.Level, null)), overlap, by);
        turn.Db.AddRange(gone);
        turn.Db.SaveChanges();
        return new(CreditOutcome.Done, award, Overlap: overlap);
    }

    private static bool Flawed(CreditPosting posting, CreditPolicy? policy, Learner learner, DateOnly today) =>
        posting.Hundredths is < 1 or > 10_000 || posting.EarnedOn > today || posting.ProvisionalUntil < today
        || (posting.Policy is not null && (policy is null || !policy.Place.Reaches(learner.Place) || posting.Hundredths > policy.Hundredths))
        || string.IsNullOrWhiteSpace(policy?.CourseTitle ?? posting.Title) || posting.Title.Length > 200 || posting.Code.Length > 60 || posting.Subject.Length > 60 || posting.Tags.Length > 200
        || posting.Grade.Length > 40 || posting.Origin.Length > 200 || posting.Reason.Length > 2_000
        || posting.Parts.Any(one => one.Hundredths < 0) || posting.Parts.Sum(one => (long)one.Hundredths) > posting.Hundredths || posting.Parts.DistinctBy(one => (one.Competency, one.Stage)).Count() < posting.Parts.Count;
}
