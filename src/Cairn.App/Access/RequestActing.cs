using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Access;

/// <summary>Who acts in a request, for the journal: the pattern of the route, never the address, which may hold an id.</summary>
internal static class RequestActing
{
    public static Acting Of(HttpContext http, Actor? actor, Guid account) => new(actor?.Kind ?? ActorKind.Anyone, actor?.Person ?? Guid.Empty, WhereOf(http))
    {
        Account = account, From = http.Connection.RemoteIpAddress?.ToString() ?? "",
    };

    private static string WhereOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
}
