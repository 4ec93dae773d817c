using Cairn.App.Access.Accounts;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access.Providers;

/// <summary>Whose account is meant by what a provider says. The first time by the roster's key, and ever after by provider and subject; by an
/// address never.</summary>
internal static class ProviderAccounts
{
    /// <summary>The account; made where the roster knows who it is and they have none. Why not, where there is none.</summary>
    public static async Task<(Account? Account, ProviderRefusal Why)> Of(Visit visit, SignInProvider provider, SaidIdentity said)
    {
        if (Known(visit.Db, provider.Id, said.Subject) is { } known) return known.EndedAt is null ? (known, ProviderRefusal.None) : (null, ProviderRefusal.Closed);
        // Nobody is found by it: nothing has to wait for the writer. That they have an account is asked in the turn: another of their own
        // browsers may just have made it.
        if (Match(visit.Db, provider, said) is (null, ProviderRefusal.Nobody or ProviderRefusal.Several) found) return (null, found.Why);
        return await visit.Write(turn => Make(turn, provider, said));
    }

    /// <summary>Adds a provider's subject to an account, within a turn. False where it is another account's.</summary>
    public static bool Link(WriteTurn turn, Guid provider, string subject, Guid account)
    {
        if (turn.Db.ExternalLogins.FirstOrDefault(one => one.Provider == provider && one.Subject == subject) is { } known) return known.Account == account;
        turn.Db.Add(new ExternalLogin(provider, subject, account, turn.Now));
        return true;
    }

    /// <summary>The account that a subject signs in to; null for none yet.</summary>
    public static Account? Known(Db db, Guid provider, string subject) =>
        (from login in db.ExternalLogins.AsNoTracking() join account in db.Accounts.AsNoTracking() on login.Account equals account.Id where login.Provider == provider && login.Subject == subject select account).FirstOrDefault();

    private static (RosterPersonFound? Person, ProviderRefusal Why) Match(Db db, SignInProvider provider, SaidIdentity said) => RosterMatch.Of(db, provider.MatchSource, said.Key) switch
    {
        [] => (null, ProviderRefusal.Nobody),
        [var only] when NewAccount.Of(db, only.Kind, only.Person) is null => (only, ProviderRefusal.None),
        [_] => (null, ProviderRefusal.HasAccount),
        _ => (null, ProviderRefusal.Several),
    };

    // Of several who come at once as the same person one makes the account, and the others find it.
    private static (Account? Account, ProviderRefusal Why) Make(WriteTurn turn, SignInProvider provider, SaidIdentity said)
    {
        if (Known(turn.Db, provider.Id, said.Subject) is { } known) return known.EndedAt is null ? (known, ProviderRefusal.None) : (null, ProviderRefusal.Closed);
        if (!turn.Db.SignInProviders.AsNoTracking().Any(one => one.Id == provider.Id && one.IsActive)) return (null, ProviderRefusal.Stopped);
        var (person, why) = Match(turn.Db, provider, said);
        if (person is null) return (null, why);
        var account = NewAccount.Make(turn, LoginFor(turn.Db, person), "", (person.Kind, person.Person));
        turn.Db.Add(new ExternalLogin(provider.Id, said.Subject, account.Id, turn.Now));
        return (account, ProviderRefusal.None);
    }

    // The roster's name, where it makes a login that nobody has; nobody types it until they choose a password.
    private static string LoginFor(Db db, RosterPersonFound person) =>
        NewAccount.Fault(db, person.Username) == AccountFault.None ? person.Username : $"{person.Kind.ToString().ToLowerInvariant()}-{person.Person:N}";
}
