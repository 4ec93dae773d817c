namespace Cairn.Storage.Standings;

/// <summary>
/// What can be seen of a cell on a day, in sixteen bytes: equal looks are drawn alike, so that each is drawn once. Level and
/// value are hundredths, -1 for none.
/// </summary>
/// <param name="Stage">The stage; 0 where there is no continuum.</param>
/// <param name="Marks">What is marked on it.</param>
/// <param name="Level">The level that holds.</param>
/// <param name="Value">The value behind it, where it is shown.</param>
/// <param name="Completed">Boxes filled.</param>
/// <param name="Missed">Missed chances.</param>
/// <param name="Required">Boxes asked for.</param>
/// <param name="Pieces">Experiences that gave a level or a completion.</param>
public readonly record struct CellLook(byte Stage, LookMarks Marks, int Level, int Value, ushort Completed, ushort Missed, ushort Required, ushort Pieces);

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
