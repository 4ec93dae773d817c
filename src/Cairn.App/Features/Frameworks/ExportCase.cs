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
    public static CasePackage Of(Db db, FrameworkContent content)
    {
        var version = content.Version.Id;
        var stored = db.SourcePackages.AsNoTracking().FirstOrDefault(one => one.Version == version);
        if (stored is not null && ReadCase.From(new MemoryStream(stored.Bytes), new FaultList()) is { } source) return ToPackage.Of(content, source, "");
        return ToPackage.Of(content, null, db.Organizations.AsNoTracking().First(one => one.Kind == OrganizationKind.District).Name);
    }
}
