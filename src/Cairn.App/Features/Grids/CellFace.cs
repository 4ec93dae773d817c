namespace Cairn.App.Features.Grids;

/// <summary>How a look is counted and drawn: its cell as encoded HTML.</summary>
/// <param name="Kind">How it is counted: 1 to 4 by its step of colour, 0 for not yet seen, 5 for seen and too little yet.</param>
/// <param name="Open">The cell's opening tag.</param>
/// <param name="Inside">What is in it.</param>
internal sealed record CellFace(int Kind, byte[] Open, byte[] Inside)
{
    /// <summary>Seen, and too little yet for a level.</summary>
    public const int TooLittle = 5;

    /// <summary>Kinds that are counted apart.</summary>
    public const int Kinds = 6;

    /// <summary>The cell, whole.</summary>
    public byte[] Whole { get; } = [.. Open, .. Inside, .. "</td>"u8];
}
