using Cairn.App.Access;
using Cairn.App.Ui.Reasons;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Learning.Policies;
using Cairn.Storage.Diplomas;

namespace Cairn.App.Features.Diplomas;

/// <summary>What a draft would do to those it is for, set against one version that they are under now.</summary>
/// <param name="Before">The version they are under.</param>
/// <param name="Effect">Who gains and who loses, with small numbers hidden in its table.</param>
/// <param name="Count">How many learners.</param>
public sealed record DraftAgainst(DiplomaPlan Before, PolicyEffect Effect, int Count);

/// <summary>What a draft would do to all of those whose official record the reader keeps and whom it is for.</summary>
/// <param name="Against">By the version that they are under now.</param>
/// <param name="New">Those who are under no rules now.</param>
/// <param name="Names">Their names, by the ids in the effects.</param>
public sealed record DraftEffect(IReadOnlyList<DraftAgainst> Against, int New, IReadOnlyDictionary<string, Learner> Names)
{
    /// <summary>Audits everybody under both. Only of classes that have not graduated yet.</summary>
    internal static DraftEffect Of(Visit visit, DiplomaPlan draft, Policy policy)
    {
        var first = visit.Today.Month >= 7 ? visit.Today.Year + 1 : visit.Today.Year;
        var (from, until, school) = (Math.Max(first, draft.ClassFrom ?? first), draft.ClassUntil ?? int.MaxValue, draft.School);
        var files = DiplomaFiles.Many(visit.Db, visit.Scope, visit.Scope.RecordsKept.Where(one => one.EndedAt == null && one.GraduationYear >= from && one.GraduationYear <= until && (school == null || one.School == school)),
            visit.Frameworks, visit.Now, visit.Today);
        var plans = DiplomaPlanRows.All(visit.Db);
        var under = files.Learners.Select(one => files.Of(one.Id)!).Select(file => (File: file, Is: file.PlanOn(plans, visit.Today)))
            // Who chose another diploma stays under it, whatever those of the class become.
            .Where(one => !one.Is.IsChosen || one.Is.Plan!.Code == draft.Code).Select(one => (one.File, one.Is.Plan)).ToList();
        return new(
            [.. under.Where(one => one.Plan is not null && (!draft.IsAlternate || one.Plan.Code == draft.Code)).GroupBy(one => one.Plan!.Id).OrderByDescending(one => one.Count()).Select(some => new DraftAgainst(some.First().Plan!,
                PolicyEffect.From(ReadPolicies.Of(some.First().Plan!), policy, [.. some.Select(one => Learner(one.File, draft, visit.Today))]), some.Count()))],
            draft.IsAlternate ? 0 : under.Count(one => one.Plan is null), files.Learners.ToDictionary(one => $"{one.Id.Value:N}", StringComparer.Ordinal));
    }

    private static PolicyLearner Learner(DiplomaFile file, DiplomaPlan draft, DateOnly day) => new($"{file.Learner.Id.Value:N}", file.School.Length > 0 ? file.School : "-",
        Achievements.Facts(file.Learner.GraduationYear, file.School, file.Program), [.. Achievements.Of(file.Holdings, draft.Code, day).Select(one => one.Achievement)],
        [.. file.Pins.Where(one => one.EndedAt is null && one.Plan == draft.Code).Select(one => one.Pin)]);
}
