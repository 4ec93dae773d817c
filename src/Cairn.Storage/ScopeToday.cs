namespace Cairn.Storage;

/// <summary>On which day the actor asks.</summary>
public sealed partial class Scope
{
    /// <summary>The district's day.</summary>
    public DateOnly Today => today;
}
