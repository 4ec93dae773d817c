using Cairn.App.Access;

namespace Cairn.App.Features.Accounts;

/// <summary>Says that what the account signs in with changed.</summary>
internal static class Stamps
{
    /// <summary>The account's new stamp.</summary>
    public static Task<string> Change(Visit visit)
    {
        var account = visit.Session!.Account;
        return visit.Write(turn => turn.Db.Accounts.Single(one => one.Id == account).ChangeStamp());
    }
}
