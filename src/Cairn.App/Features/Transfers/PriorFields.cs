using System.Globalization;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Interop.Csv;
using Cairn.Learning.Credits;
using Cairn.Storage.Transfers;

namespace Cairn.App.Features.Transfers;

/// <summary>The lines of an old transcript as fields of a form: title, code, grade, credit and last day, each with its number.</summary>
internal static class PriorFields
{
    /// <summary>The field that says how many lines the form has.</summary>
    public const string Rows = "rows";

    private const int Usual = 4;
    private const int MoreThanTyped = 1;
    private const int Asked = 4;

    /// <summary>Fields of one line.</summary>
    public static IEnumerable<(string Name, object? Value)> Of(int number, PriorRow row) =>
    [
        ($"title-{number}", row.Title), ($"code-{number}", row.Code), ($"grade-{number}", row.Grade), ($"credit-{number}", (row.Hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture)),
        ($"ended-{number}", row.EndedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
    ];

    /// <summary>How many lines the form has: some more than were typed.</summary>
    public static int CountOf(Typed typed)
    {
        var last = Enumerable.Range(1, PriorRows.MostLines).LastOrDefault(one => typed[$"title-{one}"].Length > 0 || typed[$"credit-{one}"].Length > 0);
        var had = int.TryParse(typed[Rows], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : 0;
        return Math.Min(PriorRows.MostLines, Math.Max(Math.Max(Usual, last + MoreThanTyped), typed["do"] == "more" ? had + Asked : had));
    }

    /// <summary>The lines that were typed, each fault at its field. The same course does not stand twice, neither here nor beside what was brought of that school before.</summary>
    public static IReadOnlyList<TypedPrior> Read(Typed typed, Words words, DateOnly today, IReadOnlyList<PriorLine> before)
    {
        List<TypedPrior> known = [.. before.Select(TypedPrior.Of)];
        List<TypedPrior> lines = [];
        for (var i = 1; i <= PriorRows.MostLines; i++)
        {
            if (typed[$"title-{i}"].Length + typed[$"code-{i}"].Length + typed[$"grade-{i}"].Length + typed[$"credit-{i}"].Length + typed[$"ended-{i}"].Length == 0) continue;
            var title = typed.Text($"title-{i}", PriorLine.LongestTitle, isNeeded: true);
            var (code, grade) = (typed.Text($"code-{i}", PriorLine.LongestCode), typed.Text($"grade-{i}", PriorLine.LongestCode));
            if (typed[$"credit-{i}"].Length == 0) typed.Refuse($"credit-{i}", words["transfer.credit.needed"]);
            var credit = typed.NumberOrNone($"credit-{i}", 0, PriorLine.MostHundredths / 100) ?? 0;
            var ended = typed[$"ended-{i}"].Length > 0 ? typed.Day($"ended-{i}") : null;
            if (ended > today && credit > 0) typed.Refuse($"ended-{i}", words["transfer.ended.future"]);
            lines.Add(new TypedPrior(title, code, grade, (int)(credit * 100), ended));
            if (title.Length > 0 && known.Exists(lines[^1].IsSameAs)) typed.Refuse($"title-{i}", words["transfer.line.twice"]);
            known.Add(lines[^1]);
        }

        if (lines.Count == 0) typed.Refuse("title-1", words["transfer.lines.none"]);
        return lines;
    }
}
