using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Projects;

/// <summary>An exhibition as those see it who see the project. Who is on its panel, and what they say, only its educators see.</summary>
/// <param name="Project">The project.</param>
/// <param name="Exhibition">When and where; null while it is not planned.</param>
public sealed record ExhibitionView(ProjectView Project, Exhibition? Exhibition)
{
    /// <summary>The panel, by name.</summary>
    public IReadOnlyList<Panelist> Panel { get; init; } = [];

    /// <summary>What the panel says of learners whom the asker may read.</summary>
    public IReadOnlyList<PanelRating> Ratings { get; init; } = [];

    /// <summary>What was judged from it, and is in force.</summary>
    public IReadOnlyList<Judgment> Judged { get; init; } = [];
}

/// <summary>One thing that a panel looks for.</summary>
/// <param name="Learner">Of whom.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Competency">What.</param>
/// <param name="Stage">At which stage; null where there is none.</param>
/// <param name="Place">Where the learner's scales and rules come from.</param>
public sealed record PanelCriterion(LearnerId Learner, string Name, CompetencyId Competency, int? Stage, PolicyPlace Place);

/// <summary>All that a panelist is shown: the question, the product, first names, what to look for, and what they said themself.</summary>
/// <param name="Panelist">Who.</param>
/// <param name="Question">The question.</param>
/// <param name="Product">The product.</param>
/// <param name="Exhibition">When and where; null while it is not planned.</param>
/// <param name="Criteria">What to look for, learner by learner.</param>
/// <param name="Said">What they said so far.</param>
public sealed record PanelSheet(Panelist Panelist, string Question, string Product, Exhibition? Exhibition, IReadOnlyList<PanelCriterion> Criteria, IReadOnlyList<PanelRating> Said);

/// <summary>Exhibitions and their panels.</summary>
public static class ExhibitionRows
{
    /// <summary>The exhibition of a project; null where the asker may not see the project.</summary>
    public static ExhibitionView? Find(Db db, Scope scope, ProjectId id)
    {
        if (ProjectRows.Find(db, scope, id) is not { } project) return null;
        var view = new ExhibitionView(project, db.Exhibitions.AsNoTracking().FirstOrDefault(one => one.Project == id));
        if (!scope.Actor.IsEducator || !project.Rights.Write) return view;
        var known = project.Team.Where(one => one.IsKnown).Select(one => one.Learner).ToList();
        var panel = db.Panelists.AsNoTracking().Where(one => one.Project == id).ToList();
        var ids = panel.ConvertAll(one => one.Id);
        var pieces = known.ConvertAll(one => ExhibitionWriting.PieceOf(id, one));
        var judged = db.Judgments.AsNoTracking().Where(one => known.Contains(one.Learner) && one.Evidence != null && pieces.Contains(one.Evidence.Value)).ToList();
        var taken = db.Retractions.AsNoTracking().Where(one => known.Contains(one.Learner) && one.Kind == RetractedKind.Judgment).Select(one => one.Fact).ToHashSet();
        return view with
        {
            Panel = [.. panel.OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.InvitedAt)],
            Ratings = [.. db.PanelRatings.AsNoTracking().Where(one => ids.Contains(one.Panelist) && known.Contains(one.Learner)).ToList().OrderBy(one => one.At)],
            Judged = judged.FindAll(one => !taken.Contains(one.Id.Value)),
        };
    }

    /// <summary>The sheet of an educator on the panel of a project; null where the asker is not on it.</summary>
    public static PanelSheet? SheetOf(Db db, Scope scope, ProjectId id, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator) return null;
        var self = new EducatorId(scope.Actor.Person);
        return db.Panelists.AsNoTracking().FirstOrDefault(one => one.Project == id && one.Educator == self && one.EndedAt == null) is { } found ? Sheet(db, found, now) : null;
    }

    /// <summary>The projects on whose panel an educator is asked to be, by question.</summary>
    public static IReadOnlyList<(ProjectId Project, string Question, Exhibition? Exhibition)> PanelsOf(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator) return [];
        var self = new EducatorId(scope.Actor.Person);
        var found = db.Projects.AsNoTracking().Where(one => (one.State == ProjectState.Active || one.State == ProjectState.Shown) && db.Panelists.Any(panelist => panelist.Project == one.Id && panelist.Educator == self && panelist.EndedAt == null)).ToList();
        return [.. found.OrderBy(one => one.Question, StringComparer.Ordinal).Select(one => (one.Id, one.Question, db.Exhibitions.AsNoTracking().FirstOrDefault(each => each.Project == one.Id)))];
    }

    /// <summary>The guest whose link has a secret with this hash, while it works; null for none.</summary>
    public static Panelist? ByLink(Db db, byte[] hash, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Panelists.AsNoTracking().FirstOrDefault(one => one.LinkHash == hash) is { LinkHash.Length: > 0 } found && found.IsOpenAt(now) ? found : null;
    }

    /// <summary>The sheet of the guest whose device carries a secret with this hash, while it works; null for none.</summary>
    public static PanelSheet? SheetOf(Db db, byte[] device, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Panelists.AsNoTracking().FirstOrDefault(one => one.DeviceHash == device) is { DeviceHash.Length: > 0 } found ? Sheet(db, found, now) : null;
    }

    private static PanelSheet? Sheet(Db db, Panelist panelist, DateTime now)
    {
        var id = panelist.Project;
        if (!panelist.IsOpenAt(now) || db.Projects.AsNoTracking().FirstOrDefault(one => one.Id == id) is not { State: ProjectState.Active or ProjectState.Shown } project) return null;
        var learners = (from member in db.ProjectMembers.AsNoTracking() where member.Project == id join learner in db.Learners.AsNoTracking() on member.Learner equals learner.Id select learner).ToList().ToDictionary(one => one.Id);
        var criteria = db.ProjectAims.AsNoTracking().Where(one => one.Project == id).ToList().Where(one => learners.ContainsKey(one.Learner))
            .Select(one => new PanelCriterion(one.Learner, NameOf(learners[one.Learner], learners.Values), one.Competency, one.Stage, learners[one.Learner].Place));
        return new PanelSheet(panelist, project.Question, project.Product, db.Exhibitions.AsNoTracking().FirstOrDefault(one => one.Project == id),
            [.. criteria.OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.Learner.Value)], [.. db.PanelRatings.AsNoTracking().Where(one => one.Panelist == panelist.Id)]);
    }

    private static string NameOf(Learner learner, IEnumerable<Learner> team) => team.Count(one => one.CalledName == learner.CalledName) > 1 ? learner.FirstAndInitial : learner.CalledName;
}
