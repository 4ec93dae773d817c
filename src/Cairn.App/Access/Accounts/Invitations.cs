using Cairn.App.Notices;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Access.Accounts;

/// <summary>Invites a person of the district to make their account, by a link that is mailed, or printed and handed over.</summary>
internal static class Invitations
{
    /// <summary>A new invitation within a turn; those before it for the same person work no more.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="kind">In what relation they stand.</param>
    /// <param name="person">The person.</param>
    /// <param name="email">The address that the link is mailed to; empty where it is handed over. What comes back from it is confirmed.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>The secret of the link.</returns>
    public static string Make(WriteTurn turn, ActorKind kind, Guid person, string email, DateTime now)
    {
        foreach (var old in turn.Db.OneTimeCodes.Where(one => one.Purpose == Codes.Invite && one.Person == person && one.UsedAt == null).ToList())
        {
            old.UsedAt = now;
            old.Version++;
        }

        var (token, row) = Codes.ForLink(Codes.Invite, now);
        (row.Kind, row.Person, row.Email, row.By) = (kind, person, LoginName.Key(email), turn.Acting.Person);
        turn.Db.Add(row);
        return token;
    }

    public static string PathOf(string token) => $"/invitation/{token}";

    /// <summary>The letter with the link.</summary>
    public static Letter Letter(Words words, string email, string district, string link) =>
        new(email, words["letter.invite.subject"], [words["letter.invite.words", ("district", district)], words["letter.invite.other"]], link) { Language = words.Language };
}
