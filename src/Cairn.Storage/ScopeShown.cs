using Cairn.Learning;
using Cairn.Learning.People;

namespace Cairn.Storage;

/// <summary>Whose records were shown to somebody whom the family should know of.</summary>
public sealed partial class Scope
{
    /// <summary>Who looks at their own learners, or at themselves: nobody is told of that.</summary>
    private const Relations Own = Relations.Self | Relations.Guardian | Relations.Teacher | Relations.CoTeacher | Relations.Substitute | Relations.Advisor;

    // Of more than these each relation is not looked up: a leader who teaches some of them is told of all.
    private const int FewShown = 60;

    private readonly HashSet<LearnerId> _listed = [];

    /// <summary>Notes whom a list showed.</summary>
    internal void Listed(IEnumerable<LearnerId> learners) => _listed.UnionWith(learners);

    /// <summary>The learners whose records this actor was given in this request, and who are not their own: each such look is written down.</summary>
    public IReadOnlyList<LearnerId> ShownToOutsider()
    {
        if (actor.Viewer is null && (actor.Kind is ActorKind.Learner or ActorKind.Guardian || (actor.IsEducator && !HasPlaces && !actor.ReachesEverybody && !Ties.Caseload && !Ties.Emergency))) return [];
        List<LearnerId> shown = [.. _found.Keys.Union(_listed)];
        return actor.Viewer is not null || shown.Count > FewShown || !actor.IsEducator ? shown : shown.FindAll(one => (RelationsTo(one) & Own) == Relations.None);
    }
}
