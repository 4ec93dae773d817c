using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Interop.Crypto;
using Cairn.Interop.Csv;
using Cairn.Interop.SignedRecords;
using Cairn.Learning.Credits;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Transfers;

namespace Cairn.App.Features.Transfers;

/// <summary>The signed record of a school that uses Cairn, read as an old transcript. What was only taken for granted there is no proof, and is left out: the school that it came from tells it.</summary>
/// <param name="Learner">Whose it says it is.</param>
/// <param name="Origin">The school and district that signed it.</param>
/// <param name="Print">The fingerprint of the key, which came in the file itself.</param>
/// <param name="Rows">Its lines.</param>
/// <param name="Left">Titles of what was only taken for granted there, with where they came from.</param>
public sealed record BroughtRecord(string Learner, string Origin, string Print, IReadOnlyList<PriorRow> Rows, IReadOnlyList<string> Left)
{
    /// <summary>The largest file that is read.</summary>
    internal const long Largest = 16 << 20;

    /// <summary>Is it a file of that kind, by its first sign that is no blank?</summary>
    internal static bool IsLike(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    /// <summary>Reads it; null where it is no record, or its signature does not hold.</summary>
    internal static BroughtRecord? Of(byte[] bytes)
    {
        if (RecordCheck.Of(bytes) is not { IsSound: true, File: { } file, Key: { } key } || file.Sheet() is not { } sheet) return null;
        var school = sheet.Person.School;
        var origin = school.Length == 0 || school == file.Issuer ? file.Issuer : $"{school}, {file.Issuer}";
        return new(file.Learner, Cut(origin, MostOrigin), KeyPrint.Of(key),
            [.. sheet.Lines.Where(one => one.ProvisionalUntil is null).Take(PriorRows.MostLines).Select(RowOf)],
            [.. sheet.Lines.Where(one => one.ProvisionalUntil is not null).Select(one => one.Origin.Length > 0 ? $"{one.Title} ({one.Origin})" : one.Title)]);
    }

    /// <summary>The fields that it fills.</summary>
    internal Typed Fields(Words words) => Typed.Of(words, [("origin", Origin), .. Rows.SelectMany((one, i) => PriorFields.Of(i + 1, one))]);

    private const int MostOrigin = 200;

    private static PriorRow RowOf(SheetLine line) =>
        new(Cut(line.Title, PriorLine.LongestTitle), Cut(line.Code, PriorLine.LongestCode), Cut(line.Grade.Length > 0 ? line.Grade : line.Percent, PriorLine.LongestCode), Math.Min(line.Hundredths, PriorLine.MostHundredths), line.EarnedOn);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
