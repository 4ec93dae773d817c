using System.Security.Cryptography;
using System.Text;
using Cairn.App.Access;
using Cairn.App.Files;
using Cairn.Interop.Files;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Storage.Files;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Evidence;

/// <summary>Pages of single pieces of work: their files, faces on them, and where they may be shown.</summary>
internal static class EvidenceFilesDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        SendEvidenceFile.Map(routes);
        MarkFaces.Map(routes);
        ChooseShown.Map(routes);
    }
}

/// <summary>GET /evidence/{piece}/files/{n}: a file of a piece of work, to keep, to see small or large, or to play. Whoever does not see the record finds nothing.</summary>
internal static class SendEvidenceFile
{
    private const int Small = 480;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/evidence/{piece:guid}/files/{file:int}", Send).For(Who.Educators | Who.Family).OpenToBadges();

    private static async Task<IResult?> Send(Guid piece, int file, Visit visit, SmallPictures pictures, HttpContext http, string? @as = null)
    {
        if (visit.Scope.FileOf(new EvidenceId(piece), file) is not { } found || FileKind.All.FirstOrDefault(one => one.Type == found.File.Type) is not { } kind) return null;
        var may = FaceRows.To(visit.Db, visit.Actor!, found.Learner.Id, found.File, kind.HasThumbnail, visit.Today, visit.Now);
        if (may.How == ShownHow.NotAtAll || new FileStore(visit.Served.Folder.FolderOf(visit.Served.District!.Name)).Open(found.File.Hash) is not { } content) return null;
        if (kind.HasThumbnail && (@as is "small" or "large" || may.How == ShownHow.FacesHidden)) return await Drawn(content, @as == "small" ? Small : Thumbnail.LongestSide, found.File.Hash, may, pictures, http);
        return @as == "play" && kind.Type.Split('/')[0] is "audio" or "video" ? SendFile.Play(http, content, kind) : SendFile.Download(http, content, kind, found.File.Name);
    }

    private static async Task<IResult?> Drawn(FileStream content, int side, string hash, MayShow may, SmallPictures pictures, HttpContext http)
    {
        await using (content)
        {
            // What is hidden changes what is seen: a picture from before is neither fresh nor found any more.
            var drawnFrom = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{hash} {side} {string.Join(' ', may.Hidden)}")));
            return await pictures.Of(drawnFrom, content, side, may.Hidden, http.RequestAborted) is { } drawn ? SendFile.Picture(http, drawn, drawnFrom) : null;
        }
    }
}
