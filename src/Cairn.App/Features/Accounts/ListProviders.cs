using Cairn.App.Access;
using Cairn.App.Access.Providers;
using Cairn.App.Outbound;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>The systems that people may sign in with, and the way to add one. It is asked who it is before it is added.</summary>
public partial class ListProviders
{
    internal const string Path = ListAccounts.Path + "/providers";

    /// <summary>The systems, with how many accounts are signed in to with each.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<(SignInProvider Provider, int Count)> Rows { get; set; } = [];

    /// <summary>What was typed; never a secret.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Sources of rosters.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>Where the new one is to send browsers back to.</summary>
    [Parameter, EditorRequired] public string Back { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (Visit visit, Words words, ProviderFlow flow, string? preset = null) => Page(visit, Start(words, preset), flow)).For(Who.DistrictLeaders);
        routes.MapPost(Path, Add).For(Who.DistrictLeaders).AddEndpointFilter(StepUp.Within(AccountDoor.ProofMinutes, Path));
    }

    // Its id stands before it does, so that its address can be told to the other system first.
    private static Typed Start(Words words, string? preset)
    {
        var known = ProviderPreset.Named(preset);
        return Typed.Of(words, ("id", Guid.CreateVersion7().ToString("N")), ("name", known?.Title), ("issuer", known?.Issuer), ("claim", known?.Claim));
    }

    private static RazorComponentResult<ListProviders> Page(Visit visit, Typed typed, ProviderFlow flow)
    {
        var counts = visit.Db.ExternalLogins.AsNoTracking().GroupBy(one => one.Provider).Select(one => new { one.Key, Count = one.Count() }).ToDictionary(one => one.Key, one => one.Count);
        return new(new
        {
            Rows = (IReadOnlyList<(SignInProvider, int)>)[.. visit.Db.SignInProviders.AsNoTracking().ToList().OrderByDescending(one => one.IsActive).ThenBy(one => one.Name, StringComparer.Ordinal).Select(one => (one, counts.GetValueOrDefault(one.Id)))],
            Typed = typed, Sources = ProviderTyped.Sources(visit.Db), Back = flow.BackAddress(typed.Id("id")),
        }) { PreventStreamingRendering = true, StatusCode = typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    private static async Task<IResult> Add(Visit visit, Words words, HttpContext http, ProviderDiscovery discovery, ProviderFlow flow, Refusals refusals, SiteOptions options)
    {
        var typed = await Typed.Read(http, words);
        var (asked, id) = (ProviderTyped.Read(typed, words, options.Outbound), typed.Id("id"));
        visit.HoldNothing();
        // Asked for what it is only where it may be fetched at all.
        if (typed.IsGood)
        {
            var (found, fault) = await discovery.Ask(asked.Issuer);
            if (found is null) typed.Refuse("issuer", words[$"provider.reach.{(fault is OutboundFault.None ? OutboundFault.Type : fault)}"]);
            else asked = asked with { Issuer = found.Issuer };
        }

        // An address that Cairn does not fetch from: somebody mistyped, or wants to be fetched from inside.
        if (typed.Fault("issuer") is not null) await refusals.Note(http, RefusedWhy.AgainstRule);
        if (id == Guid.Empty || !typed.IsGood || visit.Db.SignInProviders.AsNoTracking().Any(one => one.Id == id)) return Page(visit, typed, flow);
        await visit.Write(turn => ChangedProviders.Add(turn, visit.Served.Folder, visit.Served.District!.Name, id, asked, typed["secret"]).Version);
        return Results.Redirect($"{Path}/{id:N}");
    }
}
