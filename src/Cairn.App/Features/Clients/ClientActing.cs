using Cairn.App.Access;
using Cairn.Storage.Journal;

namespace Cairn.App.Features.Clients;

/// <summary>Who gives and takes tokens, for the journal.</summary>
internal static class ClientActing
{
    public static Acting Of(Visit visit, HttpContext http) => new(visit.Actor!.Kind, visit.Actor.Person, $"{http.Request.Method} {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}")
    {
        From = http.Connection.RemoteIpAddress?.ToString() ?? "",
    };
}
