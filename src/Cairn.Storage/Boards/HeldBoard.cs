using Cairn.Learning;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Boards;

/// <summary>What boards hold of a learner, for an archive that is handed over; and how an erasure takes it out.</summary>
/// <param name="Hands">Hands that were up, oldest first.</param>
/// <param name="Focuses">What the learner is on, by group.</param>
public sealed record HeldBoard(IReadOnlyList<Hand> Hands, IReadOnlyList<Focus> Focuses)
{
    /// <summary>Nothing.</summary>
    public static HeldBoard None { get; } = new([], []);

    /// <summary>Kinds of rows whose entries in the journal go with the words.</summary>
    internal static IReadOnlyList<Type> Kinds { get; } = [typeof(Hand)];

    /// <summary>Who came when a hand was up.</summary>
    public IEnumerable<Guid> People => Hands.Select(one => one.LoweredBy.Value);

    internal static HeldBoard Of(Db db, LearnerId learner) => new(
        [.. db.Hands.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RaisedAt)], [.. db.Focuses.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.Since)]);

    /// <summary>Takes out what a learner would have liked a hand with; that a hand was up stays.</summary>
    internal static void Erase(Db db, LearnerId learner)
    {
        foreach (var hand in db.Hands.Where(one => one.Learner == learner).ToList()) hand.Erase();
        db.RemoveRange(db.Focuses.Where(one => one.Learner == learner));
    }
}
