using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Starts a draft from the version in force; where there is one already, that is opened.</summary>
internal static class StartDraft
{
    public static void Map(IEndpointRouteBuilder workshop) => workshop.MapPost("/frameworks/{id:guid}/draft", Start);

    private static async Task<IResult?> Start(Guid id, Visit visit)
    {
        var framework = new FrameworkId(id);
        if (!visit.Db.Frameworks.AsNoTracking().Any(one => one.Id == framework)) return null;
        await visit.Write(turn => Drafts.Begin(turn, framework));
        return Results.Redirect(Draft.PathOf(framework));
    }
}
