using System.Net;
using Cairn.App.Notices;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Access.Accounts;

/// <summary>Writes letters with a link for a new password: to the confirmed address of an open account, and so many and no more. All of it
/// happens after the answer.</summary>
internal sealed class ResetLetters(TimeProvider clock, SiteAddress address)
{
    private readonly Throttle _accounts = new(clock, new Rate(3, TimeSpan.FromMinutes(10)));
    private readonly Throttle _addresses = new(clock, new Rate(20, TimeSpan.FromMinutes(1)));

    /// <summary>Has one written, if there is one to write.</summary>
    public void Post(Mailer mailer, Served served, string typed, Words words, IPAddress? from, Acting acting)
    {
        if (typed.Length > LoginName.Longest * 2 || _addresses.Take($"{served.District!.Name} {CallerAddress.Key(from)}") > TimeSpan.Zero) return;
        mailer.Post(() => Write(served, typed, words, acting));
    }

    private async Task<Letter?> Write(Served served, string typed, Words words, Acting acting)
    {
        var district = served.District!;
        using var db = district.Open();
        if (LoginLookup.Find(db, typed) is not { IsEmailConfirmed: true, Email.Length: > 0 } account || _accounts.Take($"{district.Name} {account.Login}") > TimeSpan.Zero) return null;
        var token = await district.Writer.Alone(turn => Make(turn, account.Id, account.Email, clock.GetUtcNow().UtcDateTime), acting with { Account = account.Id });
        return new Letter(account.Email, words["letter.reset.subject"], [words["letter.reset.words", ("district", served.Title)], words["letter.reset.other"]], $"{address.Of(served)}/reset/{token}") { Language = words.Language };
    }

    /// <summary>A new code for a new password; those before it work no more.</summary>
    public static string Make(WriteTurn turn, Guid account, string email, DateTime now)
    {
        Codes.TakeBack(turn, Codes.Reset, account);
        var (token, row) = Codes.ForLink(Codes.Reset, now);
        (row.Account, row.Email, row.By) = (account, email, turn.Acting.Person);
        turn.Db.Add(row);
        return token;
    }
}
