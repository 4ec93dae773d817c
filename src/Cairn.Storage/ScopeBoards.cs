using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Boards of groups: who sees one, and who changes what stands on it.</summary>
public sealed partial class Scope
{
    /// <summary>A group whose board the actor sees; null where there is none for them. Boards set learners side by side: they are for educators.</summary>
    public LearningGroup? BoardOf(GroupId group) => actor.IsEducator ? Groups().FirstOrDefault(one => one.Id == group) : null;

    /// <summary>Is the actor with a group today in a part that plans with its learners? A substitute looks.</summary>
    public bool PlansWith(GroupId group)
    {
        if (!actor.IsEducator || !actor.MayWrite) return false;
        var (educator, day) = (Educator, today);
        return db.Teachings.AsNoTracking().Where(one => one.Educator == educator && one.Group == group && one.From <= day && (one.Until == null || one.Until >= day)).ToList()
            .Exists(one => MayDo.Of(MayDo.Relation(one.Role)).HasFlag(Rights.Plan));
    }
}
