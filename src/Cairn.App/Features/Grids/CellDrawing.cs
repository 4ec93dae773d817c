using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning.Mastery;
using Cairn.Storage.Standings;
using BoxRow = Cairn.App.Ui.Icons.BoxRow;

namespace Cairn.App.Features.Grids;

/// <summary>What a cell of the grid says.</summary>
/// <param name="Step">The step of colour and stones, 0 for none.</param>
/// <param name="Text">The level's word, or the state of what has no level.</param>
/// <param name="Short">The level's number; empty for none, and then a sign says whether a condition is met.</param>
/// <param name="Stage">The stage that colours it; null where there is no continuum.</param>
/// <param name="Boxes">Boxes for evidence.</param>
/// <param name="Pieces">Pieces of evidence that gave a level.</param>
/// <param name="Marks">What is marked.</param>
/// <param name="IsFar">Are there more levels than digits?</param>
internal sealed record CellFacts(int Step, string Text, string Short, int? Stage, Boxes Boxes, int Pieces, LookMarks Marks, bool IsFar = false);

/// <summary>Draws one cell: number, stones, boxes, the count of evidence and marks for the eye, and all of it in words for the ear. Nothing is said by colour alone.</summary>
internal static class CellDrawing
{
    /// <summary>Boxes that stand as boxes; more are said as numbers, because a cell is narrow.</summary>
    public const int MostBoxes = 4;

    private const int Pitch = 11;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Every row of boxes that a cell can show, for the page's sprite.</summary>
    public static byte[] Sprite { get; } = Encoding.UTF8.GetBytes("<svg class=\"Sprite\" aria-hidden=\"true\"><defs>" + string.Concat(
        from had in Enumerable.Range(0, MostBoxes + 1)
        from missed in Enumerable.Range(0, MostBoxes + 1 - had)
        from needed in Enumerable.Range(0, MostBoxes + 1 - had - missed)
        where had + missed + needed > 0
        select Row(had, missed, needed)) + "</defs></svg>");

    public static CellFace Of(CellFacts of, Words words)
    {
        var html = new StringBuilder(Encoder.Encode(of.Short));
        if (of.Step > 0)
        {
            if (of.Short.Length == 0) html.Append("<svg class=\"s\"><use href=\"#").Append(of.Step == LevelLook.StepOfCondition(isShown: true, pieces: 1) ? "check" : "half").Append("\"/></svg>");
            html.Append("<svg><use href=\"#s").Append(of.Step).Append("\"/></svg>");
        }

        // What follows stands at few places, and alike in alike cells: so a page of thousands of cells stays small when it is pressed.
        html.Append("<i>").Append(Encoder.Encode(InWords(of, words))).Append("</i>");
        Evidence(html, of, words);
        Mark(html, of.Marks, LookMarks.SetByPerson, "person", "m", words["kit.chip.person"]);
        Mark(html, of.Marks, LookMarks.Stale, "clock", "m m--start", words["kit.chip.stale"]);
        Mark(html, of.Marks, LookMarks.NeedsRefresh, "refresh", "m m--start", words["grid.refresh"]);
        return new CellFace(of.Step > 0 ? of.Step : of.Boxes.Completed > 0 || of.Pieces > 0 ? CellFace.TooLittle : 0,
            Encoding.UTF8.GetBytes(Open(of)), Encoding.UTF8.GetBytes(html.ToString()));
    }

    /// <summary>What is said between the level's number and the count of pieces.</summary>
    public static string InWords(CellFacts of, Words words) => words["grid.cell", ("level", of.Text), ("stage", of.Stage ?? 0),
        ("had", of.Boxes.Completed), ("all", of.Boxes.Required), ("missed", of.Boxes.Missed), ("counted", IsCounted(of))];

    // On a long scale digits choose among the levels around the stage.
    private static string Open(CellFacts of) => (of.Step > 0 ? $"<td class=\"L{of.Step}\"" : "<td") + (of is { IsFar: true, Stage: { } stage } ? $" data-stage=\"{stage}\">" : ">");

    // Where every piece has a box of its own, the boxes are the count.
    private static bool IsCounted(CellFacts of) => of.Pieces > 0 && of.Pieces != of.Boxes.Completed;

    private static void Evidence(StringBuilder html, CellFacts of, Words words)
    {
        var (all, had, missed) = (of.Boxes.Required, of.Boxes.Completed, Math.Min(of.Boxes.Missed, of.Boxes.Empty));
        if (all == 0 && !IsCounted(of)) return;
        html.Append("<small>");
        if (all is > 0 and <= MostBoxes)
            html.Append("<svg viewBox=\"0 0 ").Append(Width(all)).Append(" 9\"><use href=\"#x").Append(had).Append(missed).Append(of.Boxes.Empty - missed).Append("\"/></svg>");
        else if (all > MostBoxes)
            html.Append("<s aria-hidden=\"true\"><svg viewBox=\"0 0 9 9\"><use href=\"#x").Append(missed > 0 ? "010" : "100").Append("\"/></svg>").Append(Encoder.Encode(words["grid.boxes.short", ("had", had), ("all", all)])).Append(IsCounted(of) ? " · </s>" : "</s>");
        if (IsCounted(of)) html.Append(Encoder.Encode(words.Number(of.Pieces)));
        html.Append("</small>");
    }

    private static void Mark(StringBuilder html, LookMarks marks, LookMarks mark, string icon, string look, string said)
    {
        if (marks.HasFlag(mark)) html.Append("<svg class=\"").Append(look).Append("\"><use href=\"#").Append(icon).Append("\"/></svg><i>").Append(Encoder.Encode(said)).Append("</i>");
    }

    private static int Width(int boxes) => (boxes * Pitch) - 2;

    // One shape for each row of boxes: a page shows thousands of them, and a browser copies every shape that stands in what is used.
    private static string Row(int had, int missed, int needed) => $"<path id=\"x{had}{missed}{needed}\" d=\"" + string.Concat(
        Enumerable.Repeat(BoxRow.FilledBox, had).Concat(Enumerable.Repeat(BoxRow.SlashedBox, missed)).Concat(Enumerable.Repeat(BoxRow.EmptyBox, needed)).Select((box, i) => $"M{i * Pitch} 0{box}")) + "\"/>";
}
