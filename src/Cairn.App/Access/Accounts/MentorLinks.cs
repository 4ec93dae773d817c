using System.Globalization;
using System.Security.Cryptography;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access.Accounts;

/// <summary>A mentor's link, and the code of eight digits that travels another way: spoken, or on paper. The two together bind one device,
/// once; a link that was forwarded, or opened by a mail scanner, opens nothing.</summary>
internal static class MentorLinks
{
    /// <summary>A new link for a mentor within a turn; those before it work no more.</summary>
    /// <returns>The secret of the link, and the code.</returns>
    public static (string Token, string Code) Make(WriteTurn turn, Guid sponsor, DateTime now)
    {
        foreach (var old in turn.Db.OneTimeCodes.Where(one => one.Purpose == Codes.Mentor && one.Person == sponsor && one.UsedAt == null).ToList())
        {
            old.UsedAt = now;
            old.Version++;
        }

        var (secret, code) = (Sessions.NewToken(), RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture));
        var row = new OneTimeCode(Guid.CreateVersion7(), Codes.Mentor, Hash(secret, code), now, now + Codes.Length(Codes.Mentor)) { Kind = ActorKind.Sponsor, Person = sponsor, By = turn.Acting.Person };
        turn.Db.Add(row);
        return ($"{row.Id:N}.{secret}", code);
    }

    public static string PathOf(string token) => $"/mentor/{token}";

    /// <summary>The row that a link speaks of, while it works; whether its secret is right shows with the code only.</summary>
    public static OneTimeCode? Find(Db db, string? token, DateTime now) => Parts(token) is var (id, _)
        ? db.OneTimeCodes.AsNoTracking().FirstOrDefault(one => one.Id == id && one.Purpose == Codes.Mentor && one.UsedAt == null && one.ExpiresAt > now && one.Attempts < Codes.MostAttempts) : null;

    /// <summary>The row that a link speaks of; null where it is no link.</summary>
    public static Guid? IdOf(string token) => Parts(token)?.Id;

    /// <summary>Do link and code belong together?</summary>
    public static bool IsRight(OneTimeCode row, string? token, string code) =>
        Parts(token) is var (_, secret) && CryptographicOperations.FixedTimeEquals(row.CodeHash, Hash(secret, new string([.. code.Where(char.IsAsciiDigit)])));

    private static (Guid Id, string Secret)? Parts(string? token) =>
        token?.Split('.') is [var id, { Length: > 20 and < 100 } secret] && Guid.TryParseExact(id, "N", out var found) ? (found, secret) : null;

    private static byte[] Hash(string secret, string code) => Sessions.HashBytes($"{secret}\n{code}");
}
