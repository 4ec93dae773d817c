namespace Cairn.Storage.Standings;

/// <summary>
/// What can be seen of a cell on a day, in sixteen bytes: equal looks are drawn alike, so that each is drawn once. Level and
/// value are hundredths, -1 for none.
/// </summary>
public readonly record struct CellLook
{
    private readonly ulong _standing;
    private readonly ulong _evidence;

    /// <summary>Packs what is seen.</summary>
    public CellLook(byte stage, LookMarks marks, int level, int value, ushort completed, ushort missed, ushort required, ushort pieces)
    {
        _standing = stage | ((ulong)marks << 8) | ((ulong)(uint)(level + 1) << 16) | ((ulong)(uint)(value + 1) << 40);
        _evidence = completed | ((ulong)missed << 16) | ((ulong)required << 32) | ((ulong)pieces << 48);
    }

    /// <summary>The stage; 0 where there is no continuum, or where it makes no difference.</summary>
    public byte Stage => (byte)(_standing & 0xFF);

    /// <summary>What is marked on it.</summary>
    public LookMarks Marks => (LookMarks)((_standing >> 8) & 0xFF);

    /// <summary>The level that holds, up to 655.35.</summary>
    public int Level => (int)((_standing >> 16) & 0xFF_FFFF) - 1;

    /// <summary>The value behind it, where it is shown, up to 655.35.</summary>
    public int Value => (int)(_standing >> 40) - 1;

    /// <summary>Boxes filled.</summary>
    public ushort Completed => (ushort)(_evidence & 0xFFFF);

    /// <summary>Missed chances.</summary>
    public ushort Missed => (ushort)((_evidence >> 16) & 0xFFFF);

    /// <summary>Boxes asked for.</summary>
    public ushort Required => (ushort)((_evidence >> 32) & 0xFFFF);

    /// <summary>Experiences that gave a level or a completion.</summary>
    public ushort Pieces => (ushort)(_evidence >> 48);

    /// <summary>The same whatever the stage.</summary>
    public CellLook AtNoStage => new(0, Marks, Level, Value, Completed, Missed, Required, Pieces);

    /// <summary>The same without what only its drawing needs: alike ones are counted alike.</summary>
    public CellLook Counted => new(Stage, Marks & (LookMarks.Proficient | LookMarks.SetByPerson), Level, -1, Math.Min(Completed, (ushort)1), 0, 0, Math.Min(Pieces, (ushort)1));

    /// <inheritdoc/>
    public bool Equals(CellLook other) => _standing == other._standing && _evidence == other._evidence;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_standing, _evidence);
}

/// <summary>What is marked on a cell.</summary>
[Flags]
public enum LookMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is Proficient by the rule.</summary>
    Proficient = 1,

    /// <summary>A person set the level.</summary>
    SetByPerson = 2,

    /// <summary>Newer evidence has come since a person set it.</summary>
    Stale = 4,

    /// <summary>A refresh is asked for.</summary>
    NeedsRefresh = 8,
}
