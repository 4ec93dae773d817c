using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Plans;

/// <summary>A support plan with its lines.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Lines">Its lines, in order.</param>
public sealed record SupportOf(SupportPlan Plan, IReadOnlyList<SupportLine> Lines);

/// <summary>A line as it is typed or drafted.</summary>
/// <param name="What">What is done.</param>
/// <param name="Who">Who does it.</param>
/// <param name="ByDay">By which day; null for none.</param>
/// <param name="Reason">Why.</param>
public sealed record TypedLine(string What, string Who, DateOnly? ByDay, string Reason);

/// <summary>Support plans: written by those who plan with a learner, and seen by learner and family from the day they are agreed.</summary>
public static class SupportRows
{
    /// <summary>The plans that the asker sees of a learner, newest first: drafts only where they plan with them.</summary>
    public static IReadOnlyList<SupportOf> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord)) return [];
        var writes = scope.Actor.IsEducator && scope.May(learner, Rights.Plan);
        return [.. Read(db, learner).Where(one => writes || one.Plan.State != SupportState.Draft)];
    }

    /// <summary>Begins a draft with its lines; the one that is being written already, where there is one. Null where the actor does not plan with the learner.</summary>
    public static SupportPlanId? Draft(WriteTurn turn, Scope scope, LearnerId learner, IReadOnlyList<TypedLine> lines)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(lines);
        if (!scope.Actor.IsEducator || !scope.May(learner, Rights.Plan)) return null;
        if (turn.Db.SupportPlans.AsNoTracking().FirstOrDefault(one => one.Learner == learner && one.State == SupportState.Draft) is { } begun) return begun.Id;
        var plan = new SupportPlan(new SupportPlanId(Guid.CreateVersion7()), learner, new PersonId(scope.Actor.Person), turn.Now);
        turn.Db.Add(plan);
        turn.Db.SaveChanges();
        Put(turn, plan, lines);
        return plan.Id;
    }

    /// <summary>Changes a plan and, where they are told, writes its lines anew.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the actor may do, over the turn's database.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The version that the actor had before them.</param>
    /// <param name="change">What happens to it.</param>
    /// <param name="lines">Its lines as they are from now on; null where they stay.</param>
    public static RowChange Change(WriteTurn turn, Scope scope, SupportPlanId id, int seen, Action<SupportPlan> change, IReadOnlyList<TypedLine>? lines = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(change);
        if (!scope.Actor.IsEducator || turn.Db.SupportPlans.FirstOrDefault(one => one.Id == id) is not { } found || !scope.May(found.Learner, Rights.Plan)) return RowChange.NotFound;
        if (found.Version != seen) return RowChange.MovedOn;
        try
        {
            change(found);
        }
        catch (InvalidOperationException)
        {
            return RowChange.MovedOn;
        }

        if (lines is not null) Put(turn, found, lines);
        turn.Db.SaveChanges();
        return RowChange.Done;
    }

    internal static IReadOnlyList<SupportOf> Read(Db db, LearnerId learner)
    {
        var lines = db.SupportLines.AsNoTracking().Where(one => one.Learner == learner).OrderBy(one => one.Position).ToList().ToLookup(one => one.Plan);
        return [.. db.SupportPlans.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.DraftedAt).Select(one => new SupportOf(one, [.. lines[one.Id]]))];
    }

    private static void Put(WriteTurn turn, SupportPlan plan, IReadOnlyList<TypedLine> lines)
    {
        var stored = turn.Db.SupportLines.Where(one => one.Plan == plan.Id).ToDictionary(one => one.Position);
        for (var i = 1; i <= lines.Count; i++)
        {
            if (!stored.TryGetValue(i, out var line)) turn.Db.Add(line = new SupportLine(plan.Id, i, plan.Learner));
            line.Say(lines[i - 1].What, lines[i - 1].Who, lines[i - 1].ByDay, lines[i - 1].Reason);
        }

        turn.Db.RemoveRange(stored.Values.Where(one => one.Position > lines.Count));
        turn.Db.SaveChanges();
    }
}

/// <summary>What learners chose once they had shown something.</summary>
public static class ChoiceRows
{
    /// <summary>A learner's choices, by competency; for everybody who reads the record.</summary>
    public static IReadOnlyDictionary<CompetencyId, PathChoice> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !scope.May(learner, Rights.SeeRecord) ? new Dictionary<CompetencyId, PathChoice>() : db.PathChoices.AsNoTracking().Where(one => one.Learner == learner).ToDictionary(one => one.Competency);
    }

    /// <summary>Chooses, or chooses anew; false where it is not for the actor to choose. The learner chooses, and nobody in their place.</summary>
    public static bool Choose(WriteTurn turn, Scope scope, LearnerId learner, CompetencyId competency, NextStep step)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.Actor.Kind != ActorKind.Learner || !scope.May(learner, Rights.Plan)) return false;
        if (turn.Db.PathChoices.FirstOrDefault(one => one.Learner == learner && one.Competency == competency) is { } chosen) chosen.Choose(step, turn.Now);
        else turn.Db.Add(new PathChoice(new PathChoiceId(Guid.CreateVersion7()), learner, competency, step, turn.Now));
        turn.Db.SaveChanges();
        return true;
    }
}
