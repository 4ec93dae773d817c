using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Projects;

/// <summary>Writes exhibitions: planned and invited to by a project's educators, rated by its panel, judged by who may judge the learner.</summary>
public static class ExhibitionWriting
{
    /// <summary>The most people on a panel.</summary>
    public const int LargestPanel = 20;

    /// <summary>The one piece of evidence that an exhibition is for a learner: what is judged of it, is judged of this.</summary>
    public static EvidenceId PieceOf(ProjectId project, LearnerId learner) => new(NamedId.Of("exhibition", project.Value.ToString("N"), learner.Value.ToString("N")));

    /// <summary>Plans the exhibition, or plans it anew.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who asks, in this turn.</param>
    /// <param name="id">The project.</param>
    /// <param name="seen">The version that was seen; 0 where there was none.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="place">Where, in words.</param>
    /// <param name="audience">For whom, in words.</param>
    public static ProjectOutcome Plan(WriteTurn turn, Scope scope, ProjectId id, int seen, DateTime at, string place, string audience) => ByEducator(turn, scope, id, _ =>
    {
        var stands = turn.Db.Exhibitions.FirstOrDefault(one => one.Project == id);
        // The same, sent twice, is done.
        if (stands is not null && (stands.At, stands.Place, stands.Audience) == (at, place, audience)) return ProjectOutcome.Done;
        if ((stands?.Version ?? 0) != seen) return ProjectOutcome.Overtaken;
        if (stands is null) turn.Db.Add(new Exhibition(id, at, place, audience));
        else stands.Plan(at, place, audience);
        return ProjectOutcome.Done;
    });

    /// <summary>Asks somebody to the panel: an educator once, a guest by name.</summary>
    public static ProjectOutcome Invite(WriteTurn turn, Scope scope, ProjectId id, string name, EducatorId? educator, PanelistId? own = null) => ByEducator(turn, scope, id, _ =>
    {
        var panel = turn.Db.Panelists.Where(one => one.Project == id && one.EndedAt == null).ToList();
        if (own is { } made && turn.Db.Panelists.Any(one => one.Id == made)) return ProjectOutcome.Done;
        if (panel.Count >= LargestPanel) return ProjectOutcome.NotNow;
        if (educator is { } known && (panel.Exists(one => one.Educator == known) || !turn.Db.Educators.Any(one => one.Id == known && one.EndedAt == null))) return ProjectOutcome.NotNow;
        var called = educator is { } self ? turn.Db.Educators.AsNoTracking().Single(one => one.Id == self).DisplayName : name;
        turn.Db.Add(new Panelist(own ?? new PanelistId(Guid.CreateVersion7()), id, called, educator, turn.Now));
        return ProjectOutcome.Done;
    });

    /// <summary>Gives a guest a link that works until a moment; one they had before works no more.</summary>
    public static ProjectOutcome Link(WriteTurn turn, Scope scope, ProjectId id, PanelistId panelist, byte[] hash, DateTime until) => ByEducator(turn, scope, id, _ =>
    {
        if (turn.Db.Panelists.FirstOrDefault(one => one.Id == panelist && one.Project == id) is not { IsGuest: true, EndedAt: null } found) return ProjectOutcome.NotThere;
        found.Link(hash, until);
        return ProjectOutcome.Done;
    });

    /// <summary>Takes an invitation back; what was said stays.</summary>
    public static ProjectOutcome End(WriteTurn turn, Scope scope, ProjectId id, PanelistId panelist) => ByEducator(turn, scope, id, _ =>
    {
        if (turn.Db.Panelists.FirstOrDefault(one => one.Id == panelist && one.Project == id) is not { } found) return ProjectOutcome.NotThere;
        found.End(turn.Now);
        return ProjectOutcome.Done;
    });

    /// <summary>A guest's device takes the place of their link; false where the link works no more.</summary>
    public static bool Bind(WriteTurn turn, byte[] link, byte[] device)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (link.Length == 0 || turn.Db.Panelists.FirstOrDefault(one => one.LinkHash == link) is not { } found || !found.IsOpenAt(turn.Now)) return false;
        found.Bind(device, turn.Now);
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>A panelist says what they saw; what they said before of the same goes. False where they may not, or it is not looked for.</summary>
    public static bool Rate(WriteTurn turn, PanelistId panelist, LearnerId learner, CompetencyId competency, decimal? level, string comment)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Db.Panelists.AsNoTracking().FirstOrDefault(one => one.Id == panelist) is not { } found || !found.IsOpenAt(turn.Now)) return false;
        if (turn.Db.Projects.AsNoTracking().FirstOrDefault(one => one.Id == found.Project) is not { State: ProjectState.Active or ProjectState.Shown }) return false;
        if (!turn.Db.ProjectAims.Any(one => one.Project == found.Project && one.Learner == learner && one.Competency == competency)) return false;
        var said = turn.Db.PanelRatings.FirstOrDefault(one => one.Panelist == panelist && one.Learner == learner && one.Competency == competency);
        if (said is null) turn.Db.Add(new PanelRating(panelist, learner, competency, level, comment, turn.Now));
        else turn.Db.Entry(said).CurrentValues.SetValues(new { Level = level, Comment = comment, At = turn.Now });
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>
    /// An educator makes a judgment of what the panel saw: their own, with the panel's words as its reason. The exhibition is one piece of
    /// evidence for each learner. The same judgment twice is one.
    /// </summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who asks, in this turn.</param>
    /// <param name="id">The project.</param>
    /// <param name="learner">Whom.</param>
    /// <param name="competency">What.</param>
    /// <param name="level">The level, one of the scale's.</param>
    public static ProjectOutcome Judge(WriteTurn turn, Scope scope, ProjectId id, LearnerId learner, CompetencyId competency, decimal level) => ByEducator(turn, scope, id, project =>
    {
        if (!scope.May(learner, Rights.Judge)) return ProjectOutcome.NotThere;
        if (project.State is not (ProjectState.Active or ProjectState.Shown)) return ProjectOutcome.NotNow;
        if (turn.Db.ProjectAims.AsNoTracking().FirstOrDefault(one => one.Project == id && one.Learner == learner && one.Competency == competency) is not { } aim) return ProjectOutcome.NotThere;
        var (piece, by, shownAt) = (PieceOf(id, learner), new PersonId(scope.Actor.Person), ShownAt(turn, id));
        var taken = turn.Db.Retractions.AsNoTracking().Where(one => one.Learner == learner && one.Kind == RetractedKind.Judgment).Select(one => one.Fact).ToHashSet();
        if (turn.Db.Judgments.AsNoTracking().Where(one => one.Learner == learner && one.Evidence == piece && one.Competency == competency && one.Judge == by).ToList().Exists(one => one.Level == level && !taken.Contains(one.Id.Value))) return ProjectOutcome.Done;
        var isNew = !turn.Db.Evidence.Any(one => one.Id == piece);
        var judgment = new Judgment(new JudgmentId(Guid.CreateVersion7()), learner, competency, null, aim.Stage, piece, level, null, false, by, JudgeRole.Educator, shownAt, turn.Now, default);
        turn.Record(new Recording(learner)
        {
            Evidence = isNew ? [new PieceOfEvidence(piece, learner, new ExperienceId(id.Value), EvidenceKind.Performance, "", "", shownAt, default)] : [],
            EvidenceTexts = isNew ? [new EvidenceText(piece, project.Product.Length > 0 ? Short(project.Product) : Short(project.Question), Short(project.Question), turn.Db.Exhibitions.AsNoTracking().FirstOrDefault(one => one.Project == id)?.Place ?? "", "")] : [],
            Judgments = [judgment], JudgmentTexts = Reason(turn, id, learner, competency) is { Length: > 0 } reason ? [new JudgmentText(judgment.Id, reason)] : [],
        });
        return ProjectOutcome.Done;
    });

    // What is shown later than now was shown now.
    private static DateTime ShownAt(WriteTurn turn, ProjectId id) => turn.Db.Exhibitions.AsNoTracking().FirstOrDefault(one => one.Project == id) is { } exhibition && exhibition.At < turn.Now ? exhibition.At : turn.Now;

    private static string Reason(WriteTurn turn, ProjectId id, LearnerId learner, CompetencyId competency) => string.Join('\n',
        from panelist in turn.Db.Panelists.AsNoTracking().Where(one => one.Project == id).ToList()
        join rating in turn.Db.PanelRatings.AsNoTracking().Where(one => one.Learner == learner && one.Competency == competency && one.Comment != "").ToList() on panelist.Id equals rating.Panelist
        orderby rating.At
        select $"{panelist.Name}: {rating.Comment}");

    private static string Short(string text) => text.Length <= 200 ? text : text[..199] + "…";

    private static ProjectOutcome ByEducator(WriteTurn turn, Scope scope, ProjectId id, Func<Project, ProjectOutcome> change) =>
        ProjectWriting.Change(turn, scope, id, null, (project, rights) => scope.Actor.IsEducator && rights.Write ? change(project) : ProjectOutcome.NotThere);
}
