using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Families;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transcripts;

/// <summary>What schools say of themselves on transcripts: read by everybody who reads one, written by who keeps the official record there.</summary>
public static class ProfileRows
{
    /// <summary>Every version, newest first.</summary>
    public static IReadOnlyList<SchoolProfile> All(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.SchoolProfiles.AsNoTracking().ToList().OrderByDescending(one => one.RecordedAt)];
    }

    /// <summary>May an actor write the profile of a school, or of the whole district where none is named?</summary>
    public static bool MayWrite(Actor actor, OrganizationId? school)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor is { IsEducator: true, MayWrite: true } && actor.Grants.Any(one => one.Role is GrantedRole.Registrar or GrantedRole.SchoolLeader or GrantedRole.DistrictLeader && one.Program is null
            && (one.ReachesEverybody || (school is not null && one.School == school)));
    }

    /// <summary>The schools whose profile an actor may write.</summary>
    public static IReadOnlyList<Organization> Schools(Db db, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.Organizations.AsNoTracking().Where(one => one.Kind == OrganizationKind.School).ToList().Where(one => MayWrite(actor, one.Id)).OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    /// <summary>Writes a new version. What was issued keeps the one it was issued with.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who writes, in this turn.</param>
    /// <param name="school">Of which school; null for the district.</param>
    /// <param name="seen">The number of the version that was read; 0 for none.</param>
    /// <param name="words">Title, about, how credit is earned, who signs, contact, and code.</param>
    public static Changed Write(WriteTurn turn, Scope scope, OrganizationId? school, int seen, (string Title, string About, string HowCredit, string Signer, string Contact, string Code) words)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var db = turn.Db;
        if (!MayWrite(scope.Actor, school) || (school is { } id && !db.Organizations.Any(one => one.Id == id && one.Kind == OrganizationKind.School))) return Changed.NotThere;
        var number = db.SchoolProfiles.Where(one => one.School == school).Select(one => one.Number).ToList().DefaultIfEmpty(0).Max();
        if (number != seen) return Changed.Overtaken;
        db.Add(new SchoolProfile(new SchoolProfileId(Guid.CreateVersion7()), school, number + 1, words.Title, words.About, words.HowCredit, words.Signer, words.Contact, words.Code, new PersonId(scope.Actor.Person), turn.Next()));
        db.SaveChanges();
        return Changed.Done;
    }
}
