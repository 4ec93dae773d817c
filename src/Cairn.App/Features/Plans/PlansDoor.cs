namespace Cairn.App.Features.Plans;

/// <summary>Pages of a learner's plan: what it says, its goals and pathway, who signed it, and how far it is.</summary>
internal static class PlansDoor
{
    public const string Route = "/learners/{id:guid}/plan";
    public const string OfOne = Route + "/{plan:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        ShowPlan.Map(routes);
        WritePlan.Map(routes);
        WriteGoals.Map(routes);
        WriteSteps.Map(routes);
        MovePlan.Map(routes);
        SignPlan.Map(routes);
    }
}
