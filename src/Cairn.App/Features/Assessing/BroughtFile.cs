using Cairn.Interop.Files;
using Cairn.Learning.Evidence;
using Cairn.Storage.Files;

namespace Cairn.App.Features.Assessing;

/// <summary>A file that came with a form: looked at, cleaned of what a picture says beside itself, and kept.</summary>
internal static class BroughtFile
{
    /// <summary>Bytes of a file.</summary>
    public const long Largest = 25L << 20;

    /// <summary>The file as it is kept; null where it is too large or of a kind that is not taken.</summary>
    public static async Task<ArtifactFile?> Keep(IFormFile file, int position, FileStore store, CancellationToken cancel)
    {
        if (file.Length is 0 or > Largest) return null;
        var bytes = new byte[file.Length];
        await using (var from = file.OpenReadStream()) await from.ReadExactlyAsync(bytes, cancel);
        using var content = new MemoryStream(bytes);
        if (FileContent.KindOf(content, file.FileName) is not { } kind) return null;
        // A picture that cannot be cleaned is not taken: it may say where a child lives.
        if ((kind.HasThumbnail ? WithoutMetadata.Of(bytes, kind) : bytes) is not { } clean) return null;
        using var kept = new MemoryStream(clean);
        return await store.Put(kept, Largest, cancel) is { } stored ? new ArtifactFile(default, position, stored.Hash, stored.Length, kind.Type, SafeName.Of(file.FileName, kind), "") : null;
    }
}
