namespace Cairn.Storage.Families;

/// <summary>What came of a change.</summary>
public enum Changed
{
    /// <summary>It is done.</summary>
    Done = 1,

    /// <summary>It is not there for whoever wants it.</summary>
    NotThere = 2,

    /// <summary>Somebody else changed it since it was read.</summary>
    Overtaken = 3,

    /// <summary>It has moved on, and takes no such change any more.</summary>
    TooLate = 4,
}
