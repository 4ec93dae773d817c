using Cairn.App.Access;
using Cairn.Interop.Files;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Storage.Privacy;

namespace Cairn.App.Ui.Kit;

/// <summary>A file of a piece of work as it is shown to whoever looks.</summary>
/// <param name="File">The file.</param>
/// <param name="May">How it may be shown.</param>
public sealed record FileLook(ArtifactFile File, MayShow May)
{
    private FileKind? Kind => FileKind.All.FirstOrDefault(one => one.Type == File.Type);

    /// <summary>Is it drawn small?</summary>
    public bool IsPicture => Kind is { HasThumbnail: true };

    /// <summary>Is it played without a picture? What was said on this site comes in the same wrapping as a film.</summary>
    public bool IsSound => File.Type.StartsWith("audio/", StringComparison.Ordinal) || (IsFilm && File.Name.StartsWith("voice-", StringComparison.Ordinal));

    /// <summary>Is it played with one?</summary>
    public bool IsFilm => File.Type.StartsWith("video/", StringComparison.Ordinal);

    /// <summary>A file as whoever asks may see it.</summary>
    internal static FileLook Of(Visit visit, LearnerId learner, ArtifactFile file) =>
        new(file, FaceRows.To(visit.Db, visit.Actor!, learner, file, FileKind.All.Any(one => one.Type == file.Type && one.HasThumbnail), visit.Today, visit.Now));

    /// <summary>Its address, in one of the ways it is sent.</summary>
    /// <param name="way">"small", "large" or "play"; empty to keep it.</param>
    public string Href(string way = "") => $"/evidence/{File.Evidence.Value:N}/files/{File.Position}{(way.Length > 0 ? "?as=" + way : "")}";
}
