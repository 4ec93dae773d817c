using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Credits;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transfers;

/// <summary>How somebody takes a line for something.</summary>
/// <param name="Line">Which line.</param>
/// <param name="Seen">The version that they had before them.</param>
/// <param name="Award">The id of the award, made with the form: what comes twice is awarded once.</param>
/// <param name="Until">The last day it is taken for granted.</param>
public sealed record TransferAsk(PriorLineId Line, int Seen, CreditAwardId Award, DateOnly Until)
{
    /// <summary>The code of a policy in force; empty for none.</summary>
    public string Policy { get; init; } = "";

    /// <summary>The subject; empty where the policy says it.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The level that a person takes for granted in place of what the grade says; null for the grade's.</summary>
    public decimal? Level { get; init; }

    /// <summary>Is the same to be proposed for such courses from now on?</summary>
    public bool IsRemembered { get; init; }
}

/// <summary>What became of a line.</summary>
public enum TransferOutcome
{
    /// <summary>It is done.</summary>
    Done = 0,

    /// <summary>It is not there for whoever wants it.</summary>
    NotFound = 1,

    /// <summary>Somebody else changed it since it was read.</summary>
    Overtaken = 2,

    /// <summary>The same was credited already.</summary>
    Overlaps = 3,

    /// <summary>Neither credit nor a level would come of it.</summary>
    Nothing = 4,

    /// <summary>The policy is not in force for the learner, or what is asked for makes no sense.</summary>
    Invalid = 5,

    /// <summary>Work here did not confirm it: whoever decides all the same says why.</summary>
    NeedsReason = 6,

    /// <summary>Work here did not confirm it: another than who took it for granted decides all the same.</summary>
    NeedsSecond = 7,
}

/// <summary>Takes lines of another school's transcript for something here, and settles what was taken for granted. All that decides is read again in the writer's turn.</summary>
public static class TransferWriting
{
    /// <summary>Accepts a line: posts provisional credit, and takes its levels for granted where nothing was seen here yet.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who accepts, over the turn's database.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="ask">How.</param>
    /// <param name="frameworks">The frameworks in force.</param>
    /// <param name="on">The district's day.</param>
    public static TransferOutcome Accept(WriteTurn turn, Scope scope, LearnerId learner, TransferAsk ask, IReadOnlyList<FrameworkInForce> frameworks, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(on);
        if (PriorRows.LineOf(turn.Db, scope, learner, ask.Line) is not var (transcript, read) || scope.Find(learner) is not { } found) return TransferOutcome.NotFound;
        if (read.Award == ask.Award) return TransferOutcome.Done;
        if (read.Version != ask.Seen || read.State != PriorLineState.Open) return TransferOutcome.Overtaken;
        var reads = new TransferReads(turn.Db, scope, found, frameworks, on.Today);
        var policy = reads.Policies.FirstOrDefault(one => string.Equals(one.Code, ask.Policy, StringComparison.Ordinal));
        if ((ask.Policy.Length > 0 && policy is null) || (policy is null && ask.Subject.Length == 0) || ask.Until <= on.Today) return TransferOutcome.Invalid;
        if (PriorRows.Standing(turn.Db, scope, learner, transcript.Origin).Any(one => one.Id != read.Id && one.State == PriorLineState.Accepted && TypedPrior.Of(one).IsSameAs(TypedPrior.Of(read)))) return TransferOutcome.Overlaps;
        var proposal = reads.As(read, policy, ask.Subject);
        var levels = Levels(proposal, ask, reads);
        if (proposal.Hundredths == 0 && levels.Count == 0) return TransferOutcome.Nothing;
        if (proposal.Hundredths > 0)
        {
            var posted = CreditAwarding.Post(turn, scope, new CreditPosting(ask.Award, learner, CreditSource.Transfer, proposal.Hundredths, EarnedOn(read, on.Today), read.Title)
            {
                Policy = policy?.Id, Prior = read.Id, Parts = [.. proposal.Parts.Select(one => new PostedPart(one.Competency, one.Stage, one.Hundredths))], ProvisionalUntil = ask.Until,
                Code = read.Code, Subject = proposal.Subject, Grade = read.Grade, Origin = transcript.Origin,
            }, on);
            if (posted.Outcome != CreditOutcome.Done) return Of(posted.Outcome);
        }

        var by = new PersonId(scope.Actor.Person);
        foreach (var (part, level) in levels) turn.Db.Add(new ProvisionalLevel(new ProvisionalLevelId(Guid.CreateVersion7()), learner, part.Competency, part.Stage, level, read.Id, ask.Until, by, turn.Next()));
        TransferStages.Enter(turn, scope, learner, proposal, read);
        turn.Db.PriorLines.First(one => one.Id == read.Id).Accept(policy?.Code ?? "", proposal.Subject, proposal.Hundredths > 0 ? ask.Award : null, ask.Until, by, turn.Now);
        turn.Db.SaveChanges();
        if (ask.IsRemembered)
            EquivalentRows.Add(turn, new CourseEquivalent(new CourseEquivalentId(Guid.CreateVersion7()), read.Code, read.Code.Length > 0 || read.Title.Length > CourseEquivalent.Longest ? "" : read.Title, policy?.Code ?? "", policy is null ? proposal.Subject : "", by, turn.Now));
        return TransferOutcome.Done;
    }

    /// <summary>What was taken for granted counts for good from now on: what work here confirmed, or what another than who accepted it confirms and says why.</summary>
    public static TransferOutcome Confirm(WriteTurn turn, Scope scope, LearnerId learner, PriorLineId id, int seen, CreditAwardId award, string reason, DistrictDay on) =>
        Settle(turn, scope, learner, id, seen, award, null, reason, on);

    /// <summary>It is taken for granted for longer.</summary>
    public static TransferOutcome Extend(WriteTurn turn, Scope scope, LearnerId learner, PriorLineId id, int seen, CreditAwardId award, DateOnly until, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(on);
        return until <= on.Today ? TransferOutcome.Invalid : Settle(turn, scope, learner, id, seen, award, until, "", on);
    }

    /// <summary>What was taken for granted counts no more.</summary>
    public static TransferOutcome TakeBack(WriteTurn turn, Scope scope, LearnerId learner, PriorLineId id, int seen, string reason)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (Granted(turn, scope, learner, id) is not { } line) return TransferOutcome.NotFound;
        if (line.Version != seen) return TransferOutcome.Overtaken;
        if (line.Award is { } held && CreditAwarding.Reverse(turn, scope, held, ReversalReason.NotConfirmed, reason) is not (CreditOutcome.Done or CreditOutcome.MovedOn)) return TransferOutcome.NotFound;
        line.Settle(null, null, new PersonId(scope.Actor.Person), turn.Now);
        turn.Db.SaveChanges();
        TransferStages.TakeBack(turn, scope, learner, line);
        return TransferOutcome.Done;
    }

    private static TransferOutcome Settle(WriteTurn turn, Scope scope, LearnerId learner, PriorLineId id, int seen, CreditAwardId award, DateOnly? until, string reason, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(on);
        if (turn.Db.PriorLines.AsNoTracking().Any(one => one.Id == id && one.Learner == learner && one.Award == award) && PriorRows.Writes(scope, learner)) return TransferOutcome.Done;
        if (Granted(turn, scope, learner, id) is not { } line) return TransferOutcome.NotFound;
        if (line.Version != seen) return TransferOutcome.Overtaken;
        var standing = ProvisionalRows.ToSettle(turn.Db, scope, learner).First(one => one.Line.Id == id).Standing;
        if (until is null && standing.State != ProvisionalState.Confirmed && string.IsNullOrWhiteSpace(reason)) return TransferOutcome.NeedsReason;
        if (until is null && standing.State != ProvisionalState.Confirmed && AcceptedBy(turn.Db, line) == new PersonId(scope.Actor.Person)) return TransferOutcome.NeedsSecond;
        if (line.Award is { } before && CreditRows.RecordOf(turn.Db, scope, learner).InForce.FirstOrDefault(one => one.Award.Id == before) is { } held)
        {
            var posted = CreditAwarding.Post(turn, scope, Again(held, award, until, reason), on);
            if (posted.Outcome != CreditOutcome.Done) return Of(posted.Outcome);
            line.Settle(award, until, new PersonId(scope.Actor.Person), turn.Now);
        }
        else line.Settle(null, until, new PersonId(scope.Actor.Person), turn.Now);

        if (until is { } longer)
            foreach (var one in standing.Levels.Where(one => !one.IsSettled))
                turn.Db.Add(one.Taken with { Id = new ProvisionalLevelId(Guid.CreateVersion7()), Until = longer, By = new PersonId(scope.Actor.Person), RecordedAt = turn.Next() });
        turn.Db.SaveChanges();
        return TransferOutcome.Done;
    }

    // The same award again, in place of the one that was taken for granted: what it was for stays to the letter.
    private static CreditPosting Again(CreditHeld held, CreditAwardId award, DateOnly? until, string reason) =>
        new(award, held.Award.Learner, held.Award.Source, held.Award.Hundredths, held.Award.EarnedOn, held.Text?.Title ?? "")
        {
            Policy = held.Award.Policy, Prior = held.Award.Prior, Area = held.Award.Area, Level = held.Award.Level, Grading = held.Award.Grading, IsWeighted = held.Award.IsWeighted, ProvisionalUntil = until,
            Parts = [.. held.Parts.Select(one => new PostedPart(one.Competency, one.Stage, one.Hundredths, one.Level))], Code = held.Text?.Code ?? "", Subject = held.Text?.Subject ?? "", Tags = held.Text?.Tags ?? "",
            Grade = held.Text?.Grade ?? "", Origin = held.Text?.Origin ?? "", Reason = reason.Trim(), Replaces = [(held.Award.Id, ReversalReason.Overlap)],
        };

    private static PriorLine? Granted(WriteTurn turn, Scope scope, LearnerId learner, PriorLineId id) =>
        PriorRows.Writes(scope, learner) && turn.Db.PriorLines.FirstOrDefault(one => one.Id == id && one.Learner == learner) is { State: PriorLineState.Accepted, Until: not null } line ? line : null;

    // Of what was seen here nothing is taken for granted.
    private static List<(ProposedPart Part, decimal Level)> Levels(TransferProposal proposal, TransferAsk ask, TransferReads reads)
    {
        decimal? LevelOf(ProposedPart part) => ask.Level is { } said && reads.ScaleOf(part.Competency) is { } scale ? scale.WithNumber(said)?.Number : part.Level;
        return [.. proposal.Parts.Where(one => !one.IsSeen).Select(one => (Part: one, Level: LevelOf(one))).Where(one => one.Level is not null).Select(one => (one.Part, one.Level!.Value))];
    }

    // Who took it for granted first, whoever gave it longer since.
    private static PersonId? AcceptedBy(Db db, PriorLine line)
    {
        var awards = db.CreditAwards.AsNoTracking().Where(one => one.Learner == line.Learner && one.Prior == line.Id).Select(one => new { one.By, one.RecordedAt });
        var levels = db.ProvisionalLevels.AsNoTracking().Where(one => one.Learner == line.Learner && one.Line == line.Id).Select(one => new { one.By, one.RecordedAt });
        return awards.AsEnumerable().Concat(levels.AsEnumerable()).MinBy(one => one.RecordedAt)?.By ?? line.DecidedBy;
    }

    private static DateOnly EarnedOn(PriorLine line, DateOnly today) => line.EndedOn is { } ended && ended < today ? ended : today;

    private static TransferOutcome Of(CreditOutcome outcome) => outcome switch
    {
        CreditOutcome.Overlaps => TransferOutcome.Overlaps,
        CreditOutcome.MovedOn => TransferOutcome.Overtaken,
        CreditOutcome.NotFound => TransferOutcome.NotFound,
        _ => TransferOutcome.Invalid,
    };
}
