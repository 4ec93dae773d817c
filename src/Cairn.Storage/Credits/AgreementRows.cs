using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Credits;

/// <summary>An agreement with what it is about and who signed it.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Parts">The competencies of what it says now, in order.</param>
/// <param name="Signed">Who signed what it says now.</param>
/// <param name="Earlier">Signatures of what it said before.</param>
public sealed record AgreementRead(CreditAgreement Agreement, IReadOnlyList<CreditAgreementPart> Parts, AgreementSigned Signed, IReadOnlyList<CreditAgreementSignature> Earlier);

/// <summary>Agreements about credit: written by who awards it, signed by learner, family and the educator of record, and credited by that educator.</summary>
public static class AgreementRows
{
    /// <summary>A learner's agreements, the newest first; none where the asker may not see the record.</summary>
    public static IReadOnlyList<AgreementRead> Of(Db db, Scope scope, LearnerId learner, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord) || scope.Find(learner) is not { } found) return [];
        var (parts, signatures) = (db.CreditAgreementParts.AsNoTracking().Where(one => one.Learner == learner).ToList(), db.CreditAgreementSignatures.AsNoTracking().Where(one => one.Learner == learner).ToList());
        return [.. db.CreditAgreements.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.WrittenAt).Select(one => Read(one, parts, signatures, found, today))];
    }

    /// <summary>Writes an agreement, or says something else in one: another edition, which all sign anew.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who writes, over the turn's database.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="id">The agreement's id, made with the form.</param>
    /// <param name="seen">The version that was before them; null for a new one.</param>
    /// <param name="policy">The policy whose credit it is; null for credit of its own. It does not change later.</param>
    /// <param name="terms">What it says.</param>
    /// <param name="parts">The competencies, each with its stage; their shares are equal.</param>
    /// <param name="today">The district's day.</param>
    public static CreditOutcome Say(WriteTurn turn, Scope scope, LearnerId learner, CreditAgreementId id, int? seen, CreditPolicyId? policy, AgreementTerms terms, IReadOnlyList<(CompetencyId Competency, int? Stage)> parts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(parts);
        if (!scope.May(learner, Rights.AwardCredit) || scope.Find(learner) is not { } found) return CreditOutcome.NotFound;
        var by = new PersonId(scope.Actor.Person);
        var agreement = turn.Db.CreditAgreements.FirstOrDefault(one => one.Id == id);
        if (agreement is not null && agreement.Learner != learner) return CreditOutcome.NotFound;
        if (agreement is not null && seen is null) return CreditOutcome.Done;
        if (agreement is null && seen is not null) return CreditOutcome.NotFound;
        if (agreement is not null && (agreement.Version != seen || !agreement.IsOpen)) return CreditOutcome.MovedOn;
        var policyOf = agreement is null ? policy : agreement.Policy;
        var known = policyOf is { } named ? turn.Db.CreditPolicies.AsNoTracking().FirstOrDefault(one => one.Id == named) : null;
        if (IsFlawed(terms, parts, today) || (policyOf is not null && (known is null || !known.Place.Reaches(found.Place) || terms.Hundredths > known.Hundredths))) return CreditOutcome.Invalid;
        if (policyOf is null && CourseOf(turn.Db, found, terms.Title, parts, today) is not null) return CreditOutcome.Invalid;
        if (agreement is null) turn.Db.Add(agreement = new CreditAgreement(id, learner, policy, by, by, turn.Now));
        agreement.Say(terms);
        turn.Db.SaveChanges();
        turn.Db.AddRange(parts.Select((one, i) => new CreditAgreementPart(id, agreement.Edition, i + 1, learner, one.Competency, one.Stage, (terms.Hundredths / parts.Count) + (i < terms.Hundredths % parts.Count ? 1 : 0))));
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>The policy in force for a learner whose course an agreement of its own would be beside, by title or code, without a competency of it: the same course would be credited twice. Null for none.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="title">What the agreement is about.</param>
    /// <param name="parts">Its competencies.</param>
    /// <param name="today">The district's day.</param>
    public static CreditPolicy? CourseOf(Db db, Learner learner, string title, IReadOnlyList<(CompetencyId Competency, int? Stage)> parts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(learner);
        var (bare, claimed) = (CourseName.Bare(title), parts.Select(one => one.Competency).ToHashSet());
        var same = PolicyInForce.Of(CreditRows.Policies(db), learner.Place, today)
            .Where(one => CourseName.AreAlike(one.CourseTitle, title) || CourseName.AreAlike(one.Title, title) || (bare.Length > 0 && (CourseName.Bare(one.CourseCode) == bare || CourseName.Bare(one.Code) == bare))).ToList();
        if (same.Count == 0) return null;
        var of = CreditRows.Parts(db);
        return same.Find(one => !of[one.Id].Any(part => claimed.Contains(part.Competency)));
    }

    /// <summary>Signs what an agreement says, as what the actor is to the learner; once.</summary>
    public static CreditOutcome Sign(WriteTurn turn, Scope scope, CreditAgreementId id, int edition, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (turn.Db.CreditAgreements.FirstOrDefault(one => one.Id == id) is not { } agreement || SignsAs(scope, agreement) is not { } kind || scope.Find(agreement.Learner) is not { } learner) return CreditOutcome.NotFound;
        if (agreement.Edition != edition || !agreement.IsOpen) return CreditOutcome.MovedOn;
        var by = new PersonId(scope.Actor.Person);
        if (turn.Db.CreditAgreementSignatures.Any(one => one.Agreement == id && one.Edition == edition && one.By == by)) return CreditOutcome.Done;
        turn.Db.Add(new CreditAgreementSignature(id, edition, by, agreement.Learner, kind, turn.Next()));
        turn.Db.SaveChanges();
        agreement.Sign(AgreementSigned.From(agreement, turn.Db.CreditAgreementSignatures.AsNoTracking().Where(one => one.Agreement == id).ToList(), IsOfAge(learner, today)));
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>As what the actor may sign an agreement: the learner, who cares for them, the educator of record while they award; null for anybody else.</summary>
    public static SignerKind? SignsAs(Scope scope, CreditAgreement agreement)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(agreement);
        if (!scope.Actor.MayWrite || scope.Find(agreement.Learner) is null) return null;
        return scope.Actor.Kind switch
        {
            ActorKind.Learner => SignerKind.Learner,
            ActorKind.Guardian => SignerKind.Guardian,
            _ => agreement.Educator == new PersonId(scope.Actor.Person) && scope.May(agreement.Learner, Rights.AwardCredit) ? SignerKind.Educator : null,
        };
    }

    /// <summary>What was agreed was done, says the educator of record: it is credited in the same turn, or not at all. Where it is graded and nothing of it has a level, they say one at the line or above.</summary>
    public static CreditAnswer Complete(WriteTurn turn, Scope scope, CreditAgreementId id, int seen, CreditAwardId award, string words, decimal? level, FrameworkInForce? framework, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(on);
        if (turn.Db.CreditAgreements.FirstOrDefault(one => one.Id == id) is not { } agreement || SignsAs(scope, agreement) != SignerKind.Educator || scope.Find(agreement.Learner) is not { } learner) return new(CreditOutcome.NotFound);
        if (turn.Db.CreditAwards.AsNoTracking().FirstOrDefault(one => one.Id == award) is { } known) return known.Agreement == id ? new(CreditOutcome.Done, known) : new(CreditOutcome.NotFound);
        if (agreement.Version != seen) return new(CreditOutcome.MovedOn);
        if (string.IsNullOrWhiteSpace(words)) return new(CreditOutcome.NeedsReason);
        if (words.Length > 2_000) return new(CreditOutcome.Invalid);
        var ready = Ready(turn.Db, scope, learner, agreement, framework, on);
        if (!ready.IsReady) return new(CreditOutcome.NotAgreed);
        if (ready.AsksLevel && (level is not { } said || framework is null || !PanelRows.LineOf(framework, learner, said))) return new(CreditOutcome.NeedsLevel);
        List<decimal> levels = ready.AsksLevel ? [level!.Value] : [.. ready.Shown.Select(one => one.Level).OfType<decimal>()];
        var parts = turn.Db.CreditAgreementParts.AsNoTracking().Where(one => one.Agreement == id && one.Edition == agreement.Edition).ToList();
        var answer = CreditAwarding.PostUnasked(turn, scope, new CreditPosting(award, agreement.Learner, CreditSource.Agreement, agreement.Hundredths, on.Today, agreement.Title)
        {
            Policy = agreement.Policy, Agreement = id, Grading = agreement.Grading, Subject = agreement.Subject, Reason = words,
            Level = levels.Count == 0 ? null : Math.Round(levels.Sum() / levels.Count, 2, MidpointRounding.AwayFromZero),
            Parts = [.. parts.OrderBy(one => one.Position).Select(one => new PostedPart(one.Competency, one.Stage, one.Hundredths, ready.Shown.FirstOrDefault(shown => shown.Competency == one.Competency && shown.Stage == one.Stage)?.Level))],
        }, on);
        if (answer.Outcome != CreditOutcome.Done) return answer;
        agreement.Complete(new PersonId(scope.Actor.Person), words.Trim(), turn.Now);
        turn.Db.SaveChanges();
        return answer;
    }

    /// <summary>Ends an agreement without credit: who awards does.</summary>
    public static CreditOutcome End(WriteTurn turn, Scope scope, CreditAgreementId id, int seen, string words)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(words);
        if (turn.Db.CreditAgreements.FirstOrDefault(one => one.Id == id) is not { } agreement || !scope.May(agreement.Learner, Rights.AwardCredit)) return CreditOutcome.NotFound;
        if (agreement.Version != seen || !agreement.IsOpen) return CreditOutcome.MovedOn;
        if (string.IsNullOrWhiteSpace(words)) return CreditOutcome.NeedsReason;
        if (words.Length > 2_000) return CreditOutcome.Invalid;
        agreement.End(words.Trim(), turn.Now);
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>Whether an agreement can be credited now.</summary>
    public static AgreementReady Ready(Db db, Scope scope, Learner learner, CreditAgreement agreement, FrameworkInForce? framework, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(on);
        var parts = db.CreditAgreementParts.AsNoTracking().Where(one => one.Agreement == agreement.Id && one.Edition == agreement.Edition).ToList();
        var signed = AgreementSigned.From(agreement, db.CreditAgreementSignatures.AsNoTracking().Where(one => one.Agreement == agreement.Id).ToList(), IsOfAge(learner, on.Today));
        return AgreementReady.From(agreement, parts, signed, framework is null ? [] : CreditStandings.Of(scope, learner, framework, parts.Select(one => one.Competency), on), on.Today);
    }

    private static AgreementRead Read(CreditAgreement agreement, List<CreditAgreementPart> parts, List<CreditAgreementSignature> signatures, Learner learner, DateOnly today) => new(agreement,
        [.. parts.Where(one => one.Agreement == agreement.Id && one.Edition == agreement.Edition).OrderBy(one => one.Position)], AgreementSigned.From(agreement, signatures, IsOfAge(learner, today)),
        [.. signatures.Where(one => one.Agreement == agreement.Id && one.Edition != agreement.Edition).OrderBy(one => one.RecordedAt)]);

    private static bool IsOfAge(Learner learner, DateOnly today) => learner.BirthDate <= OfAge.BornBy(today);

    private static bool IsFlawed(AgreementTerms terms, IReadOnlyList<(CompetencyId Competency, int? Stage)> parts, DateOnly today) =>
        terms.Hundredths is < 1 or > CreditAgreement.MostHundredths || terms.DueOn < today || parts.Count > 60 || parts.Distinct().Count() < parts.Count || !Enum.IsDefined(terms.Grading) || terms.Subject.Length > 60
        || !Fits(terms.Title, 200) || !Fits(terms.Content, 4_000) || !Fits(terms.Evidence, 4_000) || !Fits(terms.Threshold, 2_000);

    private static bool Fits(string text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;
}
