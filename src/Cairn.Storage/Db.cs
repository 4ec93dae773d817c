using System.Reflection;
using Cairn.Learning.Evidence;
using Cairn.Learning.Families;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Plans.Groupings;
using Cairn.Learning.Privacy;
using Cairn.Learning.Projects;
using Cairn.Learning.Scales;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Cairn.Storage.Standings;
using Cairn.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>
/// A district's database. Learning's types are mapped as they are; each engine adds a thin context of its own.
/// Sets that hold learners' rows are internal: outside this project they are reached through Scope only.
/// </summary>
public abstract partial class Db(DbContextOptions options) : DbContext(options)
{
    /// <summary>Districts, schools and partners.</summary>
    public DbSet<Organization> Organizations => Set<Organization>();

    /// <summary>Educators.</summary>
    public DbSet<Educator> Educators => Set<Educator>();

    /// <summary>Mentors of outside partners.</summary>
    public DbSet<Sponsor> Sponsors => Set<Sponsor>();

    /// <summary>Groups of learners, without the learners.</summary>
    public DbSet<LearningGroup> Groups => Set<LearningGroup>();

    /// <summary>Who teaches what group.</summary>
    public DbSet<Teaching> Teachings => Set<Teaching>();

    /// <summary>Frameworks.</summary>
    public DbSet<Framework> Frameworks => Set<Framework>();

    /// <summary>Their versions.</summary>
    public DbSet<FrameworkVersion> FrameworkVersions => Set<FrameworkVersion>();

    /// <summary>Areas.</summary>
    public DbSet<Area> Areas => Set<Area>();

    /// <summary>Competencies.</summary>
    public DbSet<Competency> Competencies => Set<Competency>();

    /// <summary>Learning targets.</summary>
    public DbSet<LearningTarget> Targets => Set<LearningTarget>();

    /// <summary>Pieces asked for by target and stage.</summary>
    public DbSet<StageRequirement> StageRequirements => Set<StageRequirement>();

    /// <summary>Words for levels.</summary>
    public DbSet<Descriptor> Descriptors => Set<Descriptor>();

    /// <summary>The portrait of a graduate.</summary>
    public DbSet<PortraitQuality> PortraitQualities => Set<PortraitQuality>();

    /// <summary>What shows its qualities.</summary>
    public DbSet<PortraitLink> PortraitLinks => Set<PortraitLink>();

    /// <summary>Scales.</summary>
    public DbSet<ProficiencyScale> Scales => Set<ProficiencyScale>();

    /// <summary>Rules, by version and place.</summary>
    public DbSet<RuleAssignment> Rules => Set<RuleAssignment>();

    /// <summary>Scales in place of a framework's own, by version and place.</summary>
    public DbSet<ScaleAssignment> ScaleAssignments => Set<ScaleAssignment>();

    /// <summary>Words for stages of targets.</summary>
    public DbSet<StageDescriptor> StageDescriptors => Set<StageDescriptor>();

    /// <summary>Anchor work for levels.</summary>
    public DbSet<Exemplar> Exemplars => Set<Exemplar>();

    /// <summary>Typed links.</summary>
    public DbSet<Association> Associations => Set<Association>();

    /// <summary>Packages that versions were imported from, as they came.</summary>
    public DbSet<SourcePackage> SourcePackages => Set<SourcePackage>();

    /// <summary>Policies that sets of learners live under.</summary>
    public DbSet<Program> Programs => Set<Program>();

    /// <summary>The district's own words.</summary>
    public DbSet<Term> Terms => Set<Term>();

    /// <summary>Imports, applied or waiting.</summary>
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    /// <summary>Keys of other systems for rows that somebody else made first.</summary>
    public DbSet<SourceLink> SourceLinks => Set<SourceLink>();

    /// <summary>How people sign in.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Whose accounts they are.</summary>
    public DbSet<AccountPerson> AccountPeople => Set<AccountPerson>();

    /// <summary>Passkeys.</summary>
    public DbSet<Passkey> Passkeys => Set<Passkey>();

    /// <summary>Names of accounts at other systems.</summary>
    public DbSet<ExternalLogin> ExternalLogins => Set<ExternalLogin>();

    /// <summary>Other systems that people sign in with.</summary>
    public DbSet<SignInProvider> SignInProviders => Set<SignInProvider>();

    /// <summary>Who is signed in.</summary>
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    /// <summary>Codes that work once.</summary>
    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();

    /// <summary>Devices that educators opened for badges.</summary>
    public DbSet<OpenedDevice> OpenedDevices => Set<OpenedDevice>();

    /// <summary>When groups meet.</summary>
    public DbSet<GroupHours> GroupHours => Set<GroupHours>();

    /// <summary>Other systems that ask by token.</summary>
    public DbSet<ApiClient> ApiClients => Set<ApiClient>();

    /// <summary>Answers that are kept for a question that comes again.</summary>
    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    /// <summary>Roles of educators.</summary>
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    /// <summary>For how long parts of records are kept.</summary>
    public DbSet<Retention> Retentions => Set<Retention>();

    internal DbSet<Badge> Badges => Set<Badge>();

    internal DbSet<CaseloadEntry> Caseloads => Set<CaseloadEntry>();

    internal DbSet<Placement> Placements => Set<Placement>();

    internal DbSet<GuardianBlock> GuardianBlocks => Set<GuardianBlock>();

    internal DbSet<EmergencyAccess> EmergencyAccesses => Set<EmergencyAccess>();

    internal DbSet<Consent> Consents => Set<Consent>();

    internal DbSet<Amendment> Amendments => Set<Amendment>();

    internal DbSet<PrivateNote> PrivateNotes => Set<PrivateNote>();

    internal DbSet<LegalHold> LegalHolds => Set<LegalHold>();

    internal DbSet<Erasure> Erasures => Set<Erasure>();

    internal DbSet<JournalEntry> Journal => Set<JournalEntry>();

    internal DbSet<Occasion> Occasions => Set<Occasion>();

    internal DbSet<JournalPayload> JournalPayloads => Set<JournalPayload>();

    internal DbSet<JournalSeal> JournalSeals => Set<JournalSeal>();

    internal DbSet<CheckpointRow> Checkpoints => Set<CheckpointRow>();

    internal DbSet<Guardian> Guardians => Set<Guardian>();

    internal DbSet<Guardianship> Guardianships => Set<Guardianship>();

    internal DbSet<Learner> Learners => Set<Learner>();

    internal DbSet<Enrollment> Enrollments => Set<Enrollment>();

    internal DbSet<StageEntry> StageEntries => Set<StageEntry>();

    internal DbSet<PieceOfEvidence> Evidence => Set<PieceOfEvidence>();

    internal DbSet<EvidenceText> EvidenceTexts => Set<EvidenceText>();

    internal DbSet<Artifact> Artifacts => Set<Artifact>();

    internal DbSet<Claim> Claims => Set<Claim>();

    internal DbSet<Judgment> Judgments => Set<Judgment>();

    internal DbSet<JudgmentText> JudgmentTexts => Set<JudgmentText>();

    internal DbSet<Retraction> Retractions => Set<Retraction>();

    internal DbSet<Override> Overrides => Set<Override>();

    internal DbSet<OverrideText> OverrideTexts => Set<OverrideText>();

    internal DbSet<StandingRow> Standings => Set<StandingRow>();

    internal DbSet<HeadRow> Head => Set<HeadRow>();

    /// <summary>Facts: rows that are inserted and never changed. Their words stand in payload rows beside them.</summary>
    internal static IReadOnlyList<Type> Facts { get; } =
    [
        typeof(PieceOfEvidence), typeof(Claim), typeof(Judgment), typeof(Retraction), typeof(StageEntry), typeof(Override),
        typeof(EvidenceText), typeof(Artifact), typeof(JudgmentText), typeof(OverrideText), typeof(Consent),
        typeof(ArtifactFile), typeof(Capture), typeof(SentOriginal), typeof(PlanSignature), typeof(Feedback),
        typeof(Cairn.Learning.Credits.ProvisionalLevel), typeof(LanguageLevel),
        typeof(Learning.Diplomas.DiplomaPlan), typeof(Learning.Diplomas.DiplomaChoice), typeof(Learning.Diplomas.DiplomaAward), typeof(Learning.Diplomas.DiplomaAwardText),
        .. CreditFacts,
        typeof(FrozenRecord), typeof(Learning.Transcripts.FrozenBytes), typeof(TranscriptOpening), typeof(SchoolProfile),
    ];

    /// <summary>Words beside facts, and what the journal seals: they go by the procedure of erasure only, once a seal stands for them.</summary>
    internal static IReadOnlyList<Type> Erasable { get; } =
    [
        typeof(EvidenceText), typeof(Artifact), typeof(JudgmentText), typeof(OverrideText), typeof(ArtifactFile), typeof(SentOriginal), typeof(Feedback), typeof(JournalPayload),
        typeof(Learning.Diplomas.DiplomaAwardText),
        .. CreditWords,
        typeof(Learning.Transcripts.FrozenBytes),
    ];

    /// <summary>The journal's own tables that are only ever added to.</summary>
    internal static IReadOnlyList<Type> OfJournal { get; } = [typeof(JournalEntry), typeof(Occasion), typeof(JournalPayload), typeof(JournalSeal), typeof(CheckpointRow)];

    /// <summary>Tables that hold what a framework version holds: not touched any more once it is adopted.</summary>
    internal static IReadOnlyList<Type> OfVersions { get; } =
    [
        typeof(Area), typeof(Competency), typeof(LearningTarget), typeof(StageRequirement), typeof(Descriptor), typeof(StageDescriptor),
        typeof(Exemplar), typeof(Association), typeof(PortraitQuality), typeof(PortraitLink), typeof(SourcePackage),
    ];

    /// <summary>The ids of Learning: structs of one Guid.</summary>
    internal static IEnumerable<Type> Ids { get; } = typeof(Learning.LearnerId).Assembly.GetTypes()
        .Where(type => type is { IsValueType: true, Namespace: "Cairn.Learning" } && type.Name.EndsWith("Id", StringComparison.Ordinal));

    /// <summary>Begins to read as of one moment, beside whoever writes; until it is disposed of.</summary>
    internal abstract IDisposable BeginReading();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
        SnakeCase.Apply(modelBuilder);
    }

    /// <summary>Names that people sign in by: compared without case, in each engine's own way.</summary>
    private protected static IEnumerable<Microsoft.EntityFrameworkCore.Metadata.IMutableProperty> Usernames(ModelBuilder modelBuilder) =>
        modelBuilder.Model.GetEntityTypes().Select(one => one.FindProperty("Username") ?? one.FindProperty("Login")).OfType<Microsoft.EntityFrameworkCore.Metadata.IMutableProperty>();
}
