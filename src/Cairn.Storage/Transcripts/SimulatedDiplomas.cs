using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Learning.Policies;
using Cairn.Storage.Diplomas;

namespace Cairn.Storage.Transcripts;

/// <summary>Whether diplomas are met where learners stand now, and where they would stand: only of those for whom something moves. What was awarded stays as it is.</summary>
internal static class SimulatedDiplomas
{
    /// <summary>Looks, where levels change and everything shown so far counts; none on either side where not.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="draft">What is tried.</param>
    /// <param name="seen">The learners.</param>
    /// <param name="learners">The same in their order.</param>
    /// <param name="moved">What would be otherwise of each, as it would be.</param>
    public static (IReadOnlyList<bool?> Before, IReadOnlyList<bool?> After) Of(
        Db db, Scope scope, SimulationDraft draft, IQueryable<Learner> seen, IReadOnlyList<Learner> learners, IReadOnlyList<IReadOnlyList<PartStanding>> moved)
    {
        if (!draft.ChangesLevels || draft.ShownBy is not null || draft.Frameworks.Count == 0 || DiplomaPlanRows.All(db) is not { Count: > 0 } plans) return ([], []);
        var files = DiplomaFiles.Many(db, scope, seen, draft.Frameworks, draft.Now, draft.Day);
        var policies = plans.ToDictionary(one => one.Id, draft.Read);
        var (before, after) = (new bool?[learners.Count], new bool?[learners.Count]);
        Parallel.For(0, learners.Count, i =>
        {
            if (moved[i].Count == 0 || files.Of(learners[i].Id) is not { } file || file.PlanOn(plans, draft.Day).Plan is not { } plan || policies[plan.Id] is not { } policy) return;
            before[i] = IsMet(file, plan, policy, file.Holdings, draft.Day);
            after[i] = IsMet(file, plan, policy, file.Holdings with { Competencies = Moved(file.Holdings.Competencies, moved[i]) }, draft.Day);
        });
        return (before, after);
    }

    private static bool IsMet(DiplomaFile file, DiplomaPlan plan, Policy policy, LearnerHoldings holdings, DateOnly day) => PolicyVerdict.From(new AuditAsk(
        policy, Achievements.Facts(file.Learner.GraduationYear, file.School, file.Program), [.. Achievements.Of(holdings, plan.Code, day).Select(one => one.Achievement)],
        [.. file.Pins.Where(one => one.EndedAt is null && string.Equals(one.Plan, plan.Code, StringComparison.Ordinal)).Select(one => one.Pin)])).IsMet;

    private static IReadOnlyList<ShownCompetency> Moved(IReadOnlyList<ShownCompetency> shown, IReadOnlyList<PartStanding> moved)
    {
        var by = moved.ToDictionary(one => (one.Competency, one.Stage));
        return [.. shown.Select(one => by.TryGetValue((one.Competency, one.Stage), out var then) ? one with { Level = then.Level, IsProficient = then.IsProficient, IsComplete = then.IsComplete } : one)];
    }
}
