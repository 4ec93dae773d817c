namespace Cairn.Storage;

/// <summary>Something a person can mend stands in the way: what, and how. It is shown to them as it is.</summary>
public class RefusedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Refused, without words.</summary>
    public RefusedException() : this("") { }

    /// <summary>Refused, with words.</summary>
    public RefusedException(string message) : this(message, null) { }
}
