using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.People;

/// <summary>GET /people/{person}: one educator's roles, groups and caseload, and what may be changed of them.</summary>
public partial class ShowPerson
{
    /// <summary>Who.</summary>
    [Parameter, EditorRequired] public Educator Who { get; set; } = null!;

    /// <summary>Roles of today and to come: the role in words, and whether the reader may end it.</summary>
    [Parameter] public IReadOnlyList<(RoleGrant Grant, string Text, GrantFault Fault)> Grants { get; set; } = [];

    /// <summary>Groups of today and to come.</summary>
    [Parameter] public IReadOnlyList<(Teaching Teaching, LearningGroup Group)> Groups { get; set; } = [];

    /// <summary>The caseload of today.</summary>
    [Parameter] public IReadOnlyList<(CaseloadEntry Entry, Learner Learner)> Caseload { get; set; } = [];

    /// <summary>Where a role can be.</summary>
    [Parameter] public IReadOnlyList<FieldOption> Places { get; set; } = [];

    /// <summary>Groups that somebody can stand in for, or whose learners can come into a caseload.</summary>
    [Parameter] public IReadOnlyList<FieldOption> Rooms { get; set; } = [];

    /// <summary>Others whom a caseload can go to.</summary>
    [Parameter] public IReadOnlyList<FieldOption> Others { get; set; } = [];

    /// <summary>May the reader look at what the educator sees?</summary>
    [Parameter] public bool IsViewable { get; set; }

    /// <summary>What they sign in by; null where they have no account.</summary>
    [Parameter] public string? Login { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder people) => people.MapGet("/{person:guid}", (Guid person, Visit visit, Words words) => Page(visit, words, person, Typed.Of(words, ("from", visit.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))));

    private static string? LoginOf(Visit visit, Guid person) =>
        Access.Accounts.NewAccount.Of(visit.Db, Cairn.Storage.ActorKind.Teacher, person) is { } account ? visit.Db.Accounts.AsNoTracking().Where(one => one.Id == account).Select(one => one.Login).FirstOrDefault() : null;

    internal static RazorComponentResult<ShowPerson>? Page(Visit visit, Words words, Guid person, Typed typed)
    {
        if (PeopleDoor.Find(visit, person) is not { } who) return null;
        var (names, today, leaders) = (new PlaceNames(visit, words), visit.Today, Cairn.Storage.Accounts.LastLeader.Others(visit.Db, new EducatorId(person), visit.Today));
        var teachings = visit.Db.Teachings.AsNoTracking().Where(one => one.Educator == who.Id && (one.Until == null || one.Until >= today)).ToList();
        var rooms = visit.Scope.GroupsLed().Where(one => one.EndedAt is null).ToList();
        return new(new
        {
            Who = who, Typed = typed, Login = LoginOf(visit, person),
            Grants = (IReadOnlyList<(RoleGrant, string, GrantFault)>)[.. visit.Db.RoleGrants.AsNoTracking().Where(one => one.Educator == who.Id && (one.Until == null || one.Until >= today)).ToList()
                .Select(one => (one, names.Of(one), GrantRole.FaultOfEnding(visit, one, leaders)))],
            Groups = (IReadOnlyList<(Teaching, LearningGroup)>)[.. from teaching in teachings join room in rooms on teaching.Group equals room.Id select (teaching, room)],
            Caseload = visit.Scope.CaseloadOf(who.Id), Places = GrantRole.PlacesFor(visit, words),
            Rooms = (IReadOnlyList<FieldOption>)[.. rooms.Select(one => new FieldOption(one.Id.Value.ToString("N"), one.Name))],
            Others = (IReadOnlyList<FieldOption>)[.. visit.Scope.Educators.Where(one => one.Id != who.Id).OrderBy(one => one.DisplayName).ToList().Select(one => new FieldOption(one.Id.Value.ToString("N"), one.DisplayName))],
            IsViewable = Cairn.Storage.Queries.ViewedActor.Find(visit.Db, visit.Actor!, Cairn.Storage.ActorKind.Teacher, person, today, visit.Now) is not null,
        }) { PreventStreamingRendering = true, StatusCode = typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }
}
