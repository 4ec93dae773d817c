using Cairn.App.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Accounts;

/// <summary>GET /accounts/claims/{claim}: asks before somebody is let in as family of a learner.</summary>
public partial class AskClaim
{
    /// <summary>The claim.</summary>
    [Parameter, EditorRequired] public Guid Claim { get; set; }

    /// <summary>Who says that they are family.</summary>
    [Parameter, EditorRequired] public string Guardian { get; set; } = "";

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public string Learner { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(ListAccounts.Path + "/claims/{claim:guid}", Show).For(Who.DistrictLeaders);

    private static RazorComponentResult<AskClaim>? Show(Guid claim, Visit visit) =>
        ListAccounts.Waiting(visit).Where(one => one.Id == claim).ToList() is [var (id, guardian, learner)]
            ? new(new { Claim = id, Guardian = guardian, Learner = learner }) { PreventStreamingRendering = true } : null;
}
