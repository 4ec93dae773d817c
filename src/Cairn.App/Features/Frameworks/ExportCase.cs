using Cairn.Interop.Case;
using Cairn.Interop.Csv;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Frameworks;

/// <summary>A framework version as a CASE package: the one it was imported from, with what changed here; or made from nothing.</summary>
internal static class ExportCase
{
    // An address that says whose it is, and that nobody needs to reach: identifiers are what counts.
    private static readonly Uri Address = new("https://cairn.invalid/ims/case/v1p1/");

    public static byte[] Of(Db db, FrameworkContent content)
    {
        var version = content.Version.Id;
        var stored = db.SourcePackages.AsNoTracking().FirstOrDefault(one => one.Version == version);
        using var to = new MemoryStream();
        if (stored is not null && ReadCase.From(new MemoryStream(stored.Bytes), new FaultList()) is { } source)
            WriteCase.To(to, ToPackage.Of(content, source, "", Address, content.Version.AdoptedAt ?? DateTime.UnixEpoch));
        else
        {
            var district = db.Organizations.AsNoTracking().First(one => one.Kind == OrganizationKind.District).Name;
            WriteCase.To(to, ToPackage.Of(content, null, district, Address, content.Version.AdoptedAt ?? DateTime.UnixEpoch));
        }

        return to.ToArray();
    }
}
