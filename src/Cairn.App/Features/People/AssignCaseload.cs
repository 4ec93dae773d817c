using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Features.People;

/// <summary>POST /people/{person}/caseload, and …/caseload/move: learners come into a caseload by group, year of graduation or letters, and a
/// whole caseload goes to another, or ends.</summary>
internal static class AssignCaseload
{
    private const string Nobody = "nobody";

    public static void Map(IEndpointRouteBuilder people)
    {
        people.MapPost("/{person:guid}/caseload", Assign);
        people.MapPost("/{person:guid}/caseload/move", Move);
    }

    private static async Task<IResult?> Assign(Guid person, Visit visit, Words words, HttpContext http)
    {
        if (PeopleDoor.Find(visit, person) is null) return null;
        var typed = await Typed.Read(http, words);
        var kind = typed.Choice<CaseloadKind>("kind");
        var pick = new CaseloadPick(typed["group"].Length == 0 ? null : new GroupId(typed.Id("group")), typed.WholeOrNone("year", 2000, 2100), typed.Text("firstLetters", 40), typed.Text("lastLetters", 40));
        if (pick.Group is { } group && visit.Scope.Groups().All(one => one.Id != group)) typed.Refuse("group", words["form.choose"]);
        if (pick is { Group: null, Year: null, First: "", Last: "" }) typed.Refuse("group", words["people.caseload.pick"]);
        if (!typed.IsGood) return ShowPerson.Page(visit, words, person, typed);
        var come = await visit.Write(turn => In(turn, visit).Assign(turn, new EducatorId(person), kind, pick));
        if (come > 0) return Results.Redirect(PeopleDoor.PathOf(new EducatorId(person)));
        typed.Refuse("group", words["people.caseload.nobody"]);
        return ShowPerson.Page(visit, words, person, typed);
    }

    private static async Task<IResult?> Move(Guid person, Visit visit, Words words, HttpContext http)
    {
        if (PeopleDoor.Find(visit, person) is null) return null;
        var typed = await Typed.Read(http, words);
        var to = PeopleDoor.Find(visit, typed.Id("to"));
        if (to is null && typed["to"] != Nobody) typed.Refuse("to", words["form.choose"]);
        if (!typed.IsGood) return ShowPerson.Page(visit, words, person, typed);
        await visit.Write(turn => In(turn, visit).MoveCaseload(turn, new EducatorId(person), to?.Id));
        return Results.Redirect(PeopleDoor.PathOf(to?.Id ?? new EducatorId(person)));
    }

    private static Scope In(WriteTurn turn, Visit visit) => new(turn.Db, visit.Actor!, visit.Today, visit.Now);
}
