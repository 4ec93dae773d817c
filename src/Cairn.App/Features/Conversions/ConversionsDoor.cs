using Cairn.App.Access;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Conversions;

/// <summary>Conversions from levels to letters and numbers: everybody at school reads them, and who keeps the official record writes them.</summary>
internal static class ConversionsDoor
{
    public const string Path = "/grades/conversions";

    public static void Map(IEndpointRouteBuilder routes)
    {
        ListConversions.Map(routes);
        EditConversion.Map(routes);
        ShowConversion.Map(routes);
    }

    public static string PathOf(GradeConversion of) => $"{Path}/{of.Id.Value:N}";

    /// <summary>Every place where one can hold, with a short name for a form.</summary>
    public static IReadOnlyList<(string Key, string Name, PolicyPlace Place)> Places(Visit visit, Ui.Words.Words words) =>
    [
        ("district", words["policy.district"], PolicyPlace.District),
        .. visit.Db.Organizations.AsNoTracking().Where(one => one.Kind == OrganizationKind.School).ToList().OrderBy(one => one.Name, words.Order).Select(one => ($"s-{one.Id.Value:N}", one.Name, new PolicyPlace(one.Id, null))),
        .. visit.Db.Programs.AsNoTracking().ToList().OrderBy(one => one.Name, words.Order).Select(one => ($"p-{one.Id.Value:N}", one.Name, new PolicyPlace(null, one.Id))),
    ];
}
