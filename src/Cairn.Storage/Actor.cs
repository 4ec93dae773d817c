using Cairn.Learning;
using Cairn.Learning.People;

namespace Cairn.Storage;

/// <summary>Who asks.</summary>
/// <param name="Kind">In what relation.</param>
/// <param name="Person">The person; empty for the operator.</param>
/// <param name="Name">The name that is shown.</param>
public sealed record Actor(ActorKind Kind, Guid Person, string Name)
{
    /// <summary>The command line of the machine.</summary>
    public static Actor Operator { get; } = new(ActorKind.Operator, Guid.Empty, "");

    /// <summary>The account that is signed in; empty where none is, such as for a badge.</summary>
    public Guid Account { get; init; }

    /// <summary>An educator's roles that are in force today, as <see cref="Queries.KnownActor"/> reads them: without it there are none.</summary>
    public IReadOnlyList<RoleGrant> Grants { get; init; } = [];

    /// <summary>Those roles as text, the same for the same roles: whatever is kept for a reader is kept for their roles too.</summary>
    public string RolesKey => string.Join(' ', Grants.Select(one => one.Id.Value).Order());

    /// <summary>What another system's token is for, such as "roster.read"; none for people.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The one school that another system's token is for; null for the district.</summary>
    public OrganizationId? School { get; init; }

    /// <summary>Who really sits there, where somebody looks at what this actor sees; null where they are themselves.</summary>
    public Actor? Viewer { get; init; }

    /// <summary>Until when they look, UTC.</summary>
    public DateTime? ViewedUntil { get; init; }

    /// <summary>May anything be changed in this session? Not while somebody looks at what another sees.</summary>
    public bool MayWrite { get; init; } = true;

    /// <summary>A person who works at a school or for the district.</summary>
    public bool IsEducator => Kind is ActorKind.Leader or ActorKind.Teacher or ActorKind.Auditor;

    /// <summary>Leads the whole district.</summary>
    public bool LeadsDistrict => Has(GrantedRole.DistrictLeader);

    /// <summary>Does one of their roles reach everybody?</summary>
    public bool ReachesEverybody => Kind == ActorKind.Operator || (IsEducator && Grants.Any(one => one.ReachesEverybody));

    /// <summary>Have they a role, anywhere?</summary>
    public bool Has(GrantedRole role) => IsEducator && Grants.Any(one => one.Role == role);

    /// <summary>Is a token for something?</summary>
    public bool IsFor(string scope) => Kind == ActorKind.Client && Scopes.Contains(scope, StringComparer.Ordinal);
}
