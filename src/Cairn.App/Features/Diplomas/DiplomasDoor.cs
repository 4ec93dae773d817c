namespace Cairn.App.Features.Diplomas;

/// <summary>Every route of diplomas.</summary>
internal static class DiplomasDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ShowDiploma.Map(routes);
        ActOnDiploma.Map(routes);
        ShowAward.Map(routes);
        ListCohort.Map(routes);
        ListPlans.Map(routes);
        ReadPlan.Map(routes);
        EditDraft.Map(routes);
        LookAtDraft.Map(routes);
    }
}
