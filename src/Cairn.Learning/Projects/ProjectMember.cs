namespace Cairn.Learning.Projects;

/// <summary>A learner in the team of a project.</summary>
/// <param name="Project">The project.</param>
/// <param name="Learner">Who.</param>
/// <param name="Since">First day.</param>
public sealed record ProjectMember(ProjectId Project, LearnerId Learner, DateOnly Since);

/// <summary>What a project is to show of one learner: a competency, at that learner's own stage.</summary>
/// <param name="Project">The project.</param>
/// <param name="Learner">Of whom.</param>
/// <param name="Competency">What.</param>
/// <param name="Stage">The learner's stage, 1 to 255; null where the competency has no continuum.</param>
/// <param name="Because">The words of the proposal that suggested it, separated by spaces; empty where a person chose it.</param>
public sealed record ProjectAim(ProjectId Project, LearnerId Learner, CompetencyId Competency, int? Stage, string Because);

/// <summary>A part of a project that is to be done.</summary>
/// <param name="Project">The project.</param>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Title">What it is.</param>
/// <param name="DueOn">By which day; null for none.</param>
/// <param name="DoneOn">On which day it was done; null while it is not.</param>
public sealed record Deliverable(ProjectId Project, int Position, string Title, DateOnly? DueOn, DateOnly? DoneOn);
