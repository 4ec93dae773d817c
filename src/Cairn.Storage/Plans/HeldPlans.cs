using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Plans;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Plans;

/// <summary>What is held of a learner's plans, talks, questions and portfolio, for an archive that is handed over; and how an erasure takes its words out.</summary>
public sealed record HeldPlans
{
    /// <summary>Plans, oldest first.</summary>
    public IReadOnlyList<LearningPlan> Plans { get; init; } = [];

    /// <summary>Their goals.</summary>
    public IReadOnlyList<Goal> Goals { get; init; } = [];

    /// <summary>Their steps.</summary>
    public IReadOnlyList<PlanStep> Steps { get; init; } = [];

    /// <summary>Signatures under them, oldest first.</summary>
    public IReadOnlyList<PlanSignature> Signatures { get; init; } = [];

    /// <summary>Questions about judgments, oldest first.</summary>
    public IReadOnlyList<JudgmentQuery> Queries { get; init; } = [];

    /// <summary>The portfolio.</summary>
    public IReadOnlyList<PortfolioPick> Portfolio { get; init; } = [];

    /// <summary>Talks, oldest first.</summary>
    public IReadOnlyList<CheckIn> Talks { get; init; } = [];

    /// <summary>Everybody who wrote or signed.</summary>
    public IEnumerable<Guid> People =>
        [.. Signatures.Select(one => one.By.Value), .. Queries.SelectMany(one => (Guid[])[one.AskedBy.Value, one.AnsweredBy.Value, one.DecidedBy.Value]), .. Portfolio.Select(one => one.By.Value), .. Talks.Select(one => one.Educator.Value)];

    internal static HeldPlans Of(Db db, LearnerId learner) => new()
    {
        Plans = [.. db.LearningPlans.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.CreatedAt)],
        Goals = [.. db.Goals.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.Plan.Value).ThenBy(one => one.Position)],
        Steps = [.. db.PlanSteps.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.Plan.Value).ThenBy(one => one.Position)],
        Signatures = [.. db.PlanSignatures.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)],
        Queries = [.. db.JudgmentQueries.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.AskedAt)],
        Portfolio = [.. db.PortfolioPicks.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.Position)],
        Talks = [.. db.CheckIns.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.PlannedFor)],
    };

    /// <summary>Takes out the words; that there was a plan, a question or a talk stays.</summary>
    internal static void Erase(Db db, LearnerId learner)
    {
        foreach (var one in db.LearningPlans.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.Goals.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.JudgmentQueries.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.PortfolioPicks.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.CheckIns.Where(one => one.Learner == learner).ToList()) one.Erase();
    }

    /// <summary>Kinds of rows whose entries in the journal go with the words.</summary>
    internal static IReadOnlyList<Type> Kinds { get; } = [typeof(LearningPlan), typeof(Goal), typeof(PlanStep), typeof(JudgmentQuery), typeof(PortfolioPick), typeof(CheckIn)];
}
