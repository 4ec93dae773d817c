using System.Globalization;
using System.Text;
using Cairn.Interop.Crypto;
using Cairn.Learning.Transcripts;

namespace Cairn.Interop.SignedRecords;

/// <summary>Codes of records that a district took back or corrected, as a signed note: who checks without a connection has it beside them.</summary>
public sealed class WithdrawnList
{
    private const string Format = "cairn-withdrawn-1";

    private readonly Dictionary<string, RecordState> _states;

    private WithdrawnList(DateOnly on, Dictionary<string, RecordState> states) => (On, _states) = (on, states);

    /// <summary>The day it was made.</summary>
    public DateOnly On { get; }

    /// <summary>How many codes it holds.</summary>
    public int Count => _states.Count;

    /// <summary>How a record stands by this list: withdrawn or corrected; null where it says nothing of it.</summary>
    public RecordState? StateOf(string code) => _states.TryGetValue(code, out var state) ? state : null;

    /// <summary>Writes a list.</summary>
    /// <param name="codes">Codes that were withdrawn or corrected.</param>
    /// <param name="on">The day.</param>
    /// <param name="signer">The district's key.</param>
    public static string Write(IEnumerable<(string Code, RecordState State)> codes, DateOnly on, NoteSigner signer)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var text = new StringBuilder().Append(Format).Append('\n').Append(on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('\n');
        foreach (var (code, state) in codes) text.Append(code).Append(' ').Append(state == RecordState.Withdrawn ? "withdrawn" : "corrected").Append('\n');
        return SignedNote.Sign(text.ToString(), signer).ToString();
    }

    /// <summary>Reads a list; null where it is none, or not signed by the key.</summary>
    public static WithdrawnList? Read(string note, NoteKey key)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (note.Length == 0 || SignedNote.Read(note) is not { } signed || !signed.IsSignedBy(key)) return null;
        var lines = signed.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 2 || lines[0] != Format || !DateOnly.TryParseExact(lines[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) return null;
        var states = new Dictionary<string, RecordState>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(2))
        {
            if (line.Split(' ') is not [var code, "withdrawn" or "corrected"]) return null;
            states[code] = line.EndsWith("withdrawn", StringComparison.Ordinal) ? RecordState.Withdrawn : RecordState.Corrected;
        }

        return new(on, states);
    }
}
