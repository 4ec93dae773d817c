using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>GET /accounts/{account}/close and …/lost: asks before an account is closed, or its second factor is taken away for good.</summary>
public partial class AskDeed
{
    /// <summary>The account.</summary>
    [Parameter, EditorRequired] public Account Account { get; set; } = null!;

    /// <summary>Is it about a lost device? Else about closing.</summary>
    [Parameter] public bool IsLost { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(ListAccounts.Path + "/{account:guid}/close", (Guid account, Visit visit) => Page(visit, account, isLost: false)).For(Who.DistrictLeaders);
        routes.MapGet(ListAccounts.Path + "/{account:guid}/lost", (Guid account, Visit visit) => Page(visit, account, isLost: true)).For(Who.DistrictLeaders);
    }

    // For one's own device there is the page of one's own sign-in.
    private static RazorComponentResult<AskDeed>? Page(Visit visit, Guid id, bool isLost) =>
        visit.Db.Accounts.AsNoTracking().FirstOrDefault(one => one.Id == id && one.EndedAt == null) is { } account && !(isLost && id == visit.Session!.Account)
            ? new(new { Account = account, IsLost = isLost }) { PreventStreamingRendering = true } : null;
}
