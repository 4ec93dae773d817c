using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access.Proofs;

/// <summary>The second factor of an account: codes of an app by the clock, and recovery codes. Each code works once.</summary>
internal sealed class SecondFactor(Served served, TimeProvider clock)
{
    /// <summary>Looks at a code, and uses it up. By what it was; null where it is none.</summary>
    public async Task<string?> Use(Account account, string typed, Acting acting)
    {
        var key = KeyOf(account);
        // In the writer's turn: of two who come with the same code at once one gets in.
        return await served.District!.Writer.Alone(turn =>
        {
            if (turn.Db.Accounts.FirstOrDefault(one => one.Id == account.Id && one.EndedAt == null) is not { } row) return null;
            if (key is not null && row.HasSecondFactor && Totp.Find(key, typed, clock.GetUtcNow(), row.TotpStep) is { } step)
            {
                row.TotpStep = step;
                row.Version++;
                return SignInMethods.Totp;
            }

            if (RecoveryCodes.Without(row.RecoveryCodes, typed) is not { } left) return null;
            row.RecoveryCodes = left;
            row.Version++;
            return SignInMethods.Recovery;
        }, acting);
    }

    /// <summary>A new key as the page carries it until its first code was typed: sealed, for this account alone.</summary>
    public (byte[] Key, string Sealed) Offer(Guid account)
    {
        var key = Totp.NewKey();
        return (key, served.Folder.Secrets.CloseText(Convert.ToBase64String(key), $"totp-offer/{served.District!.Name}/{account:N}"));
    }

    /// <summary>The key of a page; null where it was touched or is another account's.</summary>
    public byte[]? Offered(Guid account, string closed) =>
        served.Folder.Secrets.OpenText(closed, $"totp-offer/{served.District!.Name}/{account:N}") is { } text ? Convert.FromBase64String(text) : null;

    /// <summary>Sets a key up whose code was typed: from now on it is asked for, and sessions that began without it end. The account's new
    /// stamp and recovery codes; null where the code is none of the key's.</summary>
    public async Task<(string Stamp, IReadOnlyList<string> Codes)?> SetUp(Guid account, byte[] key, string typed, Acting acting)
    {
        if (Totp.Find(key, typed, clock.GetUtcNow(), last: 0) is not { } step) return null;
        var (codes, kept) = RecoveryCodes.Make();
        var closed = served.Folder.Secrets.Close(key, NameOf(account));
        return await served.District!.Writer.Alone(turn =>
        {
            var row = turn.Db.Accounts.Single(one => one.Id == account);
            (row.TotpKey, row.TotpStep, row.HasSecondFactor, row.RecoveryCodes) = (closed, step, true, kept);
            return (row.ChangeStamp(), codes);
        }, acting);
    }

    /// <summary>Makes recovery codes anew; those before work no more.</summary>
    public async Task<IReadOnlyList<string>> MakeCodes(Guid account, Acting acting)
    {
        var (codes, kept) = RecoveryCodes.Make();
        await served.District!.Writer.Alone(turn =>
        {
            var row = turn.Db.Accounts.Single(one => one.Id == account);
            row.RecoveryCodes = kept;
            return row.Version++;
        }, acting);
        return codes;
    }

    /// <summary>Takes the app away. Returns the account's new stamp: other sessions end.</summary>
    public Task<string> Remove(Guid account, Acting acting) => served.District!.Writer.Alone(turn =>
    {
        var row = turn.Db.Accounts.Single(one => one.Id == account);
        (row.TotpKey, row.TotpStep, row.HasSecondFactor, row.RecoveryCodes) = (null, 0, false, "");
        return row.ChangeStamp();
    }, acting);

    private byte[]? KeyOf(Account account) => account.TotpKey is { } closed ? served.Folder.Secrets.Open(closed, NameOf(account.Id)) : null;

    private string NameOf(Guid account) => $"totp/{served.District!.Name}/{account:N}";
}
