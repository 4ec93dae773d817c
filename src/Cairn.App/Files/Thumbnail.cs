namespace Cairn.App.Files;

/// <summary>A small picture, drawn anew: nothing of the file is in it but what is seen.</summary>
/// <param name="Type">image/jpeg, or image/png where something shines through.</param>
/// <param name="Bytes">The picture.</param>
internal sealed record Thumbnail(string Type, byte[] Bytes)
{
    public const int LongestSide = 2048;

    /// <summary>More dots than this are not decoded at all: 50 million, 200 MB in memory.</summary>
    public const long MostPixels = 50_000_000;
}
