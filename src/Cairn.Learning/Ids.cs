namespace Cairn.Learning;

/// <summary>Any person, whatever the relation: a judge may be an educator, a moderator, a mentor or the learner.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>A learner.</summary>
public readonly record struct LearnerId(Guid Value)
{
    /// <summary>The same person as a judge of their own work.</summary>
    public PersonId Person => new(Value);
}

/// <summary>An educator.</summary>
public readonly record struct EducatorId(Guid Value)
{
    /// <summary>The same person as a judge.</summary>
    public PersonId Person => new(Value);
}

/// <summary>A district, a school or a partner.</summary>
public readonly record struct OrganizationId(Guid Value);

/// <summary>A set of learners that an educator works with.</summary>
public readonly record struct GroupId(Guid Value);

/// <summary>An enrollment of one learner in one group.</summary>
public readonly record struct EnrollmentId(Guid Value);

/// <summary>A published set of competencies, across its versions.</summary>
public readonly record struct FrameworkId(Guid Value);

/// <summary>One version of a framework; immutable once adopted.</summary>
public readonly record struct FrameworkVersionId(Guid Value);

/// <summary>An area of a framework, the same in every version.</summary>
public readonly record struct AreaId(Guid Value);

/// <summary>A competency, the same in every version of its framework.</summary>
public readonly record struct CompetencyId(Guid Value);

/// <summary>A learning target, the same in every version of its framework.</summary>
public readonly record struct TargetId(Guid Value);

/// <summary>A quality of the portrait of a graduate.</summary>
public readonly record struct QualityId(Guid Value);

/// <summary>A proficiency scale.</summary>
public readonly record struct ScaleId(Guid Value);

/// <summary>A determination rule as a program lives under it, with its versions.</summary>
public readonly record struct RuleId(Guid Value);

/// <summary>What a learner does: a task, project, opportunity, exam or conversation.</summary>
public readonly record struct ExperienceId(Guid Value);

/// <summary>A piece of evidence.</summary>
public readonly record struct EvidenceId(Guid Value);

/// <summary>A judgment.</summary>
public readonly record struct JudgmentId(Guid Value);

/// <summary>A retraction of a fact.</summary>
public readonly record struct RetractionId(Guid Value);

/// <summary>A learner's entry into a stage of a competency.</summary>
public readonly record struct StageEntryId(Guid Value);

/// <summary>A determination that an educator sets in place of the rule's.</summary>
public readonly record struct OverrideId(Guid Value);

/// <summary>A set of policies that learners live under, such as a pilot beside the graded school.</summary>
public readonly record struct ProgramId(Guid Value);

/// <summary>A parent or another adult who cares for a learner.</summary>
public readonly record struct GuardianId(Guid Value);

/// <summary>A mentor who belongs to an outside partner.</summary>
public readonly record struct SponsorId(Guid Value)
{
    /// <summary>The same person.</summary>
    public PersonId Person => new(Value);
}

/// <summary>A typed link between competencies, or from one to something outside.</summary>
public readonly record struct AssociationId(Guid Value);

/// <summary>Anchor work for a level.</summary>
public readonly record struct ExemplarId(Guid Value);

/// <summary>A role of an educator at a place.</summary>
public readonly record struct RoleGrantId(Guid Value);

/// <summary>A learner with a mentor of an outside partner.</summary>
public readonly record struct PlacementId(Guid Value);

/// <summary>A legal block between a guardian and a learner's record.</summary>
public readonly record struct GuardianBlockId(Guid Value);

/// <summary>Access taken beyond one's relations.</summary>
public readonly record struct EmergencyAccessId(Guid Value);

/// <summary>A permission that was given or refused.</summary>
public readonly record struct ConsentId(Guid Value);

/// <summary>A family's wish that something in a record be amended.</summary>
public readonly record struct AmendmentId(Guid Value);

/// <summary>A note of an educator for themselves.</summary>
public readonly record struct PrivateNoteId(Guid Value);

/// <summary>A legal hold on a record.</summary>
public readonly record struct LegalHoldId(Guid Value);

/// <summary>A wish that what is held about a person be erased.</summary>
public readonly record struct ErasureId(Guid Value);

/// <summary>A project of one learner or a team.</summary>
public readonly record struct ProjectId(Guid Value);

/// <summary>A wish of a learner for a hand.</summary>
public readonly record struct HandId(Guid Value);

/// <summary>A talk between an educator and a learner, planned or held.</summary>
public readonly record struct CheckInId(Guid Value);

/// <summary>A learner's word that they are ready for a check.</summary>
public readonly record struct ReadyRequestId(Guid Value);

/// <summary>A face that was marked on a picture.</summary>
public readonly record struct FaceMarkId(Guid Value);
/// <summary>Words of feedback at a place in a piece of work.</summary>
public readonly record struct FeedbackId(Guid Value);

/// <summary>A policy that asks for the criteria of a rubric before its whole.</summary>
public readonly record struct CriteriaPolicyId(Guid Value);
/// <summary>How checks and pace are held at a place from a day on.</summary>
public readonly record struct PacingPolicyId(Guid Value);

/// <summary>What a learner did about something since it was last looked at.</summary>
public readonly record struct CorrectiveId(Guid Value);

/// <summary>A support plan.</summary>
public readonly record struct SupportPlanId(Guid Value);

/// <summary>What a learner chose once they had shown something.</summary>
public readonly record struct PathChoiceId(Guid Value);
/// <summary>A learner's plan for a year.</summary>
public readonly record struct LearningPlanId(Guid Value);

/// <summary>A goal of a plan.</summary>
public readonly record struct GoalId(Guid Value);

/// <summary>A signature under a plan.</summary>
public readonly record struct PlanSignatureId(Guid Value);

/// <summary>What plans of many learners begin from.</summary>
public readonly record struct PlanTemplateId(Guid Value);

/// <summary>Something to learn from.</summary>
public readonly record struct ResourceId(Guid Value);

/// <summary>A question about a judgment.</summary>
public readonly record struct JudgmentQueryId(Guid Value);

/// <summary>A piece in a portfolio.</summary>
public readonly record struct PortfolioPickId(Guid Value);
/// <summary>A time of a school day that groups are made anew for.</summary>
public readonly record struct FlexSlotId(Guid Value);

/// <summary>What one educator offers in such a time.</summary>
public readonly record struct FlexOfferId(Guid Value);

/// <summary>What educators agreed about learners in one group: apart, or together.</summary>
public readonly record struct GroupingRuleId(Guid Value);
/// <summary>Somebody who is asked to look at an exhibition.</summary>
public readonly record struct PanelistId(Guid Value);

/// <summary>A task of the bank.</summary>
public readonly record struct BankTaskId(Guid Value);

/// <summary>A task as a group got it.</summary>
public readonly record struct TaskAssignmentId(Guid Value);
/// <summary>A talk of a learner with the family and an educator.</summary>
public readonly record struct ConferenceId(Guid Value);

/// <summary>What an educator writes in a report.</summary>
public readonly record struct ReportNarrativeId(Guid Value);

/// <summary>What is expected of one learner in place of a competency's words.</summary>
public readonly record struct ModifiedExpectationId(Guid Value);

/// <summary>Messages about one learner, or an announcement.</summary>
public readonly record struct ConversationId(Guid Value);

/// <summary>A message.</summary>
public readonly record struct MessageId(Guid Value);

/// <summary>One version of what earns credit.</summary>
public readonly record struct CreditPolicyId(Guid Value);

/// <summary>Credit that was awarded.</summary>
public readonly record struct CreditAwardId(Guid Value);

/// <summary>A part of credit that was awarded.</summary>
public readonly record struct CreditAwardPartId(Guid Value);

/// <summary>What takes an award of credit out of force.</summary>
public readonly record struct CreditReversalId(Guid Value);

/// <summary>What was agreed before credit was worked for.</summary>
public readonly record struct CreditAgreementId(Guid Value);

/// <summary>A panel that looks at an exam and an artifact.</summary>
public readonly record struct CreditPanelId(Guid Value);

/// <summary>What one of a panel says.</summary>
public readonly record struct PanelVoteId(Guid Value);

/// <summary>A wish that a decision about credit or a diploma be looked at again.</summary>
public readonly record struct CreditAppealId(Guid Value);

/// <summary>Something that a policy may count and that no determination says: a test, a credential, a seal, a course elsewhere.</summary>
public readonly record struct OtherAchievementId(Guid Value);

/// <summary>A person's word that something a policy asks for is so.</summary>
public readonly record struct AttestationId(Guid Value);

/// <summary>An exception from a requirement.</summary>
public readonly record struct WaiverId(Guid Value);

/// <summary>One version of a diploma's rules, for some cohorts.</summary>
public readonly record struct DiplomaPlanId(Guid Value);

/// <summary>Which diploma a learner aims at.</summary>
public readonly record struct DiplomaChoiceId(Guid Value);

/// <summary>Where a person wants an achievement to count.</summary>
public readonly record struct DiplomaPinId(Guid Value);

/// <summary>A diploma that was awarded.</summary>
public readonly record struct DiplomaAwardId(Guid Value);

/// <summary>A record as it was issued, which never changes.</summary>
public readonly record struct FrozenRecordId(Guid Value);

/// <summary>A mistake in an issued record, and what was done about it.</summary>
public readonly record struct ErratumId(Guid Value);

/// <summary>One version of a table from levels to letters and numbers.</summary>
public readonly record struct GradeConversionId(Guid Value);

/// <summary>One version of what a school says of itself on its transcripts.</summary>
public readonly record struct SchoolProfileId(Guid Value);

/// <summary>A transcript that was shared by a link.</summary>
public readonly record struct TranscriptShareId(Guid Value);

/// <summary>That somebody opened what was shared.</summary>
public readonly record struct TranscriptOpeningId(Guid Value);

/// <summary>A transcript of another school.</summary>
public readonly record struct PriorTranscriptId(Guid Value);

/// <summary>A line of a transcript of another school.</summary>
public readonly record struct PriorLineId(Guid Value);

/// <summary>What a course elsewhere is taken for here.</summary>
public readonly record struct CourseEquivalentId(Guid Value);

/// <summary>A level that is taken for granted for a while.</summary>
public readonly record struct ProvisionalLevelId(Guid Value);

/// <summary>A situation of a learner in which the law protects their credit.</summary>
public readonly record struct SpecialSituationId(Guid Value);

/// <summary>What helps one learner to show what they know.</summary>
public readonly record struct AccommodationId(Guid Value);

/// <summary>How far a learner is in the language of the school.</summary>
public readonly record struct LanguageLevelId(Guid Value);
