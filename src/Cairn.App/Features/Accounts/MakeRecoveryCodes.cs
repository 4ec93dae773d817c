using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Accounts;

/// <summary>Recovery codes, shown this once: to print, or to write down.</summary>
public partial class MakeRecoveryCodes
{
    /// <summary>The codes.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<string> Codes { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder account) =>
        account.MapPost("/recovery-codes", async (Visit visit, SecondFactor second) => Page(await second.MakeCodes(visit.Session!.Account, visit.Acting)));

    internal static RazorComponentResult<MakeRecoveryCodes> Page(IReadOnlyList<string> codes) => new(new { Codes = codes }) { PreventStreamingRendering = true };
}
