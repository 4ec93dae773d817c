using Cairn.Interop.Files;

namespace Cairn.App.Files;

/// <summary>How much one may bring.</summary>
internal static class CaptureLimits
{
    private const long Mb = 1L << 20;

    /// <summary>Files of one capture.</summary>
    public const int MostFiles = 10;

    /// <summary>Learners of one capture.</summary>
    public const int MostLearners = 60;

    /// <summary>Competencies and targets of one capture.</summary>
    public const int MostClaims = 40;

    /// <summary>Captures of one person that are not whole yet.</summary>
    public const int MostOpen = 100;

    /// <summary>Bytes of one part of a file; a device sends smaller ones.</summary>
    public const long Part = 8 * Mb;

    /// <summary>Bytes of the largest file of any kind.</summary>
    public const long Largest = 256 * Mb;

    /// <summary>Bytes that one person may bring in a day.</summary>
    public const long Day = 2048 * Mb;

    /// <summary>For so long an upload that nobody goes on with is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>Bytes of the largest file of a kind: a film 256 MiB, a sound or a document 64, a picture 32.</summary>
    public static long Of(FileKind kind) => kind.Type.StartsWith("video/", StringComparison.Ordinal) ? Largest : kind.Type.StartsWith("image/", StringComparison.Ordinal) ? 32 * Mb : 64 * Mb;
}
