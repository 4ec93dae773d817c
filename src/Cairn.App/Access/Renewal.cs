namespace Cairn.App.Access;

/// <summary>After what an account signs in with changed: its other sessions end, and this one goes on under a new token.</summary>
internal sealed class Renewal(Visit visit, Sessions sessions, IHttpContextAccessor accessor)
{
    /// <summary>Goes on.</summary>
    /// <param name="stamp">The account's new stamp.</param>
    /// <param name="why">What changed, in a word for the journal.</param>
    /// <param name="methods">What was proved just now beside; empty for nothing.</param>
    /// <param name="isWeaker">Was the second factor taken away?</param>
    public async Task After(string stamp, string why, string methods = "", bool isWeaker = false)
    {
        var (session, district, http) = (visit.Session!, visit.Served.District!, accessor.HttpContext!);
        await sessions.EndForAccount(district, session.Account, why, visit.Acting, but: session.Id);
        var change = new SessionChange { Stamp = stamp, IsProved = true, Methods = methods, IsWeaker = isWeaker };
        if (await sessions.Rotate(district, SessionCookie.Read(http.Request)!, change, visit.Acting) is { } token) SessionCookie.Set(http, token, SessionCookie.Lasting(session, visit.Now));
    }
}
