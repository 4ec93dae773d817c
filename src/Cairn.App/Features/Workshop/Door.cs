using Cairn.App.Access;
using Cairn.Storage;

namespace Cairn.App.Features.Workshop;

/// <summary>The workshop's door, and everything behind it. It opens to those who lead the district; for everybody else nothing is there.</summary>
internal static class Door
{
    public const string Path = "/workshop";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var workshop = routes.MapGroup(Path).For(Who.DistrictLeaders).AddEndpointFilter(NeverStored);
        ShowWorkshop.Map(workshop);
        MakeFramework.Map(workshop);
        ShowDraft.Map(workshop);
        StartDraft.Map(workshop);
        EditFramework.Map(workshop);
        EditArea.Map(workshop);
        EditCompetency.Map(workshop);
        EditLevels.Map(workshop);
        EditExemplar.Map(workshop);
        EditTarget.Map(workshop);
        EditQuality.Map(workshop);
        ShowLinks.Map(workshop);
        EditLink.Map(workshop);
        RemovePart.Map(workshop);
        CompareDraft.Map(workshop);
        AdoptDraft.Map(workshop);
        DropDraft.Map(workshop);
        ShowRules.Map(workshop);
        ChangeRule.Map(workshop);
        ShowScales.Map(workshop);
        EditScale.Map(workshop);
        AssignScale.Map(workshop);
        KeepPrograms.Map(workshop);
        KeepWords.Map(workshop);
    }

    private static async ValueTask<object?> NeverStored(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "private, no-store";
        return await next(context);
    }
}
