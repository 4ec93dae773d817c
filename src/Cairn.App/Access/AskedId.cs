namespace Cairn.App.Access;

/// <summary>An id that an address may ask for. One that is left empty, as a form leaves it where nothing was chosen, or that is none, asks for nothing: it is no fault of the request.</summary>
/// <param name="Value">The id; null where nothing is asked for.</param>
internal readonly record struct AskedId(Guid? Value)
{
    /// <summary>Reads it from an address, whatever stands there.</summary>
    public static bool TryParse(string? text, out AskedId id)
    {
        id = new(Guid.TryParse(text, out var read) ? read : null);
        return true;
    }
}
