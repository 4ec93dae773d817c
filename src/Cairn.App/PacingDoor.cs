using Cairn.App.Features.Checks;
using Cairn.App.Features.PacingPolicies;
using Cairn.App.Features.Paces;
using Cairn.App.Features.Supports;

namespace Cairn.App;

/// <summary>Pages of readiness and pace: who is ready for a check, how learners go, what supports them, and the policy of all this.</summary>
internal static class PacingDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        AskCheck.Map(routes);
        ListReady.Map(routes);
        ShowPace.Map(routes);
        ListPaces.Map(routes);
        EditSupport.Map(routes);
        SetPacing.Map(routes);
    }
}
