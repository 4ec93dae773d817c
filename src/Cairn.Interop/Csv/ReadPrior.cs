using System.Globalization;

namespace Cairn.Interop.Csv;

/// <summary>A line of another school's transcript as a sheet has it.</summary>
/// <param name="Title">The course title.</param>
/// <param name="Code">The course code; empty for none.</param>
/// <param name="Grade">The grade; empty for none.</param>
/// <param name="Hundredths">The credit, in hundredths of a credit.</param>
/// <param name="EndedOn">The last day of the course; null where the sheet does not say it.</param>
public sealed record PriorRow(string Title, string Code, string Grade, int Hundredths, DateOnly? EndedOn);

/// <summary>Reads a transcript of another school from a sheet: title and credit, and where they are there code, grade and the day it ended.</summary>
public static class ReadPrior
{
    /// <summary>The most lines that are read.</summary>
    public const int Most = 80;

    private const int LongestTitle = 200;
    private const int LongestWord = 40;
    private const decimal MostCredit = 10;
    private static readonly string[] Needed = ["title", "credit"];
    private static readonly string[] More = ["code", "grade", "ended"];

    /// <summary>Reads the sheet; rows that break a rule are named and left out.</summary>
    public static IReadOnlyList<PriorRow> From(Stream csv, string file, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var rows = new List<PriorRow>();
        Sheet.Read(file, csv, Needed, name => More.Contains(name, StringComparer.Ordinal), faults, _ => { }, sheet =>
        {
            if (rows.Count == Most) faults.Error(file, sheet.Row, "", "", $"a transcript has at most {Most} lines", "leave out what is no course");
            if (rows.Count >= Most) return;
            var cells = new Cells(sheet);
            if (sheet["title"].Length is 0 or > LongestTitle) cells.Wrong("title", $"title is from 1 to {LongestTitle} characters", "write the course title as it stands on the transcript");
            foreach (var column in (string[])["code", "grade"])
                if (sheet[column].Length > LongestWord) cells.Wrong(column, $"{column} is at most {LongestWord} characters", "shorten it");
            var credit = CreditOf(sheet["credit"]);
            if (credit is null) cells.Wrong("credit", $"credit is a number from 0 to {MostCredit}, two decimals at most", "write 0.5 for half a credit, and 0 for a course that was under way");
            DateOnly? ended = null;
            if (sheet["ended"].Length > 0 && (ended = DayOf(sheet["ended"])) is null) cells.Wrong("ended", "ended is a day as year-month-day", "write 2026-01-31, or leave the cell empty");
            if (cells.IsGood) rows.Add(new PriorRow(sheet["title"], sheet["code"], sheet["grade"], credit!.Value, ended));
        });
        if (rows.Count == 0 && faults.Errors.Count == 0) faults.Error(file, 0, "", "", "a transcript has at least one line", "write a row for each course");
        return rows;
    }

    private static int? CreditOf(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var credit) && credit <= MostCredit && decimal.Round(credit, 2) == credit ? (int)(credit * 100) : null;

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200 ? day : null;
}
