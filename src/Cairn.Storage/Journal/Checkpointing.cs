using System.Globalization;
using Cairn.Learning.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal;

/// <summary>The signed states of a district's journal.</summary>
public static class Checkpointing
{
    /// <summary>The journal's name, the same for all its checkpoints: the district's, and the beginning of the first leaf, which no other
    /// journal has. Null while there is no leaf.</summary>
    public static string? OriginOf(Db db, string district)
    {
        ArgumentNullException.ThrowIfNull(db);
        var first = db.Journal.AsNoTracking().Where(one => one.Index == 0).Select(one => one.Leaf).FirstOrDefault();
        return first is null ? null : $"cairn/{district}/{Convert.ToHexStringLower(first, 0, 8)}";
    }

    /// <summary>The checkpoint that a stored row is of.</summary>
    public static Checkpoint Of(string origin, CheckpointRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new Checkpoint(origin, row.Size, TreeHash.From(row.Root));
    }

    /// <summary>The newest checkpoints, newest first.</summary>
    public static IReadOnlyList<CheckpointRow> Newest(Db db, int most)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.Checkpoints.AsNoTracking().OrderByDescending(one => one.Size).Take(most)];
    }

    /// <summary>How many entries the journal has.</summary>
    public static long SizeOf(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Head.AsNoTracking().Select(one => one.Tree).FirstOrDefault() is { Length: > 0 } tree ? TreeEdge.Read(tree)?.Size ?? 0 : 0;
    }

    /// <summary>Makes a checkpoint of what the journal holds; the one there is where nothing came since. What the turn itself writes is not in it.</summary>
    /// <param name="turn">A turn of its own.</param>
    /// <param name="district">The district's name.</param>
    /// <param name="sign">Signs a checkpoint: the name of the key, and the signature.</param>
    /// <returns>The checkpoint; null while the journal is empty.</returns>
    public static CheckpointRow? Make(WriteTurn turn, string district, Func<Checkpoint, (string Key, byte[] Signature)> sign)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(sign);
        var tree = turn.Db.Head.AsNoTracking().Select(one => one.Tree).First();
        if (tree.Length == 0 || TreeEdge.Read(tree) is not { Size: > 0 } edge) return null;
        if (turn.Db.Checkpoints.AsNoTracking().FirstOrDefault(one => one.Size == edge.Size) is { } there) return there;
        var origin = OriginOf(turn.Db, district) ?? throw new RefusedException(string.Create(CultureInfo.InvariantCulture, $"The journal has no first entry, though it should have {edge.Size}. Run cairn verify."));
        var checkpoint = new Checkpoint(origin, edge.Size, edge.Root());
        var (key, signature) = sign(checkpoint);
        var row = new CheckpointRow(checkpoint.Size, turn.Now, checkpoint.Root.ToBytes(), key, signature);
        turn.Db.Add(row);
        return row;
    }
}
