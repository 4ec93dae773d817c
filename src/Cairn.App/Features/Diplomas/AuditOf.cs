using Cairn.App.Access;
using Cairn.App.Ui.Reasons;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Policies;
using Cairn.Storage;
using Cairn.Storage.Diplomas;

namespace Cairn.App.Features.Diplomas;

/// <summary>A learner's file, the rules they are under, and the audit; no audit where they are under none.</summary>
/// <param name="File">What the audit reads.</param>
/// <param name="Under">Which rules they are under, and could be.</param>
/// <param name="Audit">The audit; null for none.</param>
public sealed record AuditOf(DiplomaFile File, PlanFor Under, DiplomaAudit? Audit)
{
    /// <summary>Reads a learner for whoever asks; null where they may not see the record.</summary>
    /// <param name="visit">Who asks, and when.</param>
    /// <param name="learner">Whose.</param>
    internal static AuditOf? Read(Visit visit, LearnerId learner) =>
        DiplomaFiles.Of(visit.Db, visit.Scope, learner, visit.Frameworks, visit.Now, visit.Today) is { } file ? Of(file, DiplomaPlanRows.All(visit.Db), visit.Today) : null;

    /// <summary>Reads a learner over the database of a turn that writes.</summary>
    internal static DiplomaFile? OnTurn(Visit visit, WriteTurn turn, LearnerId learner) => DiplomaFiles.Of(turn.Db, visit.ScopeOf(turn), learner, visit.Frameworks, visit.Now, visit.Today);

    /// <summary>Audits a file by the rules that the learner is under on a day.</summary>
    internal static AuditOf Of(DiplomaFile file, IReadOnlyList<DiplomaPlan> plans, DateOnly day)
    {
        var under = file.PlanOn(plans, day);
        return new(file, under, under.Plan is { } plan ? By(file, plan, ReadPolicies.Of(plan), day) : null);
    }

    /// <summary>Audits a file by other rules.</summary>
    internal static DiplomaAudit By(DiplomaFile file, DiplomaPlan plan, Policy policy, DateOnly day) =>
        DiplomaAudit.From(plan, policy, Achievements.Of(file.Holdings, plan.Code, day), Achievements.Facts(file.Learner.GraduationYear, file.School, file.Program), file.Pins, day);
}
