using System.Globalization;
using System.Text;
using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Accounts;

/// <summary>What a family's claim is held against, and what comes of it. It answers yes or no, and hands out no row.</summary>
public static class Claims
{
    /// <summary>Is this the name that the school's systems know the learner by?</summary>
    public static bool IsLearner(Db db, Guid learner, string username)
    {
        ArgumentNullException.ThrowIfNull(db);
        var id = new LearnerId(learner);
        return db.Learners.AsNoTracking().Any(one => one.Id == id && one.Username == username && one.EndedAt == null);
    }

    /// <summary>Is this how the school writes the guardian's name? Case, accents and blanks do not matter.</summary>
    public static bool IsGuardian(Db db, Guid guardian, string name)
    {
        ArgumentNullException.ThrowIfNull(db);
        var id = new GuardianId(guardian);
        return db.Guardians.AsNoTracking().FirstOrDefault(one => one.Id == id && one.EndedAt == null) is { } known
            && Plain(known.DisplayName) == Plain(name);
    }

    /// <summary>Does the guardian care for the learner on a day?</summary>
    public static bool Cares(Db db, Guid guardian, Guid learner, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (whose, whom) = (new GuardianId(guardian), new LearnerId(learner));
        return db.Guardianships.AsNoTracking().Where(one => one.Guardian == whose && one.Learner == whom).ToList().Exists(one => one.HoldsOn(today));
    }

    /// <summary>The person with a username, in whatever relation; null where there is none, or several.</summary>
    public static (ActorKind Kind, Guid Person)? Find(Db db, string username)
    {
        ArgumentNullException.ThrowIfNull(db);
        List<(ActorKind, Guid)> found =
        [
            .. db.Educators.AsNoTracking().Where(one => one.Username == username && one.EndedAt == null).ToList().Select(one => (ActorKind.Teacher, one.Id.Value)),
            .. db.Guardians.AsNoTracking().Where(one => one.Username == username && one.EndedAt == null).ToList().Select(one => (ActorKind.Guardian, one.Id.Value)),
            .. db.Learners.AsNoTracking().Where(one => one.Username == username && one.EndedAt == null).ToList().Select(one => (ActorKind.Learner, one.Id.Value)),
        ];
        return found is [var only] ? only : null;
    }

    /// <summary>The people who are called this where Cairn shows them, whatever its case, accents and blanks; by username.</summary>
    public static IReadOnlyList<KnownPerson> Named(Db db, string name)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(name);
        if (Plain(name) is not { Length: > 0 } wanted) return [];
        IEnumerable<(KnownPerson Who, string Other)> all =
        [
            .. db.Educators.AsNoTracking().Where(one => one.EndedAt == null).ToList().Select(one => (new KnownPerson(ActorKind.Teacher, one.Id.Value, one.Username, one.DisplayName), "")),
            .. db.Guardians.AsNoTracking().Where(one => one.EndedAt == null).ToList().Select(one => (new KnownPerson(ActorKind.Guardian, one.Id.Value, one.Username, one.DisplayName), "")),
            .. db.Learners.AsNoTracking().Where(one => one.EndedAt == null).ToList().Select(one => (new KnownPerson(ActorKind.Learner, one.Id.Value, one.Username, one.FullName), $"{one.GivenName} {one.FamilyName}")),
        ];
        return [.. all.Where(one => Plain(one.Who.Name) == wanted || Plain(one.Other) == wanted).Select(one => one.Who).OrderBy(one => one.Username, StringComparer.Ordinal)];
    }

    /// <summary>The username that somebody means who typed it, or the whole name of the only learner of today who is called so. What was typed,
    /// where nobody is called so, or several are.</summary>
    public static string LearnerMeant(Db db, string typed)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(typed);
        if (db.Learners.AsNoTracking().Any(one => one.Username == typed && one.EndedAt == null) || Plain(typed) is not { Length: > 0 } wanted) return typed;
        var called = db.Learners.AsNoTracking().Where(one => one.EndedAt == null).Select(one => new { one.Username, one.GivenName, one.PreferredName, one.FamilyName }).AsEnumerable()
            .Where(one => Plain($"{one.GivenName} {one.FamilyName}") == wanted || Plain($"{(one.PreferredName.Length > 0 ? one.PreferredName : one.GivenName)} {one.FamilyName}") == wanted).Take(2).ToList();
        return called is [var only] ? only.Username : typed;
    }

    /// <summary>Notes a guardian whom the roster does not know, and nothing that they care for.</summary>
    public static Guid AddGuardian(WriteTurn turn, string name)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var id = new GuardianId(Guid.CreateVersion7());
        turn.Db.Add(new Guardian(id, $"family-{id.Value:N}", name));
        return id.Value;
    }

    /// <summary>The school says that a guardian cares for a learner, from a day on.</summary>
    public static void Tie(WriteTurn turn, Guid guardian, Guid learner, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(turn);
        turn.Db.Add(new Guardianship(new GuardianId(guardian), new LearnerId(learner), from, null));
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var one in name.EnumerateRunes()) plain.Append(one.ToString());
        var letters = plain.ToString().Normalize(NormalizationForm.FormKD).ToUpperInvariant().Where(one => CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark);
        return string.Join(' ', new string([.. letters]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>Somebody of the roster.</summary>
/// <param name="Kind">In what relation they stand.</param>
/// <param name="Person">Their id.</param>
/// <param name="Username">What the roster knows them by.</param>
/// <param name="Name">What people see.</param>
public sealed record KnownPerson(ActorKind Kind, Guid Person, string Username, string Name);
