using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Credits;

/// <summary>Credit by a policy, as somebody asks for it to be awarded.</summary>
/// <param name="Id">The award's id, made with the form: what comes twice is awarded once.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Policy">By which version of what policy.</param>
/// <param name="Seen">How much the form said it would be, in hundredths of a credit.</param>
public sealed record AwardAsk(CreditAwardId Id, LearnerId Learner, CreditPolicyId Policy, int Seen)
{
    /// <summary>The shares that were shown, before the whole.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Without a grade, where the policy grades it.</summary>
    public bool IsWithoutGrade { get; init; }

    /// <summary>The panel; of exam and artifact only.</summary>
    public CreditPanelId? Panel { get; init; }

    /// <summary>The level that the educator of record saw in the whole; of what is judged as a whole only.</summary>
    public decimal? WholeLevel { get; init; }

    /// <summary>Why; needed where the evidence alone does not say it.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Awards credit and takes awards out of force. Everything that decides is read again in the writer's turn: of two who award the same at once, one does.</summary>
public static partial class CreditAwarding
{
    /// <summary>Awards credit by a policy, if it is earned.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who awards, over the turn's database.</param>
    /// <param name="ask">What.</param>
    /// <param name="framework">The framework of the policy.</param>
    /// <param name="on">The district's day.</param>
    public static CreditAnswer Award(WriteTurn turn, Scope scope, AwardAsk ask, FrameworkInForce framework, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(on);
        if (!scope.May(ask.Learner, Rights.AwardCredit) || scope.Find(ask.Learner) is not { } learner) return new(CreditOutcome.NotFound);
        if (Known(turn.Db, ask.Id, ask.Learner) is { } known) return known;
        var all = CreditRows.Policies(turn.Db);
        if (all.FirstOrDefault(one => one.Id == ask.Policy) is not { } policy || !policy.Place.Reaches(learner.Place)) return new(CreditOutcome.NotFound);
        if (policy.Framework != framework.Content.Framework.Id) return new(CreditOutcome.Invalid);
        if (!PolicyInForce.Of(all, learner.Place, on.Today).Contains(policy)) return new(CreditOutcome.MovedOn);

        var isUngraded = ask.IsWithoutGrade && policy.Grading == GradingOption.Graded;
        if ((isUngraded || (ask.IsPartial && !policy.PostsParts)) && !scope.May(ask.Learner, Rights.Certify)) return new(CreditOutcome.NeedsCertify);
        // Where the law protects a learner's credit, parts are given by default: nobody writes why, so that no award tells of it.
        var isByLaw = ask.IsPartial && Transfers.SituationRows.GivesParts(turn.Db, scope, ask.Learner, on.Today);
        if ((isUngraded || (ask.IsPartial && !policy.PostsParts && !isByLaw) || policy.Method == CreditMethod.JudgedWhole) && string.IsNullOrWhiteSpace(ask.Reason)) return new(CreditOutcome.NeedsReason);

        var parts = turn.Db.CreditParts.AsNoTracking().Where(one => one.Policy == policy.Id).OrderBy(one => one.Position).ToList();
        var seen = EvidenceOf(turn.Db, scope, learner, policy, parts, ask, framework, on);
        var decision = CreditDecision.From(policy, parts, seen, ask.IsPartial);
        if (!decision.IsEarned) return new(CreditOutcome.NotEarned, Decision: decision);
        return Give(turn, new PersonId(scope.Actor.Person), learner, ask, decision, seen.Panel?.Panel, on);
    }

    private static CreditAnswer Give(WriteTurn turn, PersonId by, Learner learner, AwardAsk ask, CreditDecision decision, CreditPanelId? panel, DistrictDay on)
    {
        var (policy, record) = (decision.Policy, CreditRows.Read(turn.Db, ask.Learner));
        var offer = CreditOffer.From(decision, record, on.Today, panel);
        if (!offer.Overlap.IsFree) return new(CreditOutcome.Overlaps, Decision: decision, Overlap: offer.Overlap);
        if (offer.Hundredths != ask.Seen) return new(CreditOutcome.MovedOn, Decision: decision, Overlap: offer.Overlap);
        var award = new CreditAward(ask.Id, ask.Learner, offer.Source, offer.Hundredths, offer.EarnedOn ?? on.Today, by, turn.Next())
        {
            Policy = policy.Id, Panel = panel, Area = policy.Area, Level = offer.Level, IsWeighted = policy.IsWeighted, School = learner.School, Program = learner.Program,
            Grading = ask.IsWithoutGrade ? GradingOption.NoGrade : policy.Grading,
        };
        Store(turn, award, new CreditAwardText(award.Id, policy.CourseTitle, policy.CourseCode, policy.Subject, policy.Tags, "", "", ask.Reason.Trim()),
            offer.Shares.Select(one => new CreditAwardPart(NewPart(), ask.Learner, award.Id, one.Line.Part.Competency, one.Line.Part.Stage, one.Hundredths, one.Line.Standing?.Level, one.Line.Standing?.NewestFact)), offer.Overlap, by);
        if (panel is { } looked) turn.Db.CreditPanels.First(one => one.Id == looked).End(turn.Now);
        turn.Db.SaveChanges();
        return new(CreditOutcome.Done, award, decision, offer.Overlap);
    }

    /// <summary>All that a decision by a policy reads of a learner, in a turn.</summary>
    private static CreditEvidence EvidenceOf(Db db, Scope scope, Learner learner, CreditPolicy policy, List<CreditPart> parts, AwardAsk ask, FrameworkInForce framework, DistrictDay on)
    {
        var standings = CreditStandings.Of(scope, learner, framework, parts.Select(one => one.Competency), on);
        var by = new PersonId(scope.Actor.Person);
        var isJudged = policy.Method == CreditMethod.JudgedWhole && (ask.WholeLevel is { } level ? PanelRows.LineOf(framework, learner, level) : ask.IsWithoutGrade || policy.Grading == GradingOption.NoGrade);
        return new CreditEvidence(standings)
        {
            Panel = policy.Method == CreditMethod.ExamAndArtifact && ask.Panel is { } panel ? PanelRows.Seen(db, learner.Id, policy, panel, on) : null,
            Whole = isJudged ? new WholeSeen(by, ask.WholeLevel, on.Today) : null,
        };
    }

    // What came before with the same id is the same form again: it says what became of it, and awards nothing.
    private static CreditAnswer? Known(Db db, CreditAwardId id, LearnerId learner) =>
        db.CreditAwards.AsNoTracking().FirstOrDefault(one => one.Id == id) is not { } known ? null : known.Learner == learner ? new(CreditOutcome.Done, known) : new(CreditOutcome.NotFound);

    private static void Store(WriteTurn turn, CreditAward award, CreditAwardText text, IEnumerable<CreditAwardPart> parts, CreditOverlap overlap, PersonId by)
    {
        turn.Db.Add(award);
        turn.Db.Add(text);
        turn.Db.AddRange(InOrder([.. parts]));
        foreach (var gone in overlap.Reversals) turn.Db.Add(new CreditReversal(NewReversal(), award.Learner, gone.Held.Award.Id, gone.Reason, award.Id, by, turn.Next()));
    }

    // Parts are read in the order of their ids, and ids of one millisecond are in no order: they are dealt out anew.
    private static IEnumerable<CreditAwardPart> InOrder(IReadOnlyList<CreditAwardPart> parts) => parts.Zip(parts.Select(one => one.Id).OrderBy(one => one.Value), (part, id) => part with { Id = id });

    private static CreditAwardPartId NewPart() => new(Guid.CreateVersion7());

    private static CreditReversalId NewReversal() => new(Guid.CreateVersion7());
}
