namespace Cairn.Storage;

/// <summary>Something a person can mend stands in the way: what, and how. It is shown to them as it is.</summary>
public sealed class RefusedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Refused, without words.</summary>
    public RefusedException() : this("") { }

    /// <summary>Is it only that something is sealed, and no passphrase was given?</summary>
    public bool NeedsPassphrase { get; init; }

    /// <summary>Refused, with words.</summary>
    public RefusedException(string message) : this(message, null) { }
}
