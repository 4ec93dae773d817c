using Cairn.App.Access;

namespace Cairn.App.Api.Cairn;

/// <summary>GET /api/v1/openapi.json: the API described, for whoever writes another system. It says what anybody may know, and is the same for everybody.</summary>
internal static class SendOpenApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{ApiDoor.Path}/openapi.json", () => new ApiAnswer(StatusCodes.Status200OK, Document, ApiAnswer.Json)).For(Who.Anyone);

    private static readonly byte[] Document = Read();

    private static byte[] Read()
    {
        using var stream = typeof(SendOpenApi).Assembly.GetManifestResourceStream("Cairn.App.Api.Cairn.openapi.json") ?? throw new InvalidOperationException("The description of the API is not in the program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
