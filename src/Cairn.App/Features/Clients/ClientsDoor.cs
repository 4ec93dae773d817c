using Cairn.App.Access;

namespace Cairn.App.Features.Clients;

/// <summary>The door of the page "Other systems". It opens to those who lead the district; for everybody else nothing is there.</summary>
internal static class ClientsDoor
{
    public const string Path = "/other-systems";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var clients = routes.MapGroup(Path).For(Who.DistrictLeaders).AddEndpointFilter(NeverStored);
        ListClients.Map(clients);
        MakeClient.Map(clients);
        RevokeClient.Map(clients);
    }

    private static async ValueTask<object?> NeverStored(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // A token stands on one answer only: no cache keeps it.
        context.HttpContext.Response.Headers.CacheControl = "private, no-store";
        return await next(context);
    }
}
