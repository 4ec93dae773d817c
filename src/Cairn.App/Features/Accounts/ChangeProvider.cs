using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Access.Providers;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>One system that people may sign in with: changed, stopped, and offered again. Of two who change it at once the second is told.</summary>
public partial class ChangeProvider
{
    /// <summary>The system.</summary>
    [Parameter, EditorRequired] public SignInProvider Provider { get; set; } = null!;

    /// <summary>What was typed; never a secret.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Sources of rosters.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>Where it sends browsers back to.</summary>
    [Parameter, EditorRequired] public string Back { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        const string route = ListProviders.Path + "/{provider:guid}";
        routes.MapGet(route, (Guid provider, Visit visit, Words words, ProviderFlow flow) => Find(visit, provider) is { } row ? Page(visit, row, Start(words, row), flow) : null).For(Who.DistrictLeaders);
        routes.MapPost(route, Change).For(Who.DistrictLeaders).AddEndpointFilter(StepUp.Within(AccountDoor.ProofMinutes, StepUp.SamePage));
        routes.MapPost(route + "/offer", Offer).For(Who.DistrictLeaders).AddEndpointFilter(StepUp.Within(AccountDoor.ProofMinutes, ListProviders.Path));
    }

    private static SignInProvider? Find(Visit visit, Guid id) => visit.Db.SignInProviders.AsNoTracking().FirstOrDefault(one => one.Id == id);

    private static Typed Start(Words words, SignInProvider row) =>
        Typed.Of(words, ("version", row.Version), ("name", row.Name), ("client", row.ClientId), ("claim", row.MatchClaim), ("source", row.MatchSource), ("tenant", row.Tenant));

    private static RazorComponentResult<ChangeProvider> Page(Visit visit, SignInProvider row, Typed typed, ProviderFlow flow, int? status = null) =>
        new(new { Provider = row, Typed = typed, Sources = ProviderTyped.Sources(visit.Db), Back = flow.BackAddress(row.Id) })
        { PreventStreamingRendering = true, StatusCode = status ?? (typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest) };

    private static async Task<IResult?> Change(Guid provider, Visit visit, Words words, HttpContext http, ProviderFlow flow, SiteOptions options)
    {
        if (Find(visit, provider) is not { } row) return null;
        var typed = await Typed.Read(http, words);
        var asked = ProviderTyped.Read(typed, words, options.Outbound, row);
        if (!typed.IsGood) return Page(visit, row, typed, flow);
        var secret = ProviderSecret.Close(visit.Served.Folder, visit.Served.District!.Name, provider, typed["secret"]);
        if (await visit.Write(turn => ChangedProviders.Change(turn, provider, VersionOf(typed), asked, secret))) return Results.Redirect($"{ListProviders.Path}/{provider:N}");
        return Overtaken(visit, words, provider, flow);
    }

    private static async Task<IResult?> Offer(Guid provider, Visit visit, Words words, HttpContext http, ProviderFlow flow, Sessions sessions)
    {
        if (Find(visit, provider) is null) return null;
        var typed = await Typed.Read(http, words);
        if (typed["offer"] is not ("yes" or "no")) return null;
        if (await visit.Write(turn => ChangedProviders.Offer(turn, provider, VersionOf(typed), typed["offer"] == "yes")) is not { } ended) return Overtaken(visit, words, provider, flow);
        sessions.Forget(one => ended.Contains(one.Account));
        return Results.Redirect($"{ListProviders.Path}/{provider:N}");
    }

    // What stands now is shown, and what was typed is not laid over it.
    private static RazorComponentResult<ChangeProvider> Overtaken(Visit visit, Words words, Guid provider, ProviderFlow flow)
    {
        var row = Find(visit, provider)!;
        var typed = Start(words, row);
        typed.Refuse("name", words["providers.meanwhile"]);
        return Page(visit, row, typed, flow, StatusCodes.Status409Conflict);
    }

    private static int VersionOf(Typed typed) => int.TryParse(typed["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
