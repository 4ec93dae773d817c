using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Accounts;

/// <summary>Somebody whom a roster knows by a key.</summary>
/// <param name="Kind">In what relation: learner, educator (as teacher) or guardian.</param>
/// <param name="Person">The person.</param>
/// <param name="Username">Their name in the roster.</param>
public sealed record RosterPersonFound(ActorKind Kind, Guid Person, string Username);

/// <summary>Finds people by the key that a roster's source knows them by. Nobody is ever found by an address.</summary>
public static class RosterMatch
{
    // Kinds of keys as the import of rosters names them.
    private static readonly (string Key, ActorKind Kind)[] Kinds = [("learner", ActorKind.Learner), ("educator", ActorKind.Teacher), ("guardian", ActorKind.Guardian)];

    /// <summary>Everybody who is here and whom the key means: one, none, or several where it says too little.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="source">The roster's source; empty for usernames.</param>
    /// <param name="key">The key.</param>
    public static IReadOnlyList<RosterPersonFound> Of(Db db, string source, string key)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (key.Length == 0) return [];
        return source.Length == 0 ? ByUsername(db, key) : [.. Kinds.Select(one => ById(db, one.Kind, IdOf(db, source, one.Key, key))).OfType<RosterPersonFound>()];
    }

    /// <summary>Is the person here? Who left is found by nothing any more.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="kind">In what relation.</param>
    /// <param name="id">The person.</param>
    public static RosterPersonFound? ById(Db db, ActorKind kind, Guid id)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (learner, educator, guardian) = (new LearnerId(id), new EducatorId(id), new GuardianId(id));
        var username = kind switch
        {
            ActorKind.Learner => db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == learner && one.EndedAt == null)?.Username,
            ActorKind.Guardian => db.Guardians.AsNoTracking().FirstOrDefault(one => one.Id == guardian && one.EndedAt == null)?.Username,
            ActorKind.Sponsor => null,
            _ => db.Educators.AsNoTracking().FirstOrDefault(one => one.Id == educator && one.EndedAt == null)?.Username,
        };
        return username is null ? null : new RosterPersonFound(kind, id, username);
    }

    // A row that the source made is named by its key; one that it found here is linked to it.
    private static Guid IdOf(Db db, string source, string kind, string key) =>
        db.SourceLinks.AsNoTracking().FirstOrDefault(one => one.Source == source && one.Kind == kind && one.Key == key)?.Id ?? NamedId.Of(source, kind, key);

    private static List<RosterPersonFound> ByUsername(Db db, string username) =>
    [
        .. db.Learners.AsNoTracking().Where(one => one.Username == username && one.EndedAt == null).ToList().Select(one => new RosterPersonFound(ActorKind.Learner, one.Id.Value, one.Username)),
        .. db.Educators.AsNoTracking().Where(one => one.Username == username && one.EndedAt == null).ToList().Select(one => new RosterPersonFound(ActorKind.Teacher, one.Id.Value, one.Username)),
        .. db.Guardians.AsNoTracking().Where(one => one.Username == username && one.EndedAt == null).ToList().Select(one => new RosterPersonFound(ActorKind.Guardian, one.Id.Value, one.Username)),
    ];
}
