using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.People;

/// <summary>POST /people/{person}/roles, and …/roles/{grant}/end: a role is granted and ended; nobody grants one above their own, elsewhere,
/// or to themselves, and the last who leads the district stays.</summary>
internal static class GrantRole
{
    public const string District = "district";

    public static void Map(IEndpointRouteBuilder people)
    {
        people.MapPost("/{person:guid}/roles", Grant).AddEndpointFilter(StepUp.Within(StepUp.UsualMinutes));
        people.MapPost("/{person:guid}/roles/{grant:guid}/end", End).AddEndpointFilter(StepUp.Within(StepUp.UsualMinutes, PeopleDoor.Path));
    }

    /// <summary>Where the reader may grant a role: schools and programs they lead, and the district where they lead it.</summary>
    public static IReadOnlyList<FieldOption> PlacesFor(Visit visit, Words words)
    {
        var schools = visit.Scope.SchoolsLed();
        var ids = schools.Select(one => one.Id).ToHashSet();
        var programs = visit.Db.Programs.AsNoTracking().OrderBy(one => one.Name).ToList().Where(one => visit.Actor!.LeadsDistrict || ids.Contains(one.Organization));
        return [.. schools.Select(one => new FieldOption(one.Id.Value.ToString("N"), one.Name)), .. programs.Select(one => new FieldOption(one.Id.Value.ToString("N"), words["people.place.program", ("program", one.Name)])),
            .. visit.Actor!.LeadsDistrict ? (FieldOption[])[new FieldOption(District, words["people.place.district"])] : []];
    }

    public static GrantFault FaultOfEnding(Visit visit, RoleGrant grant, int otherLeaders) =>
        MayGrant.FaultOfEnding(new EducatorId(visit.Actor!.Person), visit.Actor.Grants, grant, otherLeaders, SchoolOf(visit.Db, grant.Program));

    private static async Task<IResult?> Grant(Guid person, Visit visit, Words words, HttpContext http, Sessions sessions)
    {
        var typed = await Typed.Read(http, words);
        // Whoever is not found here may be one whom the reader does not lead yet; a role makes them one only of a place that the reader leads.
        if (PeopleDoor.Find(visit, person) is null) return null;
        var (role, from) = (typed.Choice<GrantedRole>("role"), typed.Day("from"));
        var until = typed["until"].Length == 0 ? null : typed.Day("until");
        var (school, program, isPlace) = PlaceOf(visit, typed["place"]);
        if (!isPlace) typed.Refuse("place", words["form.choose"]);
        if (!typed.IsGood) return ShowPerson.Page(visit, words, person, typed);
        var grant = new RoleGrant(new RoleGrantId(Guid.CreateVersion7()), new EducatorId(person), role, school, program, from!.Value, until, new PersonId(visit.Actor!.Person));
        var fault = await visit.Write(turn => Store(turn, visit, grant));
        if (fault == GrantFault.None) return await Changed(person, visit, sessions);
        if (fault is GrantFault.AboveOwn or GrantFault.Self) await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        typed.Refuse(fault == GrantFault.EndsBefore ? "until" : fault is GrantFault.NeedsSchool or GrantFault.NeedsProgram or GrantFault.OnlyDistrict ? "place" : "role", words[$"people.fault.{fault}"]);
        return ShowPerson.Page(visit, words, person, typed);
    }

    // Asked in the turn: what the giver may grant can have ended meanwhile.
    private static GrantFault Store(WriteTurn turn, Visit visit, RoleGrant grant)
    {
        var by = Cairn.Storage.Queries.KnownActor.Of(turn.Db, visit.Actor!, visit.Today);
        var fault = MayGrant.FaultOf(new EducatorId(visit.Actor!.Person), by?.Grants ?? [], grant, SchoolOf(turn.Db, grant.Program));
        if (fault != GrantFault.None) return fault;
        turn.Db.Add(grant);
        turn.Tell(JournalAct.Granted, words: new { role = grant.Role.ToString() }, row: (typeof(RoleGrant), grant.Id.Value));
        return GrantFault.None;
    }

    private static async Task<IResult?> End(Guid person, Guid grant, Visit visit, Words words, HttpContext http, Sessions sessions)
    {
        if (PeopleDoor.Find(visit, person) is null) return null;
        var fault = await visit.Write<GrantFault?>(turn =>
        {
            var (id, who) = (new RoleGrantId(grant), new EducatorId(person));
            if (turn.Db.RoleGrants.FirstOrDefault(one => one.Id == id && one.Educator == who && (one.Until == null || one.Until >= visit.Today)) is not { } found) return null;
            var by = Cairn.Storage.Queries.KnownActor.Of(turn.Db, visit.Actor!, visit.Today);
            var why = MayGrant.FaultOfEnding(new EducatorId(visit.Actor!.Person), by?.Grants ?? [], found, LastLeader.Others(turn.Db, who, visit.Today), SchoolOf(turn.Db, found.Program));
            if (why != GrantFault.None) return why;
            // Yesterday was its last day: it is over now.
            turn.Db.Entry(found).Property(one => one.Until).CurrentValue = visit.Today.AddDays(-1);
            turn.Tell(JournalAct.Revoked, words: new { role = found.Role.ToString() }, row: (typeof(RoleGrant), found.Id.Value));
            return GrantFault.None;
        });
        if (fault is null) return null;
        if (fault == GrantFault.None) return await Changed(person, visit, sessions);
        await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        var typed = Typed.Of(words);
        typed.Refuse("role", words[$"people.fault.{fault}"]);
        return ShowPerson.Page(visit, words, person, typed);
    }

    private static async Task<IResult> Changed(Guid person, Visit visit, Sessions sessions)
    {
        await sessions.EndForStaff(visit.Served.District!, person, visit.Acting);
        return Results.Redirect(PeopleDoor.PathOf(new EducatorId(person)));
    }

    private static (OrganizationId? School, ProgramId? Program, bool IsPlace) PlaceOf(Visit visit, string place)
    {
        if (place == District) return (null, null, true);
        if (!Guid.TryParse(place, out var id)) return default;
        if (visit.Db.Organizations.Any(one => one.Id == new OrganizationId(id) && one.Kind == OrganizationKind.School)) return (new OrganizationId(id), null, true);
        return visit.Db.Programs.Any(one => one.Id == new ProgramId(id)) ? (null, new ProgramId(id), true) : default;
    }

    private static OrganizationId? SchoolOf(Db db, ProgramId? program) =>
        program is { } id ? db.Programs.AsNoTracking().Where(one => one.Id == id).Select(one => (OrganizationId?)one.Organization).FirstOrDefault() : null;
}
