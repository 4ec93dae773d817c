using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access.Accounts;

/// <summary>
/// Accounts and their passkeys as ASP.NET Core Identity asks for them: read through the visit's database, written through the district's
/// one writer, so that the journal sees all of it. Identity's lockout and its cookies are not used: they would let a stranger lock people
/// out, and know no end of a session.
/// </summary>
internal sealed class AccountStore(Visit visit) : IUserPasskeyStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("N"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException("A login is changed by its own use case.");

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(LoginName.Key(user.Login));

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException("Accounts are made by NewAccount.");

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException("Accounts are changed by the use cases that say what they change.");

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException("An account is closed, never deleted.");

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(Guid.TryParseExact(userId, "N", out var id) ? visit.Db.Accounts.AsNoTracking().FirstOrDefault(one => one.Id == id && one.EndedAt == null) : null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult(LoginLookup.Find(visit.Db, normalizedUserName));

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => visit.Served.District!.Writer.Alone(turn =>
    {
        var id = passkey.CredentialId;
        if (turn.Db.Passkeys.FirstOrDefault(one => one.Id == id) is { } known)
        {
            if (known.Account != user.Id) throw new RefusedException("The passkey is another account's.");
            known.Data = PasskeyText.Write(passkey);
            known.LastUsedAt = visit.Now;
        }
        else
        {
            turn.Db.Add(new Passkey(id, user.Id, PasskeyText.Write(passkey), passkey.Name ?? "", visit.Now));
        }

        return true;
    }, visit.Acting with { Account = user.Id }, cancellationToken);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. visit.Db.Passkeys.AsNoTracking().Where(one => one.Account == user.Id).ToList().Select(PasskeyText.Read)]);

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(visit.Db.Accounts.AsNoTracking().FirstOrDefault(one => one.EndedAt == null && visit.Db.Passkeys.Any(key => key.Id == credentialId && key.Account == one.Id)));

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(visit.Db.Passkeys.AsNoTracking().FirstOrDefault(one => one.Id == credentialId && one.Account == user.Id) is { } key ? PasskeyText.Read(key) : null);

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => visit.Served.District!.Writer.Alone(turn =>
    {
        if (turn.Db.Passkeys.FirstOrDefault(one => one.Id == credentialId && one.Account == user.Id) is { } key) turn.Db.Remove(key);
        return true;
    }, visit.Acting, cancellationToken);

    public void Dispose()
    {
        // The visit's database is the visit's.
    }
}
