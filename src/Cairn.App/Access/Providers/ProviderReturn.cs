using Cairn.Storage.Accounts;

namespace Cairn.App.Access.Providers;

/// <summary>What is done with somebody whom a provider named: they come in, it is added to the account that asked, or they have proved again who
/// they are.</summary>
internal sealed class ProviderReturn(Visit visit, Entrance entrance, SignInDoor door, Sessions sessions, Renewal renewal, IHttpContextAccessor accessor)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>Where they go on, or why they do not.</summary>
    /// <param name="answer">What the provider said.</param>
    /// <param name="allowed">What was counted for it.</param>
    public Task<(IResult? Where, ProviderRefusal Why)> Take(ProviderAnswer answer, SignInAnswer allowed)
    {
        var (asked, provider, said) = (answer.Asked!, answer.Provider!, answer.Said!);
        if (asked.Purpose == ProviderPurpose.Enter) return Enter(asked, provider, said, allowed);
        // It belongs to the session that asked: signed out meanwhile, or in as another, is another browser's question.
        if (visit.Session is not { } session || session.Account != asked.Account) return Task.FromResult<(IResult?, ProviderRefusal)>((null, ProviderRefusal.State));
        return asked.Purpose == ProviderPurpose.Link ? Link(asked, provider, said, allowed) : Prove(asked, provider, said, allowed);
    }

    private async Task<(IResult? Where, ProviderRefusal Why)> Enter(AskedProvider asked, SignInProvider provider, SaidIdentity said, SignInAnswer allowed)
    {
        var (account, why) = await ProviderAccounts.Of(visit, provider, said);
        if (account is null) return (null, why);
        if (await entrance.Enter(account, SignInMethods.Provider, back: asked.Back, isProved: IsFresh(said)) is not { } where) return (null, ProviderRefusal.Closed);
        door.Succeeded(allowed, account);
        return (where, ProviderRefusal.None);
    }

    private async Task<(IResult? Where, ProviderRefusal Why)> Link(AskedProvider asked, SignInProvider provider, SaidIdentity said, SignInAnswer allowed)
    {
        var stamp = await visit.Write(turn =>
        {
            var row = turn.Db.Accounts.Single(one => one.Id == asked.Account);
            return ProviderAccounts.Link(turn, provider.Id, said.Subject, row.Id) ? row.ChangeStamp() : null;
        });
        if (stamp is null) return (null, ProviderRefusal.Others);
        door.Succeeded(allowed);
        await renewal.After(stamp, "provider added");
        return (Results.Redirect("/account#providers"), ProviderRefusal.None);
    }

    private async Task<(IResult? Where, ProviderRefusal Why)> Prove(AskedProvider asked, SignInProvider provider, SaidIdentity said, SignInAnswer allowed)
    {
        if (ProviderAccounts.Known(visit.Db, provider.Id, said.Subject)?.Id != asked.Account) return (null, ProviderRefusal.Others);
        if (!IsFresh(said)) return (null, ProviderRefusal.NotFresh);
        var http = accessor.HttpContext!;
        if (await sessions.Rotate(visit.Served.District!, SessionCookie.Read(http.Request)!, new SessionChange { IsProved = true, Methods = SignInMethods.Provider }, visit.Acting) is not { } token) return (null, ProviderRefusal.State);
        door.Succeeded(allowed);
        SessionCookie.Set(http, token, SessionCookie.Lasting(visit.Session!, visit.Now));
        return (Results.Redirect(asked.Back ?? "/account"), ProviderRefusal.None);
    }

    // When they proved it over there: a browser that was left signed in shows nothing.
    private bool IsFresh(SaidIdentity said) => said.ProvedAt is { } at && at > visit.Now - Fresh && at <= visit.Now + IdToken.Skew;
}
