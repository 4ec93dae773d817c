using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Accounts;

/// <summary>Ends sessions within a turn of the writer, so that whatever takes a right away and the end of what stood on it are one
/// transaction. Nodes that keep a session in memory for some seconds look again after those.</summary>
public static class SessionEnds
{
    /// <summary>Ends the sessions of an account. Returns how many.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="account">Whose.</param>
    /// <param name="why">Why, in a word for the journal, such as "password".</param>
    /// <param name="but">The number of one that goes on; null for none.</param>
    public static int OfAccount(WriteTurn turn, Guid account, string why, Guid? but = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return End(turn, [.. turn.Db.Sessions.Where(one => one.Account == account && one.EndedAt == null && one.Id != but)], why);
    }

    /// <summary>Ends the sessions in which somebody acts as a person: a block was set, a relation ended, a role changed.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="kind">In what relation; of educators any.</param>
    /// <param name="person">The person.</param>
    /// <param name="why">Why, in a word for the journal.</param>
    public static int OfPerson(WriteTurn turn, ActorKind kind, Guid person, string why)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return End(turn, [.. turn.Db.Sessions.Where(one => one.Person == person && one.EndedAt == null).ToList().Where(one => one.Kind == kind || (Hats.IsStaff(one.Kind) && Hats.IsStaff(kind)))], why);
    }

    /// <summary>Ends the session of a token. Returns how many: none where it had ended before.</summary>
    public static int OfToken(WriteTurn turn, byte[] tokenHash, string why)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return End(turn, [.. turn.Db.Sessions.Where(one => one.TokenHash == tokenHash && one.EndedAt == null)], why);
    }

    private static int End(WriteTurn turn, List<SessionRow> sessions, string why)
    {
        foreach (var one in sessions)
        {
            one.EndedAt = turn.Now;
            turn.Tell(JournalAct.SignedOut, words: new { session = one.Id, why });
        }

        // At once: in a turn that several share, what is written next is written in another's name.
        turn.Db.SaveChanges();
        return sessions.Count;
    }
}
