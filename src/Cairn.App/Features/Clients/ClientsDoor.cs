using Cairn.App.Access;
using Cairn.Storage;

namespace Cairn.App.Features.Clients;

/// <summary>The door of the page "Other systems". It opens to leaders; for everybody else nothing is there.</summary>
internal static class ClientsDoor
{
    public const string Path = "/other-systems";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var clients = routes.MapGroup(Path).AddEndpointFilter(SignedIn.Only).AddEndpointFilter(LeadersOnly);
        ListClients.Map(clients);
        MakeClient.Map(clients);
        RevokeClient.Map(clients);
    }

    private static async ValueTask<object?> LeadersOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var visit = context.HttpContext.RequestServices.GetRequiredService<Visit>();
        // A token stands on one answer only: no cache keeps it.
        context.HttpContext.Response.Headers.CacheControl = "private, no-store";
        return visit.Actor!.Kind == ActorKind.Leader ? await next(context) : null;
    }
}
