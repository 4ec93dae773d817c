using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Cairn.App.Features.Beginnings;

/// <summary>A form with an archive, which may be large: it goes to the data folder as it comes, and never into memory or to another place.</summary>
/// <param name="HasFile">Was a file brought?</param>
/// <param name="Path">The file on this machine that was named; empty for none.</param>
/// <param name="Passphrase">The passphrase; empty for none.</param>
internal sealed record SentArchive(bool HasFile, string Path, string Passphrase)
{
    private const long Largest = 16L << 30;
    private const int LongestField = 4096;

    /// <summary>Reads it, and lays the file down; null where no form was sent that can be read.</summary>
    public static async Task<SentArchive?> Of(HttpContext http, string to)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary) return null;
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = Largest;
        var (reader, sent) = (new MultipartReader(boundary, http.Request.Body), new SentArchive(false, "", ""));
        try
        {
            while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
            {
                if (section.AsFileSection() is { FileStream: { } from } file)
                {
                    if (file.FileName.Length == 0) continue;
                    await using var laid = new FileStream(to, FileMode.Create, FileAccess.Write);
                    await from.CopyToAsync(laid, http.RequestAborted);
                    if (laid.Length > 0) sent = sent with { HasFile = true };
                }
                else if (section.AsFormDataSection() is { } field)
                {
                    // A reader of a part stops at what it may hold.
                    var text = await field.GetValueAsync(http.RequestAborted);
                    if (text.Length > LongestField) return null;
                    sent = field.Name switch { "path" => sent with { Path = text.Trim() }, "passphrase" => sent with { Passphrase = text }, _ => sent };
                }
            }

            return sent;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
