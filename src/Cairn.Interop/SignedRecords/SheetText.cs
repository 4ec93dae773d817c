using System.Text.Json;
using Cairn.Learning.Transcripts;

namespace Cairn.Interop.SignedRecords;

/// <summary>Sheets as text: the same sheet is always the same text.</summary>
public static class SheetText
{
    /// <summary>Do two sheets print the same, whatever their days are?</summary>
    public static bool AreSame(TranscriptSheet left, TranscriptSheet right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Of(left with { On = default }) == Of(right with { On = default });
    }

    private static string Of(TranscriptSheet sheet) => RecordFile.Hash(System.Text.Json.Nodes.JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(sheet, RecordSections.Json)));
}
