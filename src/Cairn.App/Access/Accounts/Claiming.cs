using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access.Accounts;

/// <summary>A family claims its place by a code that was printed for one learner, together with the name that the school knows the learner by.
/// A family name alone does nothing. Where the school knows the guardian otherwise than they say, the school has the last word.</summary>
internal static class Claiming
{
    /// <summary>Keeps a code that is printed for one learner; for one guardian of theirs, or for one whom the roster does not know.</summary>
    public static void Print(WriteTurn turn, byte[] hash, Guid learner, Guid guardian, DateTime now)
    {
        var row = Codes.ForPaper(Codes.Claim, hash, now);
        (row.Kind, row.Learner, row.Person, row.By) = (ActorKind.Guardian, learner, guardian, turn.Acting.Person);
        turn.Db.Add(row);
    }

    /// <summary>Uses a code: the account, and whether it waits for the school's word. Null where the code was used meanwhile, the login was
    /// taken, or the guardian has an account.</summary>
    public static (Account Account, bool IsWaiting)? Take(WriteTurn turn, OneTimeCode code, string name, string login, string hash, DateOnly today, DateTime now)
    {
        if (NewAccount.Fault(turn.Db, login) != AccountFault.None || !Codes.Use(turn, code.Id, now)) return null;
        var isKnown = code.Person != Guid.Empty && NewAccount.Of(turn.Db, ActorKind.Guardian, code.Person) is null
            && Claims.IsGuardian(turn.Db, code.Person, name) && Claims.Cares(turn.Db, code.Person, code.Learner, today);
        // Who is not known comes in as somebody who cares for nobody yet.
        var person = isKnown ? code.Person : Claims.AddGuardian(turn, name);
        turn.Db.SaveChanges();
        var account = NewAccount.Make(turn, login, "", (ActorKind.Guardian, person));
        account.PasswordHash = hash;
        if (isKnown) return (account, false);
        var (_, row) = Codes.ForLink(Codes.Waiting, now);
        (row.Account, row.Kind, row.Person, row.Learner) = (account.Id, ActorKind.Guardian, person, code.Learner);
        turn.Db.Add(row);
        return (account, true);
    }

    /// <summary>Claims that wait for the school's word, oldest first.</summary>
    public static IReadOnlyList<OneTimeCode> Waiting(Db db, DateTime now) =>
        [.. db.OneTimeCodes.AsNoTracking().Where(one => one.Purpose == Codes.Waiting && one.UsedAt == null && one.ExpiresAt > now).ToList().OrderBy(one => one.CreatedAt)];

    /// <summary>The school says yes or no. False where there is no such claim any more.</summary>
    public static bool Settle(WriteTurn turn, Guid claim, bool isConfirmed, DateOnly today, DateTime now)
    {
        if (turn.Db.OneTimeCodes.FirstOrDefault(one => one.Id == claim && one.Purpose == Codes.Waiting) is not { } row || !Codes.Use(turn, claim, now)) return false;
        if (isConfirmed) Claims.Tie(turn, row.Person, row.Learner, today);
        return true;
    }
}
