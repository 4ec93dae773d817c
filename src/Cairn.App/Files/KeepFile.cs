using Cairn.Interop.Files;
using Cairn.Storage.Captures;
using Cairn.Storage.Files;

namespace Cairn.App.Files;

/// <summary>Keeps a file that somebody brought: told by its content, within the limit of its kind, and of a picture without where and when it was taken.</summary>
internal static class KeepFile
{
    /// <summary>Keeps it in a district's store, which is durable when this returns.</summary>
    /// <param name="store">The store.</param>
    /// <param name="sent">The whole file as it was sent; it can be read from any place.</param>
    /// <param name="hash">The hash of that.</param>
    /// <param name="name">What it was called.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The file; or why it is not kept: "type", "picture" where it is named as one and is none, "large" or "broken".</returns>
    public static async Task<(CapturedFile? File, string Why)> In(FileStore store, Stream sent, string hash, string name, CancellationToken cancel)
    {
        sent.Position = 0;
        var kind = FileContent.KindOf(sent, name);
        if (kind?.Type.StartsWith("image/", StringComparison.Ordinal) != true && IsNamedAsPicture(name)) return (null, "picture");
        if (kind is null) return (null, "type");
        if (sent.Length > CaptureLimits.Of(kind)) return (null, "large");
        var (original, safe) = (new StoredFile(hash, sent.Length), SafeName.Of(name, kind));
        if (kind.Type is not ("image/jpeg" or "image/png" or "image/webp")) return await store.Put(sent, CaptureLimits.Largest, cancel) is { } same ? (new CapturedFile(same, original, kind.Type, safe), "") : (null, "large");
        var bytes = new byte[sent.Length];
        await sent.ReadExactlyAsync(bytes, cancel);
        // What cannot be said to be free of it is not kept.
        if (WithoutMetadata.Of(bytes, kind) is not { } clean) return (null, "broken");
        using var picture = new MemoryStream(clean, writable: false);
        return await store.Put(picture, CaptureLimits.Largest, cancel) is { } kept ? (new CapturedFile(kept, original, kind.Type, safe), "") : (null, "large");
    }

    private static bool IsNamedAsPicture(string name) => Path.GetExtension(name).ToUpperInvariant() is ".JPG" or ".JPEG" or ".PNG" or ".GIF" or ".WEBP" or ".HEIC" or ".HEIF" or ".AVIF";
}
