using System.Security.Cryptography;
using Cairn.App.Access;
using Cairn.App.Files;
using Cairn.Learning;
using Cairn.Storage.Captures;
using Cairn.Storage.Files;

namespace Cairn.App.Features.Assessing;

/// <summary>A file that came with a form: kept within the limits of a capture, which is the other door for files.</summary>
internal static class BroughtFile
{
    /// <summary>Keeps it.</summary>
    /// <returns>The file as it is kept; or why it is not: "empty", "type", "picture", "large", "broken" or "day".</returns>
    public static async Task<(CapturedFile? File, string Why)> Keep(IFormFile file, Visit visit, CancellationToken cancel)
    {
        if (file.Length == 0) return (null, "empty");
        if (file.Length > CaptureLimits.Largest) return (null, "large");
        if (CaptureRows.BytesOf(visit.Db, new PersonId(visit.Actor!.Person), visit.Now.AddDays(-1)) + file.Length > CaptureLimits.Day) return (null, "day");
        await using var sent = file.OpenReadStream();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(sent, cancel));
        return await KeepFile.In(new FileStore(visit.Served.Folder.FolderOf(visit.Served.District!.Name)), sent, hash, file.FileName, cancel);
    }
}
