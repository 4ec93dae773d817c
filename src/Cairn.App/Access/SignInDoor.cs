using Cairn.App.Access.Accounts;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;

namespace Cairn.App.Access;

/// <summary>Counts tries to sign in, whatever they are tried with, and tells the journal of those that failed: the same work for a login
/// that nobody has, so that neither the answer nor its time says which there are.</summary>
internal sealed class SignInDoor(Visit visit, SignInLimits limits, KnownDevice device, Refusals refusals, Running.Measures measures, IHttpContextAccessor http)
{
    /// <summary>The account that is meant, if there is one.</summary>
    public Account? Find(string typed) => LoginLookup.Find(visit.Db, typed);

    /// <summary>Counts a try, or says how long it has to wait.</summary>
    public SignInAnswer Ask(string typed, Account? account)
    {
        var login = account?.Login ?? LoginName.Key(typed);
        var answer = limits.Ask(new SignInTry(visit.Served.District!.Name, login, http.HttpContext!.Connection.RemoteIpAddress, device.Of(login)));
        if (!answer.IsAllowed) measures.SignInFailed(answer.Limit);
        return answer;
    }

    /// <summary>How long whoever goes to another system has to wait; zero where they need not.</summary>
    public TimeSpan WaitForProvider() => limits.WaitAtAddress(ByProvider());

    /// <summary>Counts an answer of another system, or says how long it has to wait.</summary>
    public SignInAnswer AskByProvider()
    {
        var answer = limits.AskAtAddress(ByProvider());
        if (!answer.IsAllowed) measures.SignInFailed(answer.Limit);
        return answer;
    }

    /// <summary>The try succeeded: it is no longer counted.</summary>
    public void Succeeded(SignInAnswer allowed) => limits.Succeeded(allowed);

    /// <summary>Another system said who it is: its answer is no longer counted.</summary>
    public void Succeeded(SignInAnswer allowed, Account account) => limits.Succeeded(allowed with { Try = allowed.Try with { Account = account.Login } });

    /// <summary>The try has to wait: the same is told whosever login it was.</summary>
    public Task Held() => refusals.Note(http.HttpContext!, RefusedWhy.TooMany);

    /// <summary>The try failed.</summary>
    /// <param name="account">Whose login it was; null for nobody's.</param>
    /// <param name="by">What it was tried by.</param>
    /// <param name="acting">Who tried it, where somebody is signed in.</param>
    public Task Failed(Account? account, string by, Acting? acting = null)
    {
        measures.SignInFailed(SignInLimit.None);
        return visit.Served.District!.Writer.Tell(
            turn => turn.Tell(JournalAct.Refused, words: new { by }, row: account is null ? null : (typeof(Account), account.Id)), acting ?? RequestActing.Of(http.HttpContext!, null, account?.Id ?? Guid.Empty));
    }

    /// <summary>A passkey proved nothing. No limit holds such tries back, so nobody writes into the journal by them as often as they like.</summary>
    public Task FailedByPasskey(Account? account)
    {
        measures.SignInFailed(SignInLimit.None);
        return account is null ? refusals.Note(http.HttpContext!, RefusedWhy.BadPasskey) : refusals.Note(http.HttpContext!, RefusedWhy.BadPasskey,
            new RefusedOne(account.Id, RequestActing.Of(http.HttpContext!, null, account.Id), new { by = SignInMethods.Passkey }) { Row = (typeof(Account), account.Id) });
    }

    /// <summary>Another system's answer let nobody in. Of the token the journal holds a word, and nothing that it says.</summary>
    public Task FailedAt(Guid provider, string because, string detail)
    {
        measures.SignInFailed(SignInLimit.None);
        return visit.Served.District!.Writer.Tell(
            turn => turn.Tell(JournalAct.Refused, words: new { by = SignInMethods.Provider, provider, because, detail }), RequestActing.Of(http.HttpContext!, visit.Actor, visit.Session?.Account ?? Guid.Empty));
    }

    private SignInTry ByProvider() => new(visit.Served.District!.Name, "", http.HttpContext!.Connection.RemoteIpAddress);
}
