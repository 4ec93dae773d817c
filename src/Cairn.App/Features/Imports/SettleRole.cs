using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Imports;

/// <summary>POST /imports/roles/{id}: a leader confirms or turns down a role that a roster claims, and says what it is for: the district or
/// a school. A file alone grants nothing. Nobody decides about themselves. As with every other role, whoever decides has proved lately who they are,
/// and whose rights changed signs in anew.</summary>
internal static class SettleRole
{
    public const string District = "district";
    private const string Route = "/roles/{id:guid}";

    public static void Map(IEndpointRouteBuilder imports) => imports.MapPost(Route, Settle).AddEndpointFilter(StepUp.Within(StepUp.UsualMinutes, ImportsDoor.Path));

    private static async Task<IResult?> Settle(Guid id, Visit visit, HttpContext http, Sessions sessions)
    {
        var form = await SentForm.Of(http.Request);
        var (decision, place) = (form["decision"].ToString(), form["place"].ToString());
        if (id == visit.Actor!.Person || decision is not ("confirm" or "turn-down")) return null;
        if (decision == "confirm" && GrantAt(place, id, visit) is not { }) return null;
        if (!await visit.Write(turn => Decide(turn, id, decision == "confirm" ? GrantAt(place, id, visit) : null, visit))) return null;
        if (decision == "confirm") await sessions.EndForStaff(visit.Served.District!, id, visit.Acting);
        return Results.Redirect(ImportsDoor.Path);
    }

    private static bool Decide(WriteTurn turn, Guid id, RoleGrant? grant, Visit visit)
    {
        var educator = new EducatorId(id);
        if (turn.Db.Educators.FirstOrDefault(one => one.Id == educator && one.ClaimedRole != "" && one.EndedAt == null) is not { } found) return false;
        // Asked in the turn: what the giver may grant can have ended meanwhile.
        var own = Cairn.Storage.Queries.KnownActor.Of(turn.Db, visit.Actor!, visit.Today)?.Grants ?? [];
        if (grant is not null && MayGrant.FaultOf(new EducatorId(visit.Actor!.Person), own, grant) != GrantFault.None) return false;
        var claimed = found.ClaimedRole;
        found.Settle(grant is not null);
        if (grant is null) return true;
        turn.Db.Add(grant);
        turn.Tell(JournalAct.Granted, words: new { role = grant.Role.ToString(), claimed }, row: (typeof(RoleGrant), grant.Id.Value));
        return true;
    }

    /// <summary>The role at the place that was chosen; null where there is no such place.</summary>
    private static RoleGrant? GrantAt(string place, Guid who, Visit visit)
    {
        var school = Guid.TryParse(place, out var id) ? visit.Db.Organizations.AsNoTracking().FirstOrDefault(one => one.Id == new OrganizationId(id) && one.Kind == OrganizationKind.School) : null;
        if (school is null && place != District) return null;
        return new RoleGrant(new RoleGrantId(Guid.CreateVersion7()), new EducatorId(who), school is null ? GrantedRole.DistrictLeader : GrantedRole.SchoolLeader, school?.Id, null, visit.Today, null, new PersonId(visit.Actor!.Person));
    }
}
