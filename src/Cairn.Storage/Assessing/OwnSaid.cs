using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Assessing;

/// <summary>What learners say of their own work.</summary>
public static class OwnSaid
{
    /// <summary>Records what a form says, unless it came before: its judgments have ids of the form's key.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="said">The judgments, with their words.</param>
    /// <returns>Was anything recorded?</returns>
    public static bool Record(WriteTurn turn, Recording said)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(said);
        var ids = said.Judgments.Select(one => one.Id).ToList();
        if (turn.Db.Judgments.AsNoTracking().Any(one => one.Learner == said.Learner && ids.Contains(one.Id))) return false;
        turn.RecordNow(said);
        return true;
    }
}
