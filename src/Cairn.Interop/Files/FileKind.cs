namespace Cairn.Interop.Files;

/// <summary>A kind of file that a school uses.</summary>
/// <param name="Type">Its media type, as it is served.</param>
/// <param name="Extensions">How its names end, without the dot; the usual one first.</param>
public sealed record FileKind(string Type, IReadOnlyList<string> Extensions)
{
    /// <summary>Pictures, pages, films, sounds, documents and plain text: what is not here is not taken.</summary>
    public static IReadOnlyList<FileKind> All { get; } =
    [
        Of("image/jpeg", "jpg", "jpeg", "jpe", "jfif"), Of("image/png", "png"), Of("image/gif", "gif"), Of("image/webp", "webp"), Of("image/heic", "heic", "heif"), Of("image/avif", "avif"),
        Of("application/pdf", "pdf"), Of("video/mp4", "mp4", "m4v"), Of("video/quicktime", "mov", "qt"), Of("video/webm", "webm"),
        Of("audio/mpeg", "mp3"), Of("audio/mp4", "m4a"), Of("audio/wav", "wav"), Of("audio/ogg", "ogg", "oga", "opus"),
        Of("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"), Of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        Of("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"), Of("application/vnd.oasis.opendocument.text", "odt"),
        Of("text/csv", "csv"), Of("text/plain", "txt"),
    ];

    /// <summary>Is it a picture whose inside is known well enough to make a small one of it?</summary>
    public bool HasThumbnail => Type is "image/jpeg" or "image/png" or "image/gif" or "image/webp";

    /// <summary>The kind with a name's ending, such as "jpg"; null for none.</summary>
    /// <param name="extension">The ending, without the dot, in any case.</param>
    public static FileKind? EndingIn(string extension) => All.FirstOrDefault(one => one.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    private static FileKind Of(string type, params string[] extensions) => new(type, extensions);
}
