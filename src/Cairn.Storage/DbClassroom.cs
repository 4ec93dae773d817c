using Cairn.Learning.Evidence;
using Cairn.Learning.Families;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Plans;
using Cairn.Learning.Plans.Groupings;
using Cairn.Learning.Projects;
using Cairn.Storage.Boards;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>What a classroom holds beside facts: projects and boards, captures, plans, flex time, families.</summary>
public abstract partial class Db
{
    /// <summary>How checks and pace are held, by place and day.</summary>
    public DbSet<PacingPolicy> PacingPolicies => Set<PacingPolicy>();

    /// <summary>Days on which school is closed.</summary>
    public DbSet<ClosedDay> ClosedDays => Set<ClosedDay>();

    internal DbSet<ArtifactFile> ArtifactFiles => Set<ArtifactFile>();

    internal DbSet<Feedback> Feedback => Set<Feedback>();

    internal DbSet<CriteriaPolicy> CriteriaPolicies => Set<CriteriaPolicy>();

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
}
