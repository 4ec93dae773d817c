using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Seeing;

/// <summary>In what relation a learner of the matrix stands to its actors.</summary>
public enum Tie
{
    /// <summary>The learner actor themself; the guardian's child; the mentor's placement.</summary>
    Own,

    /// <summary>In the group of the teacher and the substitute.</summary>
    Roster,

    /// <summary>In the counselor's caseload.</summary>
    Caseload,

    /// <summary>At the school, with nobody.</summary>
    SameSchool,

    /// <summary>At the other school.</summary>
    OtherSchool,

    /// <summary>A learner of another district: an id that is nobody's here.</summary>
    OtherDistrict,

    /// <summary>At the other school; every relation ended yesterday.</summary>
    Ended,

    /// <summary>At the other school; a block keeps the guardian away.</summary>
    Blocked,
}

/// <summary>A district with somebody in every relation, served: what the matrix of access is asked of.</summary>
public sealed class AccessDistrict : IAsyncLifetime
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);
    private static readonly Cairn.Learning.OrganizationId Hill = new(Guid.CreateVersion7());
    private static readonly Cairn.Learning.OrganizationId Brook = new(Guid.CreateVersion7());

    private readonly TempFolder _folder = new();

    internal DataFolder Folder => _folder.Data;

    internal District District { get; private set; } = null!;

    internal RunningSite Site { get; private set; } = null!;

    internal Guid Run { get; } = Guid.CreateVersion7();

    internal IReadOnlyDictionary<Tie, LearnerId> Learners { get; } = Enum.GetValues<Tie>().ToDictionary(one => one, _ => new LearnerId(Guid.CreateVersion7()));

    /// <summary>Each actor, what they are, and the relation in which they stand to each learner.</summary>
    internal IReadOnlyList<(string Name, Actor? Actor, Cairn.App.Access.Who Who, Func<Tie, Relations> To)> Actors { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _folder.Data.SetMark("{}");
        District.Create(_folder.Data, "access", "Access", "UTC");
        District = District.OpenExisting(_folder.Data, "access", toWrite: true, TimeProvider.System);
        Actors = Everybody();
        await District.Writer.Alone(turn =>
        {
            Fill(turn);
            return true;
        });
        Site = await RunningSite.Start(_folder.Data, District, Actors.Select(one => one.Actor).OfType<Actor>());
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await District.DisposeAsync();
        _folder.Dispose();
    }

    private IReadOnlyList<(string Name, Actor? Actor, Cairn.App.Access.Who Who, Func<Tie, Relations> To)> Everybody()
    {
        const Cairn.App.Access.Who Educators = Cairn.App.Access.Who.Educators;
        static Actor Educator(string name) => new(ActorKind.Teacher, Guid.CreateVersion7(), name);
        static Func<Tie, Relations> Only(Tie tie, Relations relation) => one => one == tie ? relation : Relations.None;
        static Func<Tie, Relations> AtHill(Relations relation) => one => one is Tie.Own or Tie.Roster or Tie.Caseload or Tie.SameSchool ? relation : Relations.None;
        static Func<Tie, Relations> Here(Relations relation) => one => one != Tie.OtherDistrict ? relation : Relations.None;
        return
        [
            ("anyone", null, Cairn.App.Access.Who.Anyone, _ => Relations.None),
            ("learner", new Actor(ActorKind.Learner, Learners[Tie.Own].Value, "Ana Own"), Cairn.App.Access.Who.Learners, Only(Tie.Own, Relations.Self)),
            ("guardian", new Actor(ActorKind.Guardian, Guid.CreateVersion7(), "May Own"), Cairn.App.Access.Who.Guardians, Only(Tie.Own, Relations.Guardian)),
            ("teacher", Educator("Ms. Room"), Educators, Only(Tie.Roster, Relations.Teacher)),
            ("substitute", Educator("Mr. Days"), Educators, Only(Tie.Roster, Relations.Substitute)),
            ("counselor", Educator("Ms. Load"), Educators | Cairn.App.Access.Who.Counselors, Only(Tie.Caseload, Relations.Counselor)),
            ("sponsor", new Actor(ActorKind.Sponsor, Guid.CreateVersion7(), "Maren Boat"), Cairn.App.Access.Who.Sponsors, Only(Tie.Own, Relations.Sponsor)),
            ("school leader", Educator("Dr. Hill"), Educators | Cairn.App.Access.Who.Leaders | Cairn.App.Access.Who.Registrars, AtHill(Relations.SchoolLeader)),
            ("district leader", Educator("Dr. All"), Educators | Cairn.App.Access.Who.Leaders | Cairn.App.Access.Who.DistrictLeaders | Cairn.App.Access.Who.Registrars, Here(Relations.DistrictLeader)),
            ("auditor", Educator("Ms. Look"), Educators, AtHill(Relations.Auditor)),
            ("district auditor", Educator("Mr. Whole"), Educators | Cairn.App.Access.Who.Auditors, Here(Relations.Auditor)),
            ("privacy officer", Educator("Mx. Shield"), Educators | Cairn.App.Access.Who.PrivacyOfficers, Here(Relations.PrivacyOfficer)),
            ("registrar", Educator("Mr. Seal"), Educators | Cairn.App.Access.Who.Registrars, AtHill(Relations.Registrar)),
            ("client", new Actor(ActorKind.Client, Guid.CreateVersion7(), "Roster tool") { Scopes = [ClientScope.RosterRead], School = Hill }, Cairn.App.Access.Who.Clients, AtHill(Relations.Client)),
        ];
    }

    private Guid PersonOf(string name) => Actors.First(one => one.Name == name).Actor!.Person;

    private EducatorId EducatorOf(string name) => new(PersonOf(name));

    private void Fill(WriteTurn turn)
    {
        new DemoFramework(DemoContent.Read()).Store(turn, DateTime.UtcNow.AddYears(-2));
        var (partner, loft, ended) = (new OrganizationId(Guid.CreateVersion7()), new GroupId(Guid.CreateVersion7()), Today.AddDays(-1));
        turn.Db.AddRange(new Organization(Hill, OrganizationKind.School, "Hill", "America/New_York"), new Organization(Brook, OrganizationKind.School, "Brook", "America/New_York"), new Organization(partner, OrganizationKind.Partner, "Boatyard", "America/New_York"),
            new Guardian(new GuardianId(PersonOf("guardian")), "may", "May Own"));
        turn.Db.AddRange(Actors.Where(one => one.Actor is { IsEducator: true }).Select(one => new Educator(new EducatorId(one.Actor!.Person), one.Name.Replace(' ', '.'), one.Actor.Name, EducatorRole.Teacher)));
        turn.Db.AddRange(Learners.Where(one => one.Key != Tie.OtherDistrict).Select(one => new Learner(one.Value, $"u.{one.Key}", $"{one.Key}", "Case")
            .BelongsTo(one.Key is Tie.OtherSchool or Tie.Ended or Tie.Blocked ? Brook : Hill).Born(Today.AddYears(-12))));
        turn.Db.SaveChanges();
        turn.Db.AddRange(new LearningGroup(loft, Hill, "The Loft"), new Sponsor(new SponsorId(PersonOf("sponsor")), partner, "Maren Boat"));
        turn.Db.SaveChanges();
        turn.Db.AddRange(
            Grants.Of(EducatorOf("school leader"), GrantedRole.SchoolLeader, Hill), Grants.Of(EducatorOf("district leader"), GrantedRole.DistrictLeader), Grants.Of(EducatorOf("auditor"), GrantedRole.Auditor, Hill), Grants.Of(EducatorOf("district auditor"), GrantedRole.Auditor),
            Grants.Of(EducatorOf("privacy officer"), GrantedRole.PrivacyOfficer), Grants.Of(EducatorOf("counselor"), GrantedRole.Counselor, Hill), Grants.Of(EducatorOf("registrar"), GrantedRole.Registrar, Hill),
            new Teaching(EducatorOf("teacher"), loft, Today.AddDays(-9), null), new Teaching(EducatorOf("substitute"), loft, Today.AddDays(-9), Today.AddDays(9)) { Role = TeachingRole.Substitute },
            Enroll(Tie.Roster, null), Enroll(Tie.Ended, ended),
            new CaseloadEntry(EducatorOf("counselor"), Learners[Tie.Caseload], CaseloadKind.Counselor, Today, null), new CaseloadEntry(EducatorOf("counselor"), Learners[Tie.Ended], CaseloadKind.Counselor, Today.AddDays(-9), ended),
            Care(Tie.Own, null), Care(Tie.Ended, ended), Care(Tie.Blocked, null),
            new GuardianBlock(new GuardianBlockId(Guid.CreateVersion7()), new GuardianId(PersonOf("guardian")), Learners[Tie.Blocked], DateTime.UtcNow.AddDays(-1), default, "Family court 12-3"),
            Place(Tie.Own, null), Place(Tie.Ended, ended));
        turn.Db.Add(new ImportRun(Run, "roster", "roster", "roster.zip", PersonOf("district leader"), turn.Now) { Summary = new Cairn.App.Features.Imports.ImportSummary(Cairn.App.Features.Imports.ImportState.Looked).Write() });
        foreach (var one in Learners.Where(one => one.Key != Tie.OtherDistrict)) turn.ConcludeWhole(one.Value);

        Enrollment Enroll(Tie tie, DateOnly? until) => new(new EnrollmentId(Guid.CreateVersion7()), Learners[tie], loft, Today.AddDays(-9), until);
        Guardianship Care(Tie tie, DateOnly? until) => new(new GuardianId(PersonOf("guardian")), Learners[tie], Today.AddDays(-9), until);
        Placement Place(Tie tie, DateOnly? until) => new(new PlacementId(Guid.CreateVersion7()), new SponsorId(PersonOf("sponsor")), Learners[tie], "Boats", Today.AddDays(-9), until);
    }
}
