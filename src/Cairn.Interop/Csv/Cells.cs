using System.Globalization;
using Cairn.Learning.Evidence;

namespace Cairn.Interop.Csv;

/// <summary>Reads the fields of a row, each with its rule; a field that breaks it is named, and its row is not taken.</summary>
internal sealed class Cells(Sheet sheet)
{
    private const int LongestCode = 200;

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF",
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFK", "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>Did every field so far keep its rule?</summary>
    public bool IsGood { get; private set; } = true;

    public string Code(string column)
    {
        var text = sheet[column];
        if (text.Length == 0) Wrong(column, $"{column} is not empty", "fill the cell in, or take the row out");
        else if (text.Length > LongestCode) Wrong(column, $"{column} is at most {LongestCode} characters", "shorten it");
        else if (text.Any(char.IsControl)) Wrong(column, $"{column} is one line of text", "take the line break or control character out");
        return text;
    }

    public bool Active(string column)
    {
        var text = sheet[column].ToLowerInvariant();
        if (text is not ("" or "active" or "archived" or "inactive")) Wrong(column, "status is active or archived", "write active or archived");
        return text is "" or "active";
    }

    public int Whole(string column, int least, int most, string rule)
    {
        if (Number(sheet[column]) is { } number && number >= least && number <= most && decimal.Truncate(number) == number) return (int)number;
        Wrong(column, rule, $"write a whole number from {least} to {most}");
        return least;
    }

    public int? WholeOrNone(string column, int least, int most, string rule) => sheet[column].Length == 0 ? null : Whole(column, least, most, rule);

    public decimal? LevelOrNone(string column, int most)
    {
        if (sheet[column].Length == 0) return null;
        if (Number(sheet[column]) is { } number && number >= 0 && number <= most && decimal.Round(number, 2) == number) return number;
        Wrong(column, $"{column} is a level on the scale, at most two decimals", $"write a number from 0 to {most}, or leave the cell empty");
        return null;
    }

    public bool Flag(string column, string fix = "write 1 for a completion, else 0")
    {
        var text = sheet[column];
        if (text is not ("" or "0" or "1")) Wrong(column, $"{column} is 0 or 1", fix);
        return text == "1";
    }

    public DateTime Moment(string column, TimeZoneInfo zone)
    {
        var text = sheet[column];
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsSane(day.Year))
            return ZonedDay.StartOf(day, zone);
        if (DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) && IsSane(moment.Year))
            return Learning.Instant.Utc(moment);
        Wrong(column, $"{column} is a moment in UTC, or a day, between 1900 and 2199", "write it as 2026-03-31 14:05:00, or as 2026-03-31");
        return DateTime.UnixEpoch;
    }

    public EvidenceKind Kind(string column)
    {
        switch (sheet[column].ToLowerInvariant())
        {
            case "" or "demonstration": return EvidenceKind.Demonstration;
            case "override" or "decision": return EvidenceKind.Decision;
            case "project": return EvidenceKind.Project;
            case "conversation" or "observation": return EvidenceKind.Conversation;
            case "performance" or "exhibition" or "presentation": return EvidenceKind.Performance;
            case "exam" or "test": return EvidenceKind.Exam;
            case "opportunity": return EvidenceKind.Opportunity;
            default:
                sheet.Odd(column, "the kind is not known and taken as demonstration", "write demonstration, project, conversation, performance, exam, opportunity or override");
                return EvidenceKind.Demonstration;
        }
    }

    public string Address(string column)
    {
        var text = sheet[column];
        if (text.Length > 0 && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            Wrong(column, $"{column} is an http or https address", "write the whole address, beginning with https://");
        return text;
    }

    public void Known(string column, bool isKnown, string where)
    {
        if (!isKnown) Wrong(column, $"{column} is one of {where}", $"correct it, or add it to {where}");
    }

    public void Once(string column, bool isNew, string rule)
    {
        if (!isNew) Wrong(column, rule, "take one of the two rows out, or give it another key");
    }

    public void Wrong(string column, string rule, string fix)
    {
        IsGood = false;
        sheet.Wrong(column, rule, fix);
    }

    private static bool IsSane(int year) => year is >= 1900 and < 2200;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
