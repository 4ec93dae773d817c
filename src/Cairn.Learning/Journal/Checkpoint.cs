using System.Globalization;
using System.Text;

namespace Cairn.Learning.Journal;

/// <summary>
/// The state of a journal at a size, as the text that is signed: a line for the journal's name, one for the size, one for the
/// root, each with a line feed behind it. The signature is added elsewhere.
/// </summary>
/// <remarks>Source: C2SP tlog-checkpoint, "Note text"; C2SP signed-note for what a text may hold.</remarks>
/// <param name="Origin">The journal's name, the same for all its checkpoints: one line without control characters, best an address
/// without its scheme, without spaces and plus signs.</param>
/// <param name="Size">How many leaves it has, from 0.</param>
/// <param name="Root">The root of their tree.</param>
public sealed record Checkpoint(string Origin, long Size, TreeHash Root)
{
    /// <summary>The journal's name.</summary>
    /// <exception cref="ArgumentException">It is not one line of plain text.</exception>
    public string Origin { get; } = IsLine(Origin) ? Origin : throw new ArgumentException("A journal's name is one line of text.", nameof(Origin));

    /// <summary>How many leaves it has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public long Size { get; } = Size >= 0 ? Size : throw new ArgumentOutOfRangeException(nameof(Size));

    /// <summary>Lines after the third with their line feeds, kept as they came. Cairn writes none: nobody can audit them.</summary>
    public string Extensions { get; private init; } = "";

    /// <summary>The text that is signed.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.ToBytes())}\n{Extensions}");

    /// <summary>The bytes that are signed: the text in UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(Text);

    /// <summary>Reads the text of a checkpoint; null where it is none. What is read is written again byte for byte.</summary>
    /// <param name="text">The text without the empty line and the signatures behind it.</param>
    public static Checkpoint? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length > 0 || !lines[..^1].All(IsLine)) return null;
        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return null;
        Span<byte> root = stackalloc byte[TreeHash.Length + 1];
        if (!Convert.TryFromBase64String(lines[2], root, out var length) || length != TreeHash.Length) return null;
        var read = new Checkpoint(lines[0], size, TreeHash.From(root[..length])) { Extensions = string.Concat(lines[3..^1].Select(line => line + "\n")) };
        // A number with zeros before it, or base 64 with spaces or loose bits, would be another text than the one that was signed.
        return read.Text == text ? read : null;
    }

    // A surrogate without its other half becomes U+FFFD in UTF-8, and would not come back.
    private static bool IsLine(string text) =>
        !string.IsNullOrEmpty(text) && text.EnumerateRunes().All(rune => rune.Value >= ' ' && rune != Rune.ReplacementChar);
}
