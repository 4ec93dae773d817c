using Cairn.Learning.Diplomas;
using Cairn.Learning.Credits;
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

namespace Cairn.Storage.Journal;

/// <summary>How the journal holds rows of a table.</summary>
internal enum JournalWay
{
    /// <summary>A fact without words: the row itself is in the leaf, and stays when words are erased.</summary>
    Fact,

    /// <summary>Words beside a fact: the row is sealed with a salt, so that it can be erased.</summary>
    Words,

    /// <summary>A row that changes: what it was and is, and a hash of it as it was left, are sealed.</summary>
    Thing,

    /// <summary>A row that may be replaced by the hundred before it is adopted: what it was and is are told, and the adoption vouches for it.</summary>
    Draft,

    /// <summary>A row that is told of in words where something comes of it, and is not held itself.</summary>
    Told,
}

/// <summary>The tables that the journal holds, by a number that never changes: it is hashed into every leaf.</summary>
internal static class JournalKinds
{
    /// <summary>Number, type and way of each table. What is not here is made from facts, or is of the moment only.</summary>
    public static IReadOnlyList<(int Number, Type Type, JournalWay Way)> All { get; } =
    [
        (1, typeof(PieceOfEvidence), JournalWay.Fact), (2, typeof(Claim), JournalWay.Fact), (3, typeof(Judgment), JournalWay.Fact),
        (4, typeof(Retraction), JournalWay.Fact), (5, typeof(StageEntry), JournalWay.Fact), (6, typeof(Override), JournalWay.Fact),
        (7, typeof(Consent), JournalWay.Fact),
        (20, typeof(EvidenceText), JournalWay.Words), (21, typeof(Artifact), JournalWay.Words), (22, typeof(JudgmentText), JournalWay.Words),
        (23, typeof(OverrideText), JournalWay.Words),
        (40, typeof(Learner), JournalWay.Thing), (41, typeof(Educator), JournalWay.Thing), (42, typeof(Guardian), JournalWay.Thing),
        (43, typeof(Sponsor), JournalWay.Thing), (44, typeof(Organization), JournalWay.Thing), (45, typeof(Program), JournalWay.Thing),
        (46, typeof(LearningGroup), JournalWay.Thing), (47, typeof(Enrollment), JournalWay.Thing), (48, typeof(Teaching), JournalWay.Thing),
        (49, typeof(Guardianship), JournalWay.Thing), (50, typeof(RoleGrant), JournalWay.Thing), (51, typeof(CaseloadEntry), JournalWay.Thing),
        (52, typeof(Placement), JournalWay.Thing), (53, typeof(GuardianBlock), JournalWay.Thing), (54, typeof(EmergencyAccess), JournalWay.Thing),
        (55, typeof(Amendment), JournalWay.Thing), (56, typeof(PrivateNote), JournalWay.Thing), (57, typeof(Retention), JournalWay.Thing),
        (58, typeof(LegalHold), JournalWay.Thing), (59, typeof(Erasure), JournalWay.Thing),
        (70, typeof(Account), JournalWay.Thing), (71, typeof(AccountPerson), JournalWay.Thing), (72, typeof(Passkey), JournalWay.Thing),
        (73, typeof(ExternalLogin), JournalWay.Thing), (74, typeof(SignInProvider), JournalWay.Thing), (75, typeof(Badge), JournalWay.Thing),
        (76, typeof(OpenedDevice), JournalWay.Thing), (77, typeof(GroupHours), JournalWay.Thing), (78, typeof(ApiClient), JournalWay.Thing),
        (79, typeof(OneTimeCode), JournalWay.Thing),
        (90, typeof(ProficiencyScale), JournalWay.Thing), (91, typeof(RuleAssignment), JournalWay.Thing), (92, typeof(ScaleAssignment), JournalWay.Thing),
        (93, typeof(Term), JournalWay.Thing), (94, typeof(Framework), JournalWay.Thing), (95, typeof(FrameworkVersion), JournalWay.Draft),
        (96, typeof(Area), JournalWay.Draft), (97, typeof(Competency), JournalWay.Draft), (98, typeof(LearningTarget), JournalWay.Draft),
        (99, typeof(StageRequirement), JournalWay.Draft), (100, typeof(Descriptor), JournalWay.Draft), (101, typeof(StageDescriptor), JournalWay.Draft),
        (102, typeof(Exemplar), JournalWay.Draft), (103, typeof(Association), JournalWay.Draft), (104, typeof(PortraitQuality), JournalWay.Draft),
        (105, typeof(PortraitLink), JournalWay.Draft), (106, typeof(SourcePackage), JournalWay.Draft), (107, typeof(ImportRun), JournalWay.Told),
        (24, typeof(ArtifactFile), JournalWay.Words),
        (110, typeof(Project), JournalWay.Thing), (111, typeof(ProjectMember), JournalWay.Thing), (112, typeof(ProjectAim), JournalWay.Thing),
        (113, typeof(Deliverable), JournalWay.Thing), (114, typeof(Hand), JournalWay.Thing), (115, typeof(CheckIn), JournalWay.Thing),
        (116, typeof(ReadyRequest), JournalWay.Thing),
        (117, typeof(Focus), JournalWay.Thing),
        (130, typeof(Capture), JournalWay.Fact), (131, typeof(SentOriginal), JournalWay.Words), (132, typeof(ShownTo), JournalWay.Thing), (133, typeof(FaceMark), JournalWay.Thing),
        (140, typeof(Feedback), JournalWay.Words), (141, typeof(CriteriaPolicy), JournalWay.Thing),
        (160, typeof(LearningPlan), JournalWay.Thing), (161, typeof(Goal), JournalWay.Thing), (162, typeof(PlanStep), JournalWay.Thing),
        (163, typeof(PlanSignature), JournalWay.Fact), (164, typeof(PlanTemplate), JournalWay.Thing), (165, typeof(PlanTemplateStep), JournalWay.Thing),
        (166, typeof(Resource), JournalWay.Thing), (167, typeof(JudgmentQuery), JournalWay.Thing), (168, typeof(PortfolioPick), JournalWay.Thing),
        (180, typeof(FlexSlot), JournalWay.Thing), (181, typeof(FlexOffer), JournalWay.Thing), (182, typeof(FlexBooking), JournalWay.Thing),
        (183, typeof(GroupingRule), JournalWay.Thing), (184, typeof(GroupingRuleMember), JournalWay.Thing),
        (120, typeof(Exhibition), JournalWay.Thing), (121, typeof(Panelist), JournalWay.Thing), (122, typeof(PanelRating), JournalWay.Thing), (123, typeof(BankTask), JournalWay.Thing),
        (124, typeof(BankTaskAim), JournalWay.Thing), (125, typeof(TaskAssignment), JournalWay.Thing), (126, typeof(TaskAssignmentAim), JournalWay.Thing), (127, typeof(AssignedProject), JournalWay.Thing),
        (150, typeof(PacingPolicy), JournalWay.Thing), (151, typeof(ClosedDay), JournalWay.Thing), (152, typeof(Corrective), JournalWay.Thing),
        (153, typeof(SupportPlan), JournalWay.Thing), (154, typeof(SupportLine), JournalWay.Thing), (155, typeof(PathChoice), JournalWay.Thing),
        (170, typeof(Message), JournalWay.Thing), (171, typeof(MessageRead), JournalWay.Thing), (172, typeof(Conversation), JournalWay.Thing),
        (173, typeof(ConversationMember), JournalWay.Thing), (174, typeof(MessagePolicy), JournalWay.Thing), (175, typeof(Conference), JournalWay.Thing),
        (176, typeof(ConferenceSignature), JournalWay.Thing), (177, typeof(ReportNarrative), JournalWay.Thing), (178, typeof(ModifiedExpectation), JournalWay.Thing),
        (179, typeof(NoticeChoice), JournalWay.Thing),
        (230, typeof(GradeConversion), JournalWay.Thing),
        (250, typeof(Cairn.Learning.Credits.PriorTranscript), JournalWay.Thing), (251, typeof(Cairn.Learning.Credits.PriorLine), JournalWay.Thing), (252, typeof(Cairn.Learning.Credits.CourseEquivalent), JournalWay.Thing),
        (253, typeof(Cairn.Learning.Credits.ProvisionalLevel), JournalWay.Fact), (254, typeof(Cairn.Learning.Credits.SpecialSituation), JournalWay.Thing), (255, typeof(Accommodation), JournalWay.Thing),
        (256, typeof(LanguageLevel), JournalWay.Fact), (257, typeof(EvidenceLanguage), JournalWay.Thing),
        (220, typeof(DiplomaPlan), JournalWay.Fact), (221, typeof(DiplomaChoice), JournalWay.Fact), (222, typeof(DiplomaPin), JournalWay.Thing), (223, typeof(DiplomaAward), JournalWay.Fact),
        (224, typeof(DiplomaAwardText), JournalWay.Words), (225, typeof(DiplomaWithdrawal), JournalWay.Thing), (226, typeof(DiplomaDraft), JournalWay.Thing),
        (200, typeof(CreditPolicy), JournalWay.Fact), (201, typeof(CreditPart), JournalWay.Fact), (202, typeof(CreditAward), JournalWay.Fact), (203, typeof(CreditAwardText), JournalWay.Words),
        (204, typeof(CreditAwardPart), JournalWay.Fact), (205, typeof(CreditReversal), JournalWay.Fact), (206, typeof(CreditAgreement), JournalWay.Thing), (207, typeof(CreditAgreementPart), JournalWay.Fact),
        (208, typeof(CreditAgreementSignature), JournalWay.Fact), (209, typeof(CreditPanel), JournalWay.Thing), (210, typeof(PanelVote), JournalWay.Fact), (211, typeof(PanelVoteText), JournalWay.Words),
        (212, typeof(CreditAppeal), JournalWay.Thing), (213, typeof(OtherAchievement), JournalWay.Thing), (214, typeof(Attestation), JournalWay.Thing), (215, typeof(Waiver), JournalWay.Thing),
        (240, typeof(FrozenRecord), JournalWay.Fact), (241, typeof(FrozenBytes), JournalWay.Words), (242, typeof(Erratum), JournalWay.Thing),
        (243, typeof(TranscriptShare), JournalWay.Thing), (244, typeof(TranscriptOpening), JournalWay.Fact), (245, typeof(SchoolProfile), JournalWay.Fact),
    ];

    private static readonly Dictionary<Type, (int Number, JournalWay Way)> ByType = All.ToDictionary(one => one.Type, one => (one.Number, one.Way));

    private static readonly HashSet<int> Nameless = [.. Transfers.HeldMobility.Unsaid.Select(one => ByType[one].Number)];

    /// <summary>Does the journal hold such rows without saying whose they are? Of some, whoever reads the journal must not learn that a learner has any.</summary>
    public static bool IsNameless(int kind) => Nameless.Contains(kind);

    /// <summary>The number and way of a type; null for what the journal does not hold.</summary>
    public static (int Number, JournalWay Way)? Of(Type type) => ByType.TryGetValue(type, out var found) ? found : null;
}
