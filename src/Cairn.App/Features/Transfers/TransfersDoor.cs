namespace Cairn.App.Features.Transfers;

/// <summary>Every route about where learners come from and go to.</summary>
internal static class TransfersDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ShowTransferIn.Map(routes);
        DecideLine.Map(routes);
        LeaveSchool.Map(routes);
        ListGranted.Map(routes);
        EditEquivalents.Map(routes);
    }
}
