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
public abstract class Db(DbContextOptions options) : DbContext(options)
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

    /// <summary>How checks and pace are held, by place and day.</summary>
    public DbSet<PacingPolicy> PacingPolicies => Set<PacingPolicy>();

    /// <summary>Days on which school is closed.</summary>
    public DbSet<ClosedDay> ClosedDays => Set<ClosedDay>();

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

    internal DbSet<ArtifactFile> ArtifactFiles => Set<ArtifactFile>();

    internal DbSet<Claim> Claims => Set<Claim>();

    internal DbSet<Judgment> Judgments => Set<Judgment>();

    internal DbSet<JudgmentText> JudgmentTexts => Set<JudgmentText>();

    internal DbSet<Feedback> Feedback => Set<Feedback>();

    internal DbSet<CriteriaPolicy> CriteriaPolicies => Set<CriteriaPolicy>();

    internal DbSet<Retraction> Retractions => Set<Retraction>();

    internal DbSet<Override> Overrides => Set<Override>();

    internal DbSet<OverrideText> OverrideTexts => Set<OverrideText>();

    internal DbSet<Project> Projects => Set<Project>();

    internal DbSet<ProjectMember> ProjectMembers => Set<ProjectMember>();

    internal DbSet<ProjectAim> ProjectAims => Set<ProjectAim>();

    internal DbSet<Deliverable> Deliverables => Set<Deliverable>();

    internal DbSet<Hand> Hands => Set<Hand>();

    internal DbSet<CheckIn> CheckIns => Set<CheckIn>();

    internal DbSet<ReadyRequest> ReadyRequests => Set<ReadyRequest>();

    internal DbSet<Focus> Focuses => Set<Focus>();

    internal DbSet<Capture> Captures => Set<Capture>();

    internal DbSet<SentOriginal> SentOriginals => Set<SentOriginal>();

    internal DbSet<ShownTo> ShownTo => Set<ShownTo>();

    internal DbSet<FaceMark> FaceMarks => Set<FaceMark>();

    internal DbSet<LearningPlan> LearningPlans => Set<LearningPlan>();

    internal DbSet<Goal> Goals => Set<Goal>();

    internal DbSet<PlanStep> PlanSteps => Set<PlanStep>();

    internal DbSet<PlanSignature> PlanSignatures => Set<PlanSignature>();

    internal DbSet<PlanTemplate> PlanTemplates => Set<PlanTemplate>();

    internal DbSet<PlanTemplateStep> PlanTemplateSteps => Set<PlanTemplateStep>();

    internal DbSet<Resource> Resources => Set<Resource>();

    internal DbSet<JudgmentQuery> JudgmentQueries => Set<JudgmentQuery>();

    internal DbSet<PortfolioPick> PortfolioPicks => Set<PortfolioPick>();

    internal DbSet<FlexSlot> FlexSlots => Set<FlexSlot>();

    internal DbSet<FlexOffer> FlexOffers => Set<FlexOffer>();

    internal DbSet<FlexBooking> FlexBookings => Set<FlexBooking>();

    internal DbSet<GroupingRule> GroupingRules => Set<GroupingRule>();

    internal DbSet<GroupingRuleMember> GroupingRuleMembers => Set<GroupingRuleMember>();

    internal DbSet<Exhibition> Exhibitions => Set<Exhibition>();

    internal DbSet<Panelist> Panelists => Set<Panelist>();

    internal DbSet<PanelRating> PanelRatings => Set<PanelRating>();

    internal DbSet<BankTask> BankTasks => Set<BankTask>();

    internal DbSet<BankTaskAim> BankTaskAims => Set<BankTaskAim>();

    internal DbSet<TaskAssignment> TaskAssignments => Set<TaskAssignment>();

    internal DbSet<TaskAssignmentAim> TaskAssignmentAims => Set<TaskAssignmentAim>();

    internal DbSet<AssignedProject> AssignedProjects => Set<AssignedProject>();

    internal DbSet<Corrective> Correctives => Set<Corrective>();

    internal DbSet<SupportPlan> SupportPlans => Set<SupportPlan>();

    internal DbSet<SupportLine> SupportLines => Set<SupportLine>();

    internal DbSet<PathChoice> PathChoices => Set<PathChoice>();

    internal DbSet<Conference> Conferences => Set<Conference>();

    internal DbSet<ConferenceSignature> ConferenceSignatures => Set<ConferenceSignature>();

    internal DbSet<ReportNarrative> ReportNarratives => Set<ReportNarrative>();

    internal DbSet<ModifiedExpectation> ModifiedExpectations => Set<ModifiedExpectation>();

    internal DbSet<Conversation> Conversations => Set<Conversation>();

    internal DbSet<ConversationMember> ConversationMembers => Set<ConversationMember>();

    internal DbSet<Message> Messages => Set<Message>();

    internal DbSet<MessageRead> MessageReads => Set<MessageRead>();

    internal DbSet<MessagePolicy> MessagePolicies => Set<MessagePolicy>();

    internal DbSet<NoticeChoice> NoticeChoices => Set<NoticeChoice>();

    internal DbSet<StandingRow> Standings => Set<StandingRow>();

    internal DbSet<HeadRow> Head => Set<HeadRow>();

    /// <summary>Facts: rows that are inserted and never changed. Their words stand in payload rows beside them.</summary>
    internal static IReadOnlyList<Type> Facts { get; } =
    [
        typeof(PieceOfEvidence), typeof(Claim), typeof(Judgment), typeof(Retraction), typeof(StageEntry), typeof(Override),
        typeof(EvidenceText), typeof(Artifact), typeof(JudgmentText), typeof(OverrideText), typeof(Consent),
        typeof(ArtifactFile), typeof(Capture), typeof(SentOriginal), typeof(PlanSignature), typeof(Feedback),
    ];

    /// <summary>Words beside facts, and what the journal seals: they go by the procedure of erasure only, once a seal stands for them.</summary>
    internal static IReadOnlyList<Type> Erasable { get; } =
    [
        typeof(EvidenceText), typeof(Artifact), typeof(JudgmentText), typeof(OverrideText), typeof(ArtifactFile), typeof(SentOriginal), typeof(Feedback), typeof(JournalPayload),
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
