using System.Buffers.Text;
using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>Takes a passkey away; never the last thing that an account could be signed in to with.</summary>
internal static class RemovePasskey
{
    public static void Map(IEndpointRouteBuilder account) => account.MapPost("/passkeys/remove", Remove);

    /// <summary>A passkey's id in a form.</summary>
    public static string Text(byte[] id) => Base64Url.EncodeToString(id);

    private static async Task<IResult> Remove(Visit visit, Words words, HttpContext http, AccountStore store, Renewal renewal)
    {
        var own = AccountDoor.Own(visit);
        var text = (await SentForm.Of(http.Request))["id"].ToString();
        if (text.Length > 2000 || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > 0 } id
            || visit.Db.Passkeys.AsNoTracking().Where(one => one.Account == own.Id).ToList() is not { } keys || !keys.Exists(one => one.Id.AsSpan().SequenceEqual(id))) return SignedIn.Refuse(Ui.Layout.RefusalKind.NotFound);
        if (keys.Count == 1 && own.PasswordHash.Length == 0)
        {
            var typed = Typed.Of(words);
            typed.Refuse("password", words["account.passkeys.last"]);
            return ChangePassword.Page(own, typed, StatusCodes.Status409Conflict);
        }

        await store.RemovePasskeyAsync(own, id, default);
        await renewal.After(await Stamps.Change(visit), "passkey removed", isWeaker: keys.Count == 1 && !own.HasSecondFactor);
        return Results.Redirect($"{AccountDoor.Path}#passkeys");
    }
}
