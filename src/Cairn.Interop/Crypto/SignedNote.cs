using System.Buffers.Binary;
using System.Text;

namespace Cairn.Interop.Crypto;

/// <summary>One signature under a note.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="Number">The key's number (<see cref="NoteKey.Number"/>).</param>
/// <param name="Bytes">The signature.</param>
public sealed record NoteSignature(string Name, uint Number, byte[] Bytes);

/// <summary>A text with signatures under it: the text, an empty line, and a line for each signature.</summary>
/// <remarks>Source: C2SP signed-note.</remarks>
/// <param name="Text">The text that is signed: lines, the last one with its line feed too.</param>
/// <param name="Signatures">The signatures, in the order they stand in.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const int MostBytes = 1_000_000;
    private const int MostSignatures = 100;
    private const string Mark = "\u2014 ";

    /// <summary>Signs a text.</summary>
    /// <param name="text">Lines, the last one with its line feed too.</param>
    /// <param name="signer">Who signs.</param>
    public static SignedNote Sign(string text, NoteSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return new SignedNote(text, [new NoteSignature(signer.Key.Name, signer.Key.Number, signer.Sign(Encoding.UTF8.GetBytes(text)))]);
    }

    /// <summary>Reads a note; null where it is none. Whether a signature is good is asked by <see cref="IsSignedBy"/>.</summary>
    /// <param name="note">The whole note, at most a million bytes.</param>
    public static SignedNote? Read(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || note[^1] != '\n' || Encoding.UTF8.GetByteCount(note) > MostBytes) return null;
        var (text, lines) = (note[..(end + 1)], note[(end + 2)..].Split('\n')[..^1]);
        if (lines.Length is 0 or > MostSignatures || text.Any(one => one < ' ' && one != '\n')) return null;
        var signatures = lines.Select(ReadLine).ToList();
        return signatures.Contains(null) ? null : new SignedNote(text, signatures!);
    }

    /// <summary>Did a key sign this text?</summary>
    public bool IsSignedBy(NoteKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Signatures.Any(one => one.Name == key.Name && one.Number == key.Number && key.Signed(Encoding.UTF8.GetBytes(Text), one.Bytes));
    }

    /// <summary>The whole note.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var one in Signatures)
        {
            var bytes = new byte[sizeof(uint) + one.Bytes.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, one.Number);
            one.Bytes.CopyTo(bytes, sizeof(uint));
            note.Append(Mark).Append(one.Name).Append(' ').Append(Convert.ToBase64String(bytes)).Append('\n');
        }

        return note.ToString();
    }

    private static NoteSignature? ReadLine(string line)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal)) return null;
        var parts = line[Mark.Length..].Split(' ');
        if (parts.Length != 2 || !NoteKey.IsName(parts[0])) return null;
        var bytes = new byte[parts[1].Length];
        if (!Convert.TryFromBase64String(parts[1], bytes, out var length) || length < sizeof(uint) + 1) return null;
        return new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[sizeof(uint)..length]);
    }
}
