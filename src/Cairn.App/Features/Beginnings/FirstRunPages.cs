using Cairn.App.Access;
using Cairn.App.Beginning;

namespace Cairn.App.Features.Beginnings;

/// <summary>The pages of the wizard that begins a district, and the link that opens it.</summary>
internal static class FirstRunPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Beginning.FirstRun.Path + "/{token}", Claim).WithMetadata(new NeverHeldBack()).For(Who.Anyone);
        var wizard = routes.MapGroup(Beginning.FirstRun.Path).WithMetadata(new NeverHeldBack()).For(Who.Anyone).AddEndpointFilter(FirstRunDoor.Held);
        ChooseBeginning.Map(wizard);
        RestoreBackup.Map(wizard);
        NameDistrict.Map(wizard);
        ChooseLevels.Map(wizard);
        ChooseCompetencies.Map(wizard);
        BringPeople.Map(wizard);
        NameLeader.Map(wizard);
        ProveLeader.Map(wizard);
    }

    /// <summary>The address of a step.</summary>
    public static string PathOf(FirstRunStep step) => step switch
    {
        FirstRunStep.District => NameDistrict.Path,
        FirstRunStep.Levels => ChooseLevels.Path,
        FirstRunStep.Competencies => ChooseCompetencies.Path,
        FirstRunStep.People => BringPeople.Path,
        _ => NameLeader.Path,
    };

    /// <summary>Where somebody goes who is too early at a step; null where they are not.</summary>
    public static IResult? Early(Beginning.FirstRun run, FirstRunStep step)
    {
        var next = run.Making.Answers?.Next ?? FirstRunStep.District;
        return step > next ? Results.Redirect(PathOf(next)) : null;
    }

    // Who opened it before, in this browser, goes on.
    private static async Task<IResult> Claim(string token, Beginning.FirstRun run, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (run.IsHeldBy(http)) return Results.Redirect(Beginning.FirstRun.Path);
        if (!FromHere.Is(http)) return await FirstRunDoor.Nothing(http);
        using var alone = await run.Alone();
        if (run.Claim(token) is not { } held) return await FirstRunDoor.Nothing(http);
        FirstRunCookie.Set(http, held);
        return Results.Redirect(Beginning.FirstRun.Path);
    }
}
