using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;

namespace Cairn.App.Features.Accounts;

/// <summary>Adds a passkey: the page's script asks for the question, and posts what the device made.</summary>
internal static class AddPasskey
{
    public static void Map(IEndpointRouteBuilder account)
    {
        account.MapPost("/passkeys/options", Offer);
        account.MapPost("/passkeys", Keep);
    }

    private static async Task<IResult> Offer(Visit visit, Passkeys passkeys) => Results.Text(await passkeys.OfferToMake(AccountDoor.Own(visit)), "application/json");

    private static async Task<IResult> Keep(Visit visit, HttpContext http, Passkeys passkeys, Renewal renewal)
    {
        var (own, isFirst) = (AccountDoor.Own(visit), visit.Session!.IsUnfinished);
        var device = DeviceName.Of(http.Request.Headers.UserAgent);
        var name = $"{device}{(device.Length > 0 ? ", " : "")}{visit.Today:yyyy-MM-dd}";
        if (!await passkeys.Keep(own, (await SentForm.Of(http.Request))["credential"].ToString(), name)) return ShowAccount.Page(visit, hasFailed: true);
        await renewal.After(await Stamps.Change(visit), "passkey added", SignInMethods.Passkey);
        return Results.Redirect(isFirst ? "/" : $"{AccountDoor.Path}#passkeys");
    }
}
