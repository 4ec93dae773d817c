using Cairn.App.Features.Conferences;
using Cairn.App.Features.Families;
using Cairn.App.Features.Reports;

namespace Cairn.App;

/// <summary>What families see and take part in: their one screen, the work behind it, conferences, reports, messages.</summary>
internal static class FamilyDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ShowFamily.Map(routes);
        ShowFamilyWork.Map(routes);
        HoldConference.Map(routes);
        ShowReport.Map(routes);
        PrintReports.Map(routes);
    }
}
