using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Access;

/// <summary>For whom a door is, as it is said beside its route. One person can be several of these.</summary>
[Flags]
internal enum Who
{
    /// <summary>Nobody.</summary>
    Nobody = 0,

    /// <summary>Anybody, signed in or not.</summary>
    Anyone = 1,

    Learners = 1 << 1,
    Guardians = 1 << 2,

    /// <summary>Everybody who works at a school or for the district, whatever their roles.</summary>
    Educators = 1 << 3,

    /// <summary>Who leads the district or a school.</summary>
    Leaders = 1 << 4,

    DistrictLeaders = 1 << 5,

    /// <summary>Who examines the whole district.</summary>
    Auditors = 1 << 6,

    PrivacyOfficers = 1 << 7,
    Sponsors = 1 << 8,
    Clients = 1 << 9,

    /// <summary>Who keeps the official record of a school or the district, and who leads one.</summary>
    Registrars = 1 << 10,

    /// <summary>Who has a caseload to counsel.</summary>
    Counselors = 1 << 11,

    Family = Learners | Guardians,

    /// <summary>Everybody who can be signed in.</summary>
    SignedIn = Learners | Guardians | Educators | Sponsors | Clients,
}

/// <summary>What a door asks for: who somebody is, and where it is about one learner, what they may do to that learner.</summary>
/// <param name="Who">For whom it is.</param>
/// <param name="Needs">The right to the learner whom the address names; none where it names none.</param>
/// <param name="Learner">The part of the address that names the learner.</param>
internal sealed record Audience(Who Who, Rights Needs = Rights.None, string Learner = "id")
{
    /// <summary>Does it stay open to somebody who looks at what another sees, although it changes something?</summary>
    public bool IsOpenWhileViewing { get; init; }

    /// <summary>All that an actor is.</summary>
    public static Who Of(Actor? actor) => Who.Anyone | (actor?.Kind switch
    {
        null => Who.Nobody,
        ActorKind.Learner => Who.Learners,
        ActorKind.Guardian => Who.Guardians,
        ActorKind.Sponsor => Who.Sponsors,
        ActorKind.Client => Who.Clients,
        _ when actor.IsEducator => Who.Educators | (MayView.Leads(actor.Grants) ? Who.Leaders : Who.Nobody) | (actor.LeadsDistrict ? Who.DistrictLeaders : Who.Nobody)
            | (ReachesAll(actor, GrantedRole.Auditor) ? Who.Auditors : Who.Nobody) | (ReachesAll(actor, GrantedRole.PrivacyOfficer) ? Who.PrivacyOfficers : Who.Nobody)
            | (actor.Has(GrantedRole.Registrar) || MayView.Leads(actor.Grants) ? Who.Registrars : Who.Nobody) | (actor.Has(GrantedRole.Counselor) ? Who.Counselors : Who.Nobody),
        _ => Who.Nobody,
    });

    /// <summary>Is it somebody whose every day is the official record: who keeps it, or counsels, and leads nothing?</summary>
    public static bool KeepsRecords(Who are) => (are & (Who.Registrars | Who.Counselors)) != Who.Nobody && !are.HasFlag(Who.Leaders);

    /// <summary>Is it for an actor?</summary>
    public bool Admits(Actor? actor) => (Of(actor) & Who) != Who.Nobody;

    // What is for them is of the whole district: one school's auditor examines that school's records, and not the district's journal.
    private static bool ReachesAll(Actor actor, GrantedRole role) => actor.Grants.Any(one => one.Role == role && one.ReachesEverybody);
}
