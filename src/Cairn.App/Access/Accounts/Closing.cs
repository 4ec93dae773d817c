using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Access.Accounts;

/// <summary>Closes and opens accounts. What somebody did with one stays; nobody signs in with it any more.</summary>
internal static class Closing
{
    /// <summary>Closes an account within a turn: its sessions end, and what was mailed for it works no more. False where it is the last of
    /// somebody who leads the district.</summary>
    public static bool Close(WriteTurn turn, Guid account, DateOnly today, DateTime now)
    {
        if (LastLeader.Is(turn.Db, account, today)) return false;
        var row = turn.Db.Accounts.Single(one => one.Id == account);
        row.EndedAt ??= now;
        row.ChangeStamp();
        foreach (var purpose in (string[])[Codes.Reset, Codes.Confirm]) Codes.TakeBack(turn, purpose, account);
        SessionEnds.OfAccount(turn, account, "account closed");
        return true;
    }

    /// <summary>For who lost app, codes and passkeys: takes them away, and the next sign-in sets up others. Sessions end.</summary>
    public static void Lose(WriteTurn turn, Guid account)
    {
        var row = turn.Db.Accounts.Single(one => one.Id == account);
        (row.TotpKey, row.TotpStep, row.HasSecondFactor, row.RecoveryCodes) = (null, 0, false, "");
        row.ChangeStamp();
        turn.Db.RemoveRange(turn.Db.Passkeys.Where(one => one.Account == account).ToList());
        SessionEnds.OfAccount(turn, account, "second factor lost");
    }

    /// <summary>Opens it again, with what it was signed in to with before.</summary>
    public static void Open(WriteTurn turn, Guid account)
    {
        var row = turn.Db.Accounts.Single(one => one.Id == account);
        row.EndedAt = null;
        row.Version++;
    }
}
