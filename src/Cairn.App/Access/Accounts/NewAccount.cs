using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access.Accounts;

/// <summary>Why an account cannot be made.</summary>
internal enum AccountFault
{
    None,

    /// <summary>The login is none: empty, too long, or of letters that mislead.</summary>
    Login,

    /// <summary>Somebody has it.</summary>
    Taken,

    /// <summary>It looks like another one's.</summary>
    LooksLike,

    /// <summary>The person has an account.</summary>
    PersonHasOne,
}

/// <summary>Makes accounts. Whoever gives somebody a way in comes through here, so that no login is taken for another's.</summary>
internal static class NewAccount
{
    /// <summary>May an account have this login?</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="login">The login as it was typed.</param>
    /// <param name="but">The account that it is for already; null for a new one.</param>
    public static AccountFault Fault(Db db, string login, Guid? but = null)
    {
        if (LoginName.Fault(login) != LoginNameFault.None) return AccountFault.Login;
        var others = db.Accounts.AsNoTracking().Where(one => one.Id != but).Select(one => one.Login).ToList();
        if (others.Contains(LoginName.Key(login), StringComparer.Ordinal)) return AccountFault.Taken;
        var look = LoginName.Look(login);
        if (others.Exists(one => LoginName.Look(one) == look)) return AccountFault.LooksLike;
        return IsAddressOfOther(db, LoginName.Key(login), but) ? AccountFault.Taken : AccountFault.None;
    }

    /// <summary>May an account have this address to sign in by? Not where it is what another one is called.</summary>
    public static bool MayHaveAddress(Db db, string email, Guid account) => !db.Accounts.AsNoTracking().Any(one => one.Id != account && one.Login == LoginName.Key(email));

    // By an address its owner signs in and gets letters, once it is confirmed, and an invitation went there: nobody else is called by it.
    private static bool IsAddressOfOther(Db db, string key, Guid? but) => key.Contains('@', StringComparison.Ordinal) && db.Accounts.AsNoTracking().Any(one => one.Id != but && one.Email == key && one.EndedAt == null && one.IsEmailConfirmed);

    /// <summary>Makes an account within a turn. What it may do hangs on the people it belongs to. Asked for <see cref="Fault"/> in the same turn.</summary>
    public static Account Make(WriteTurn turn, string login, string email, params IEnumerable<(ActorKind Kind, Guid Person)> people) => Make(turn, Guid.CreateVersion7(), login, email, people);

    /// <summary>Makes it under an id that a browser knows already, because it made a passkey for it.</summary>
    public static Account Make(WriteTurn turn, Guid id, string login, string email, params IEnumerable<(ActorKind Kind, Guid Person)> people)
    {
        if (Fault(turn.Db, login) is not AccountFault.None and var fault) throw new InvalidOperationException($"No account can be made of this login: {fault}.");
        var account = new Account(id, LoginName.Key(login), turn.Now) { Email = LoginName.Key(email) };
        turn.Db.Add(account);
        foreach (var (kind, person) in people) Give(turn, account.Id, kind, person);
        turn.Db.SaveChanges();
        return account;
    }

    /// <summary>Gives an account one more person. An educator is one, whether they teach or lead.</summary>
    public static void Give(WriteTurn turn, Guid account, ActorKind kind, Guid person) =>
        turn.Db.Add(new AccountPerson(account, Hats.IsStaff(kind) ? ActorKind.Teacher : kind, person, turn.Now));

    /// <summary>The account that a person has; null for none.</summary>
    public static Guid? Of(Db db, ActorKind kind, Guid person)
    {
        var kept = Hats.IsStaff(kind) ? ActorKind.Teacher : kind;
        return db.AccountPeople.AsNoTracking().FirstOrDefault(one => one.Kind == kept && one.Person == person)?.Account;
    }
}
