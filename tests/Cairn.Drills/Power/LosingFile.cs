using System.Runtime.InteropServices;

namespace Cairn.Drills.Power;

/// <summary>A file on a disk that keeps for sure only what was flushed.</summary>
internal sealed class LosingFile
{
    private const int Sector = 512;

    private readonly List<Logged> _waiting = [];
    private List<byte> _held = [];

    /// <summary>Takes a write or a cut; it is on the disk once it is flushed.</summary>
    public void Take(Logged deed) => _waiting.Add(deed);

    /// <summary>Everything taken so far is on the disk.</summary>
    public void Flush()
    {
        foreach (var deed in _waiting) Apply(_held, deed);
        _waiting.Clear();
    }

    /// <summary>A flush failed: some of what waited is on the disk; the system has dropped the rest and will not write it again.</summary>
    public void Fail(Random chance)
    {
        _held = AfterCut(chance);
        _waiting.Clear();
    }

    /// <summary>What is found after the power was cut: of what was not flushed any part, in sectors.</summary>
    public List<byte> AfterCut(Random chance)
    {
        var found = new List<byte>(_held);
        foreach (var deed in _waiting)
        {
            var fate = chance.Next(3);
            if (fate == 1) Apply(found, deed);
            if (fate == 2) Tear(found, deed, chance);
        }

        return found;
    }

    private static void Tear(List<byte> file, Logged deed, Random chance)
    {
        // A cut is one change of the file's entry: it happened, or it did not.
        if (deed.What == Deed.Truncate) return;
        var end = deed.At + deed.Data.Length;
        // A file may have become longer without its data.
        if (end > file.Count && chance.Next(2) == 0) Resize(file, end);
        for (var at = deed.At; at < end;)
        {
            var next = Math.Min(end, (at / Sector + 1) * Sector);
            if (chance.Next(2) == 0) Apply(file, deed with { At = at, Data = deed.Data[(int)(at - deed.At)..(int)(next - deed.At)] });
            at = next;
        }
    }

    private static void Apply(List<byte> to, Logged deed)
    {
        if (deed.What == Deed.Truncate)
        {
            Resize(to, deed.At);
            return;
        }

        var end = deed.At + deed.Data.Length;
        if (end > to.Count) Resize(to, end);
        deed.Data.CopyTo(CollectionsMarshal.AsSpan(to)[(int)deed.At..]);
    }

    private static void Resize(List<byte> file, long length)
    {
        var before = file.Count;
        CollectionsMarshal.SetCount(file, (int)length);
        // What no write has reached is zero.
        if (length > before) CollectionsMarshal.AsSpan(file)[before..].Clear();
    }
}
