using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Credits;

/// <summary>How far a learner is by one policy.</summary>
/// <param name="Policy">The policy's version in force.</param>
/// <param name="Framework">Its framework.</param>
/// <param name="Offer">What can be awarded now.</param>
/// <param name="Partial">What could be awarded in shares, to who leaves or is in a situation that law protects.</param>
/// <param name="Panel">The panel that looks; null for none.</param>
/// <param name="IsDone">Was all of it awarded, and not for granted only?</param>
public sealed record PolicyProgress(CreditPolicy Policy, FrameworkInForce Framework, CreditOffer Offer, CreditOffer Partial, PanelRead? Panel, bool IsDone)
{
    /// <summary>Was anything of it shown?</summary>
    public bool IsBegun => Panel is not null || Offer.Decision.Lines.Any(one => one.Standing is { IsBegun: true });
}

/// <summary>How far a learner is by every policy that holds for them.</summary>
public static class CreditProgress
{
    /// <summary>All of them, by code; none where the asker may not see the record.</summary>
    public static IReadOnlyList<PolicyProgress> Of(Db db, Scope scope, Learner learner, IReadOnlyList<FrameworkInForce> frameworks, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(frameworks);
        ArgumentNullException.ThrowIfNull(on);
        if (!scope.May(learner.Id, Rights.SeeRecord)) return [];
        var policies = PolicyInForce.Of(db.CreditPolicies.AsNoTracking().ToList(), learner.Place, on.Today);
        if (policies.Count == 0) return [];
        var (parts, record) = (CreditRows.Parts(db), CreditRows.Read(db, learner.Id));
        var panels = PanelRows.Of(db, scope, learner.Id).Where(one => one.Panel.EndedAt is null).ToList();
        var codes = db.CreditPolicies.AsNoTracking().Select(one => new { one.Id, one.Code }).ToDictionary(one => one.Id, one => one.Code);
        List<PolicyProgress> found = [];
        foreach (var framework in frameworks)
        {
            List<CreditPolicy> own = [.. policies.Where(one => one.Framework == framework.Content.Framework.Id)];
            var standings = CreditStandings.Of(scope, learner, framework, own.SelectMany(one => parts[one.Id]).Select(one => one.Competency), on);
            found.AddRange(own.Select(one => Of(one, [.. parts[one.Id]], framework, standings, record, panels.Find(panel => codes[panel.Panel.Policy] == one.Code), on)));
        }

        return [.. found.OrderBy(one => one.Policy.Code, StringComparer.Ordinal)];
    }

    private static PolicyProgress Of(CreditPolicy policy, IReadOnlyList<CreditPart> parts, FrameworkInForce framework, IReadOnlyList<PartStanding> standings, CreditRecord record, PanelRead? panel, DistrictDay on)
    {
        var evidence = new CreditEvidence(standings) { Panel = policy.Method == CreditMethod.ExamAndArtifact ? panel?.Panel.Seen(panel.Votes.Select(one => one.Vote), on.Day) : null };
        CreditOffer Offer(bool isPartial) => CreditOffer.From(CreditDecision.From(policy, parts, evidence, isPartial), record, on.Today, evidence.Panel?.Panel);
        var isDone = record.On(on.Today).Any(one => !one.IsProvisional && one.Policy?.Code == policy.Code && one.Award.Hundredths >= policy.Hundredths);
        return new PolicyProgress(policy, framework, Offer(false), Offer(true), policy.Method == CreditMethod.ExamAndArtifact ? panel : null, isDone);
    }
}
