using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Plans;

/// <summary>Things to learn from: educators keep them; to learners and families they open by results.</summary>
public static class ResourceRows
{
    /// <summary>All there are, by title; those that were put away last. What opens for whom is for <see cref="ResourcesFor"/> to say.</summary>
    public static IReadOnlyList<Resource> All(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.Resources.AsNoTracking().ToList().OrderBy(one => one.EndedAt is not null).ThenBy(one => one.Title, StringComparer.CurrentCulture)];
    }

    /// <summary>Where a learner stands in the targets that something to learn from is for; none where the asker may not see the record.</summary>
    public static IReadOnlyList<CompetencyNow> TargetsNow(Scope scope, IReadOnlyList<FrameworkInForce> frameworks, Learner learner, IEnumerable<Resource> resources)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learner);
        if (!scope.May(learner.Id, Rights.SeeRecord)) return [];
        var wanted = resources.Where(one => one.Target is not null && one.EndedAt is null).Select(one => one.Competency).Distinct().ToList();
        return [.. from id in wanted
                   let framework = frameworks.FirstOrDefault(one => one.Content.Counts(id))
                   where framework is not null
                   from one in CompetencyNow.OfTargets(framework.Content.Find(id)!, scope.Record(learner.Id, id), framework.Content, framework.RulesFor(learner.Place))
                   select one];
    }

    /// <summary>May the asker change one: did they make it, or do they lead?</summary>
    public static bool MayChange(Actor actor, Resource one)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(one);
        return actor is { IsEducator: true, MayWrite: true } && (actor.Person == one.By.Value || MayView.Leads(actor.Grants));
    }

    /// <summary>Makes one.</summary>
    public static ResourceId Make(WriteTurn turn, Actor actor, CompetencyId competency, TargetId? target, Action<Resource> write, ResourceId? id = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(write);
        if (id is { } sent && turn.Db.Resources.Any(one => one.Id == sent)) return sent;
        var made = new Resource(id ?? new ResourceId(Guid.CreateVersion7()), competency, target, new PersonId(actor.Person), turn.Now);
        write(made);
        turn.Db.Add(made);
        turn.Db.SaveChanges();
        return made.Id;
    }

    /// <summary>Changes one.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The version that was before them.</param>
    /// <param name="change">The change.</param>
    public static PlanChange Change(WriteTurn turn, Actor actor, ResourceId id, int seen, Action<Resource> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(change);
        if (turn.Db.Resources.FirstOrDefault(one => one.Id == id) is not { } found || !MayChange(actor, found)) return PlanChange.NotFound;
        if (found.Version != seen) return PlanChange.Overtaken;
        change(found);
        turn.Db.SaveChanges();
        return PlanChange.Done;
    }
}
