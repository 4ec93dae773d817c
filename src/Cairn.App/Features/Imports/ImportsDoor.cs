using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Imports;

/// <summary>The door of imports, and everything behind it. It opens to those who lead the district; for everybody else nothing is there.</summary>
internal static class ImportsDoor
{
    public const string Path = "/imports";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup(Path).For(Who.DistrictLeaders).AddEndpointFilter(NeverStored);
        ListImports.Map(imports);
        BringFiles.Map(imports);
        SettleRole.Map(imports);
        ShowImport.Map(imports);
        ActOnImport.Map(imports);
        SendFaults.Map(imports);
    }

    public static string PathOf(Guid run) => $"{Path}/{run:N}";

    /// <summary>The names of educators by id, for those who brought something in.</summary>
    public static IReadOnlyDictionary<Guid, string> Names(Db db, IEnumerable<Guid> people)
    {
        var ids = people.Where(one => one != Guid.Empty).Distinct().Select(one => new EducatorId(one)).ToList();
        return db.Educators.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionary(one => one.Id.Value, one => one.DisplayName);
    }

    private static async ValueTask<object?> NeverStored(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "private, no-store";
        return await next(context);
    }
}
