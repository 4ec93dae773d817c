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

/// <summary>Makes a change that may come too late.</summary>
internal static class Changing
{
    /// <summary>Changes and stores; what has moved on, and says so by an <see cref="InvalidOperationException"/>, stays as it is.</summary>
    public static Changed Do(WriteTurn turn, Action change)
    {
        try
        {
            change();
        }
        catch (InvalidOperationException)
        {
            return Changed.TooLate;
        }

        turn.Db.SaveChanges();
        return Changed.Done;
    }
}
