using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access.Accounts;

/// <summary>Finds the account that somebody means by what they typed: its login, or its address once a letter to it came back.</summary>
internal static class LoginLookup
{
    /// <summary>The open account; null for none, and where several have the address. Both questions are asked whatever was typed.</summary>
    public static Account? Find(Db db, string typed)
    {
        var key = LoginName.Key(typed);
        var byLogin = db.Accounts.AsNoTracking().FirstOrDefault(one => one.Login == key && one.EndedAt == null);
        var byEmail = db.Accounts.AsNoTracking().Where(one => one.Email == key && one.IsEmailConfirmed && one.EndedAt == null).Take(2).ToList();
        return byLogin ?? (byEmail is [var only] && key.Contains('@', StringComparison.Ordinal) ? only : null);
    }
}
