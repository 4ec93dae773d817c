using Cairn.App.Access;

namespace Cairn.App.Features.Clients;

/// <summary>POST /other-systems/{id}/revoke: takes a token back. It stops at once.</summary>
internal static class RevokeClient
{
    public static void Map(IEndpointRouteBuilder clients) => clients.MapPost("/{id:guid}/revoke", Revoke).AddEndpointFilter(StepUp.Within(StepUp.UsualMinutes, ClientsDoor.Path));

    private static async Task<IResult?> Revoke(Guid id, Visit visit, HttpContext http) =>
        await visit.Write(turn => ClientTokens.Revoke(turn, id)) ? Results.Redirect(ClientsDoor.Path) : null;
}
