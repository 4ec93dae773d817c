using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access;

/// <summary>
/// The one way into an account, by whatever its owner proved who they are: the old session ends, a new one begins, the device is known from
/// now on, and they go where they wanted to.
/// </summary>
internal sealed class Entrance(Visit visit, Sessions sessions, Carried carried, KnownDevice device, IHttpContextAccessor accessor)
{
    public const string HatPath = "/hat";
    public const string SetUpPath = "/account/second-factor";

    /// <summary>Lets the owner of an account in.</summary>
    /// <param name="account">The account.</param>
    /// <param name="methods">By what they proved it, words with spaces between.</param>
    /// <param name="isShared">Is the device shared?</param>
    /// <param name="back">Where they wanted to go; null for their home.</param>
    /// <param name="isProved">Have they proved it just now? Another system may have known them for hours.</param>
    /// <returns>Where they go; null where the account belongs to nobody who is here.</returns>
    public async Task<IResult?> Enter(Account account, string methods, bool isShared = false, string? back = null, bool isProved = true)
    {
        var (http, district) = (accessor.HttpContext!, visit.Served.District!);
        http.Response.Headers.CacheControl = "no-store";
        if (Hats.Of(visit.Db, account.Id, visit.Today) is not [var actor, ..] hats) return null;
        var acting = RequestActing.Of(http, actor, account.Id);
        await sessions.End(SessionCookie.Read(http.Request), district, acting);
        var token = await sessions.Begin(district, new SessionStart(actor, account.Id, methods, account.SecurityStamp)
        {
            IsProved = isProved, IsShared = isShared, Device = DeviceName.Of(http.Request.Headers.UserAgent),
        }, acting);
        SessionCookie.Set(http, token, isShared || SessionLengths.Whole(actor.Kind) < TimeSpan.FromDays(1) ? null : visit.Now + SessionLengths.Whole(actor.Kind));
        if (!isShared) device.Remember(account.Login);
        foreach (var what in (string[])[FirstStep.Cookie, "passkey"]) carried.Drop(what);
        if (hats.Count > 1) return Results.Redirect(HatPath + OwnPath.Question(back));
        return Results.Redirect(SignInMethods.IsTooLittle(actor.Kind, methods) ? SetUpPath : OwnPath.Of(back) ?? visit.BeginOf(actor));
    }

    /// <summary>Does this account ask for a second factor after its password? Staff are asked for one that they have, whichever it is.</summary>
    public static bool AsksForSecond(Visit visit, Account account) =>
        account.HasSecondFactor || (HasPasskey(visit.Db, account) && Hats.Of(visit.Db, account.Id, visit.Today).Any(one => Hats.IsStaff(one.Kind)));

    public static bool HasPasskey(Db db, Account account) => db.Passkeys.AsNoTracking().Any(one => one.Account == account.Id);
}
