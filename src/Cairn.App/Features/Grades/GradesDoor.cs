using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Transcripts;

namespace Cairn.App.Features.Grades;

/// <summary>A learner's grades as they stand, why each is what it is, and a letter that says so for somebody else.</summary>
internal static class GradesDoor
{
    public const string Route = "/learners/{id:guid}/grades";

    public static void Map(IEndpointRouteBuilder routes)
    {
        ShowGrades.Map(routes);
        PrintInterim.Map(routes);
        ExplainGrade.Map(routes);
    }

    /// <summary>The learner with their grades; null where the reader may not see the record.</summary>
    public static (Learner Learner, LearnerGrades Grades)? Find(Visit visit, Guid id) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner && GradeRows.Of(visit.Db, visit.Scope, learner, visit.Frameworks, visit.DistrictDay) is { } grades ? (learner, grades) : null;
}
