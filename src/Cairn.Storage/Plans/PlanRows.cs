using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Plans;

/// <summary>A learner's plan with all that stands in it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Goals">Its goals, in order.</param>
/// <param name="Steps">Its steps, in order.</param>
/// <param name="Signed">Who signed it.</param>
/// <param name="Names">Names of who signed, as far as the asker may know them.</param>
public sealed record PlanRead(LearningPlan Plan, IReadOnlyList<Goal> Goals, IReadOnlyList<PlanStep> Steps, PlanSigned Signed, IReadOnlyDictionary<Guid, string> Names);

/// <summary>What became of a change.</summary>
public enum PlanChange
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is nothing there for whoever wants it.</summary>
    NotFound,

    /// <summary>Somebody changed it since it was shown.</summary>
    Overtaken,

    /// <summary>It does not change so in the state it is in.</summary>
    Refused,
}

/// <summary>Plans of learners: read by whoever sees the record, written by the learner and by educators who plan with them, signed by all three.</summary>
public static class PlanRows
{
    /// <summary>Goals of a plan at the most; as many steps.</summary>
    public const int Most = 60;

    /// <summary>A learner's plans, the newest first; none where the asker may not see the record.</summary>
    public static IReadOnlyList<LearningPlan> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !scope.May(learner, Rights.SeeRecord) ? []
            : [.. db.LearningPlans.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.From).ThenByDescending(one => one.CreatedAt)];
    }

    /// <summary>A plan of a learner: the one with an id, or the one they work by; null where there is none for the asker.</summary>
    public static PlanRead? Find(Db db, Scope scope, LearnerId learner, LearningPlanId? id = null)
    {
        var all = Of(db, scope, learner);
        if ((id is { } wanted ? all.FirstOrDefault(one => one.Id == wanted) : all.FirstOrDefault(one => one.IsOpen) ?? (all.Count > 0 ? all[0] : null)) is not { } plan) return null;
        var signatures = db.PlanSignatures.AsNoTracking().Where(one => one.Plan == plan.Id).ToList();
        return new PlanRead(plan, GoalsOf(db, plan.Id), StepsOf(db, plan.Id), PlanSigned.From(plan.Revision, signatures), NamesOf(db, scope, learner, signatures));
    }

    /// <summary>Begins a plan; null where the asker may not, or one is open already.</summary>
    public static LearningPlan? Begin(WriteTurn turn, Scope scope, LearnerId learner, string title, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.Plan) || turn.Db.LearningPlans.Any(one => one.Learner == learner && one.State != PlanState.Complete)) return null;
        var plan = new LearningPlan(new LearningPlanId(Guid.CreateVersion7()), learner, title, from, until, turn.Now);
        turn.Db.Add(plan);
        turn.Db.SaveChanges();
        return plan;
    }

    /// <summary>Changes a plan, or what stands in it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who wants it, in this turn.</param>
    /// <param name="learner">Whose plan.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The version that was before them.</param>
    /// <param name="change">The change; where it throws because the plan's rules stand in the way, it has changed nothing.</param>
    public static PlanChange Change(WriteTurn turn, Scope scope, LearnerId learner, LearningPlanId id, int seen, Action<Db, LearningPlan> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(change);
        if (!scope.May(learner, Rights.Plan) || turn.Db.LearningPlans.FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } plan) return PlanChange.NotFound;
        if (plan.Version != seen) return PlanChange.Overtaken;
        try
        {
            change(turn.Db, plan);
        }
        catch (InvalidOperationException)
        {
            return PlanChange.Refused;
        }

        turn.Db.SaveChanges();
        return PlanChange.Done;
    }

    /// <summary>Takes a plan up again, unless another is open by now: one is worked by at a time.</summary>
    public static void Reopen(Db db, LearningPlan plan, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(plan);
        if (db.LearningPlans.Any(one => one.Learner == plan.Learner && one.Id != plan.Id && one.State != PlanState.Complete)) throw new InvalidOperationException("Another plan is open.");
        plan.Reopen(at);
    }

    /// <summary>Adds a goal, at the end.</summary>
    public static void AddGoal(Db db, LearningPlan plan, string words, CompetencyId? competency, DateOnly? by)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(plan);
        var goals = GoalsOf(db, plan.Id);
        if (goals.Count >= Most) throw new InvalidOperationException("A plan holds so many goals and no more.");
        plan.Revise();
        db.Add(new Goal(new GoalId(Guid.CreateVersion7()), plan.Id, plan.Learner, words, competency, by, goals.Select(one => one.Position).DefaultIfEmpty(0).Max() + 1));
    }

    /// <summary>Changes a goal of a plan, or takes it out where the change says so.</summary>
    /// <param name="db">The turn's database.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="id">The goal.</param>
    /// <param name="isKept">Does it stay?</param>
    /// <param name="change">The change; what became of a goal is not a change of what was signed.</param>
    public static void ChangeGoal(Db db, LearningPlan plan, GoalId id, bool isKept, Action<Goal> change)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(change);
        if (db.Goals.FirstOrDefault(one => one.Id == id && one.Plan == plan.Id) is not { } goal) throw new InvalidOperationException("There is no such goal in the plan.");
        plan.Revise();
        change(goal);
        if (!isKept) db.Remove(goal);
    }

    /// <summary>Puts a competency into the pathway, or says anew by when it is expected.</summary>
    public static void PutStep(Db db, LearningPlan plan, CompetencyId competency, DateOnly? expectedBy)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(plan);
        var steps = StepsOf(db, plan.Id);
        var step = steps.FirstOrDefault(one => one.Competency == competency);
        if (step is null && steps.Count >= Most) throw new InvalidOperationException("A plan holds so many steps and no more.");
        plan.Revise();
        if (step is not null) db.Update(step with { ExpectedBy = expectedBy });
        else db.Add(new PlanStep(plan.Id, competency, plan.Learner, steps.Select(one => one.Position).DefaultIfEmpty(0).Max() + 1, expectedBy));
    }

    /// <summary>Moves a step one place up, or takes it out.</summary>
    public static void MoveStep(Db db, LearningPlan plan, CompetencyId competency, bool isKept)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(plan);
        var steps = StepsOf(db, plan.Id);
        var at = steps.FindIndex(one => one.Competency == competency);
        if (at < 0) throw new InvalidOperationException("There is no such step in the plan.");
        plan.Revise();
        if (!isKept) db.Remove(steps[at]);
        else if (at > 0) db.UpdateRange(steps[at] with { Position = steps[at - 1].Position }, steps[at - 1] with { Position = steps[at].Position });
    }

    /// <summary>Signs what a plan says now; false where the asker is none of the three who sign, it says something else than they read, or they signed it already.</summary>
    public static bool Sign(WriteTurn turn, Scope scope, LearnerId learner, LearningPlanId id, int revision)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (SignsAs(scope, learner) is not { } kind || turn.Db.LearningPlans.AsNoTracking().FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } plan) return false;
        var by = new PersonId(scope.Actor.Person);
        if (plan.Revision != revision || !plan.IsOpen || turn.Db.PlanSignatures.Any(one => one.Plan == id && one.By == by && one.As == kind && one.Revision == revision)) return false;
        turn.Db.Add(new PlanSignature(new PlanSignatureId(Guid.CreateVersion7()), learner, id, by, kind, revision, turn.Next()));
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>In what relation the asker signs a learner's plan; null where they do not.</summary>
    public static SignerKind? SignsAs(Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.MayWrite || scope.Find(learner) is null) return null;
        return scope.Actor.Kind switch
        {
            ActorKind.Learner => SignerKind.Learner,
            ActorKind.Guardian => SignerKind.Guardian,
            _ when scope.May(learner, Rights.Plan) => SignerKind.Educator,
            _ => null,
        };
    }

    private static List<Goal> GoalsOf(Db db, LearningPlanId plan) => [.. db.Goals.AsNoTracking().Where(one => one.Plan == plan).OrderBy(one => one.Position)];

    private static List<PlanStep> StepsOf(Db db, LearningPlanId plan) => [.. db.PlanSteps.AsNoTracking().Where(one => one.Plan == plan).OrderBy(one => one.Position)];

    // Of one family's two homes neither reads the other's name here: GuardiansOf says whom the asker may know.
    private static Dictionary<Guid, string> NamesOf(Db db, Scope scope, LearnerId learner, List<PlanSignature> signatures)
    {
        var educators = signatures.Where(one => one.As == SignerKind.Educator).Select(one => new EducatorId(one.By.Value)).Distinct().ToList();
        var names = db.Educators.AsNoTracking().Where(one => educators.Contains(one.Id)).ToDictionary(one => one.Id.Value, one => one.DisplayName);
        foreach (var one in scope.GuardiansOf(learner)) names[one.Id.Value] = one.DisplayName;
        if (scope.Find(learner) is { } found) names[learner.Value] = found.FullName;
        return names;
    }
}
