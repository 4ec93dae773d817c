namespace Cairn.App.Features.Boards;

/// <summary>Every route of boards and hands.</summary>
internal static class BoardsDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ChooseBoard.Map(routes);
        ShowBoard.Map(routes);
        ChangeBoard.Map(routes);
        LiveBoard.Map(routes);
        RaiseHand.Map(routes);
        SayOn.Map(routes);
    }
}
