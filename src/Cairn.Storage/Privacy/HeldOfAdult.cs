using System.Text.Json;
using Cairn.Learning;
using Cairn.Learning.Privacy;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>Everything that is held about an educator or a guardian: of learners only the names of a guardian's own.</summary>
/// <param name="Kind">"educator" or "guardian".</param>
/// <param name="Id">The person.</param>
/// <param name="Username">The name other systems know them by.</param>
/// <param name="Name">The name that is shown.</param>
/// <param name="Source">Who keeps the row.</param>
/// <param name="EndedAt">When they left, UTC; null while here.</param>
public sealed record HeldOfAdult(string Kind, Guid Id, string Username, string Name, string Source, DateTime? EndedAt)
{
    /// <summary>With whom and what they stand in a relation.</summary>
    public IReadOnlyList<HeldRelation> Relations { get; init; } = [];

    /// <summary>How they sign in, and did.</summary>
    public HeldAccess Access { get; init; } = new([], [], []);

    /// <summary>Permissions that they answered.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>Requests for amendment that they made.</summary>
    public IReadOnlyList<Amendment> Amendments { get; init; } = [];

    /// <summary>What the journal says that they did: of which rows is not told, for those are other people's.</summary>
    public IReadOnlyList<HeldEntry> Journal { get; init; } = [];
}

/// <summary>Reads everything that is held about an educator or a guardian.</summary>
public static class HeldAdults
{
    private static readonly Dictionary<int, string> Kinds = JournalKinds.All.ToDictionary(one => one.Number, one => JsonNamingPolicy.CamelCase.ConvertName(one.Type.Name));

    /// <summary>Everything about the educator or guardian with a username; null where there is none, or the asker is neither the
    /// person nor the command line.</summary>
    public static HeldOfAdult? Of(Db db, Actor asker, string username)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(asker);
        var held = db.Educators.AsNoTracking().FirstOrDefault(one => one.Username == username) is { } educator
                ? new HeldOfAdult("educator", educator.Id.Value, educator.Username, educator.DisplayName, educator.Source, educator.EndedAt) { Relations = [.. OfEducator(db, educator.Id)] }
            : db.Guardians.AsNoTracking().FirstOrDefault(one => one.Username == username) is { } guardian
                ? new HeldOfAdult("guardian", guardian.Id.Value, guardian.Username, guardian.DisplayName, guardian.Source, guardian.EndedAt) { Relations = [.. OfGuardian(db, guardian.Id)] }
            : null;
        if (held is null || (asker.Kind != ActorKind.Operator && asker.Person != held.Id)) return null;
        var person = new PersonId(held.Id);
        return held with
        {
            Access = HeldAccesses.Of(db, held.Id),
            Consents = [.. db.Consents.AsNoTracking().Where(one => one.By == person).ToList().OrderBy(one => one.RecordedAt)],
            Amendments = [.. db.Amendments.AsNoTracking().Where(one => one.AskedBy == person).ToList().OrderBy(one => one.AskedAt)],
            Journal = [.. Did(db, held)],
        };
    }

    private static IEnumerable<HeldRelation> OfEducator(Db db, EducatorId id) =>
    [
        .. from one in db.Teachings.AsNoTracking().Where(one => one.Educator == id)
           join @group in db.Groups.AsNoTracking() on one.Group equals @group.Id
           select new HeldRelation("group", @group.Name, one.Role.ToString(), one.From, one.Until),
        .. db.RoleGrants.AsNoTracking().Where(one => one.Educator == id).ToList().Select(one => new HeldRelation("role", one.Role.ToString(), "", one.From, one.Until)),
        // How many, and nobody's name.
        .. db.Caseloads.AsNoTracking().Where(one => one.Educator == id).ToList().GroupBy(one => (one.Kind, one.From, one.Until))
            .Select(some => new HeldRelation("caseload", some.Key.Kind.ToString(), $"{some.Count()}", some.Key.From, some.Key.Until)),
        .. db.EmergencyAccesses.AsNoTracking().Where(one => one.Educator == id).ToList()
            .Select(one => new HeldRelation("emergency", "", "", DateOnly.FromDateTime(one.From), DateOnly.FromDateTime(one.Until))),
    ];

    private static IEnumerable<HeldRelation> OfGuardian(Db db, GuardianId id) =>
    [
        .. from one in db.Guardianships.AsNoTracking().Where(one => one.Guardian == id).ToList()
           join learner in db.Learners.AsNoTracking().Where(learner => db.Guardianships.Any(each => each.Guardian == id && each.Learner == learner.Id)).ToList() on one.Learner equals learner.Id
           select new HeldRelation("learner", learner.FullName, "", one.From, one.Until),
        .. db.GuardianBlocks.AsNoTracking().Where(one => one.Guardian == id).ToList()
            .Select(one => new HeldRelation("block", "", one.Basis, DateOnly.FromDateTime(one.From), one.LiftedAt is { } lifted ? DateOnly.FromDateTime(lifted) : null)),
    ];

    private static IEnumerable<HeldEntry> Did(Db db, HeldOfAdult held) =>
        (from occasion in db.Occasions.AsNoTracking()
         where occasion.Person == held.Id
         join entry in db.Journal.AsNoTracking() on occasion.Id equals entry.Occasion
         orderby entry.Index
         select new { entry.Index, entry.Act, entry.Kind, occasion.At, occasion.Actor, occasion.Purpose, occasion.Where }).ToList()
        .Select(one => new HeldEntry(one.Index, one.At, one.Act, Kinds.GetValueOrDefault(one.Kind, ""), Guid.Empty, one.Actor, held.Name, one.Purpose, one.Where, ""));
}
