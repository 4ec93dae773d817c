using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.People;

/// <summary>Roles and their places in words.</summary>
internal sealed class PlaceNames(Visit visit, Words words)
{
    private readonly Dictionary<OrganizationId, string> _schools = visit.Db.Organizations.AsNoTracking().ToDictionary(one => one.Id, one => one.Name);
    private readonly Dictionary<ProgramId, string> _programs = visit.Db.Programs.AsNoTracking().ToDictionary(one => one.Id, one => one.Name);

    /// <summary>A role, and where.</summary>
    public string Of(RoleGrant grant) => words["people.role.at", ("role", words[$"people.role.{grant.Role}"]), ("place", PlaceOf(grant))];

    /// <summary>Where a role is.</summary>
    public string PlaceOf(RoleGrant grant) =>
        grant.Program is { } program ? _programs.GetValueOrDefault(program, "") : grant.School is { } school ? _schools.GetValueOrDefault(school, "") : words["people.place.district"];
}
