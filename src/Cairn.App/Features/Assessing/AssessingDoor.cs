namespace Cairn.App.Features.Assessing;

/// <summary>The routes of judging beside the grid.</summary>
internal static class AssessingDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        JudgeLearner.Map(routes);
        ShowPiece.Map(routes);
        SetCriteria.Map(routes);
    }
}
