using Cairn.App.Ui.Forms;
using Microsoft.AspNetCore.Http.Features;

namespace Cairn.App.Features.Beginnings;

/// <summary>A form with files, read into memory: passwords that a roster holds are never written to the disk.</summary>
/// <param name="Fields">What stood in its fields.</param>
/// <param name="Files">The files, by name; empty ones are left out.</param>
internal sealed record SentFiles(IFormCollection Fields, IReadOnlyList<(string Name, byte[] Bytes)> Files)
{
    private const long Largest = 64L << 20;
    private const long Around = 64L << 10;
    private const int MostFiles = 50;
    private const int LongestName = 200;

    /// <summary>Reads it; null where it is too large, or no form.</summary>
    public static async Task<SentFiles?> Of(HttpContext http)
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = Largest + Around;
        try
        {
            var form = http.Request.HasFormContentType
                ? await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = Largest, MemoryBufferThreshold = (int)Largest, BufferBodyLengthLimit = Largest, ValueCountLimit = MostFiles })
                : FormCollection.Empty;
            var files = new List<(string Name, byte[] Bytes)>();
            foreach (var file in form.Files.Where(one => one.Length > 0).Take(MostFiles))
            {
                var bytes = new byte[file.Length];
                await using var from = file.OpenReadStream();
                await from.ReadExactlyAsync(bytes);
                files.Add((NameOf(file.FileName), bytes));
            }

            return new SentFiles(form, files);
        }
        catch (Exception wrong) when (SentForm.IsUnreadable(wrong) || wrong is BadHttpRequestException)
        {
            return null;
        }
    }

    // Some browsers send the way to a file too.
    private static string NameOf(string name)
    {
        var own = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return own.Length <= LongestName ? own : own[..LongestName];
    }
}
