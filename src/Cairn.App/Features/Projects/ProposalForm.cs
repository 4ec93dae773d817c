using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Cairn.Storage.Projects;

namespace Cairn.App.Features.Projects;

/// <summary>The form of a proposal: what was typed, whom it may be done with, and what it could show.</summary>
/// <param name="Action">Where it goes.</param>
/// <param name="Typed">What was typed.</param>
public sealed record ProposalForm(string Action, Typed Typed)
{
    /// <summary>The project; null while there is none yet.</summary>
    public ProjectView? View { get; init; }

    /// <summary>Whom it can be done with, and who is in it already.</summary>
    public IReadOnlyList<TeamMember> Team { get; init; } = [];

    /// <summary>On whose board it can stand.</summary>
    public IReadOnlyList<LearningGroup> Groups { get; init; } = [];

    /// <summary>What it could show, of each learner whose aims whoever writes may set.</summary>
    public IReadOnlyList<AimRows> Aims { get; init; } = [];

    /// <summary>Does an educator write it?</summary>
    public bool IsEducator { get; init; }

    /// <summary>Whose page one came from.</summary>
    public string Back { get; init; } = "";

    /// <summary>The district's day.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The first day that stands already.</summary>
    public DateOnly? Starts => View?.Project.StartsOn;

    /// <summary>The last day that stands already.</summary>
    public DateOnly? Due => View?.Project.DueOn;

    /// <summary>Was it just stored, while somebody types?</summary>
    public bool IsKept { get; init; }

    /// <summary>Is it written at the project's own address from now on, at the version that stands?</summary>
    public bool IsMoved { get; init; }

    /// <summary>The version that this form wrote, where its answer was lost; null for the one that stands. Whatever came after it, its writer has not seen.</summary>
    public int? Wrote { get; init; }

    /// <summary>Is only the part asked for that changes while somebody types?</summary>
    public bool IsPart => Typed["part"] == "1";

    /// <summary>The version that whoever typed saw, or sees now.</summary>
    public string Seen => View is null ? "" : IsMoved || Typed.IsOvertaken || Typed.Seen.Length == 0 ? $"{Wrote ?? View.Project.Version}" : Typed.Seen;

    internal static ProposalForm New(Visit visit, Words words, Learner learner, Typed typed)
    {
        var isSelf = visit.Actor!.Kind == ActorKind.Learner;
        return new ProposalForm($"{Visit.PathOf(learner.Id)}/projects/new", typed)
        {
            Today = visit.Today, Team = ProjectRows.ClassmatesOf(visit.Db, visit.Scope, learner.Id), Groups = visit.Scope.GroupsOf(learner.Id), IsEducator = !isSelf, Back = $"{Visit.PathOf(learner.Id)}/projects",
            Aims = [RowsOf(visit, words, learner, isSelf ? "" : learner.CalledName, typed)],
        };
    }

    internal static ProposalForm Of(Visit visit, Words words, ProjectView view, Typed typed)
    {
        var isSelf = visit.Actor!.Kind == ActorKind.Learner;
        // A learner says what it is to show of themself; an educator says it of everybody they plan with.
        List<Learner> subjects = [.. view.Team.Where(one => one.IsKnown && (isSelf ? one.Learner.Value == visit.Actor.Person : visit.Scope.May(one.Learner, Rights.Plan))).Select(one => visit.Scope.Find(one.Learner)).OfType<Learner>()];
        var around = subjects.SelectMany(one => ProjectRows.ClassmatesOf(visit.Db, visit.Scope, one.Id)).Where(one => isSelf || visit.Scope.May(one.Learner, Rights.Plan));
        return new ProposalForm($"{ProjectsDoor.PathOf(view.Project.Id)}/edit", typed)
        {
            Today = visit.Today, View = view, IsEducator = !isSelf, Back = ProjectsDoor.PathOf(view.Project.Id),
            Team = [.. view.Team.Concat(around).DistinctBy(one => one.Learner).Where(one => !isSelf || one.Learner.Value != visit.Actor.Person)],
            Groups = [.. subjects.SelectMany(one => visit.Scope.GroupsOf(one.Id)).DistinctBy(one => one.Id)],
            Aims = [.. subjects.Select(one => RowsOf(visit, words, one, isSelf ? "" : one.CalledName, typed))],
        };
    }

    private static AimRows RowsOf(Visit visit, Words words, Learner learner, string name, Typed typed) => AimRows.Of(
        visit, words, learner, name, new ProposalWords(typed["question"], typed["product"], typed["evidence"]), typed["find"], id => typed.IsOn(AimRows.BoxOf(learner.Id, id)));
}
