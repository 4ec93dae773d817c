using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Storage.Assessing;

namespace Cairn.App.Features.Assessing;

/// <summary>POST /evidence/{piece}/feedback: words at a place in the work.</summary>
internal static class GiveFeedback
{
    public const int Longest = 2000;

    public static async Task<IResult?> Take(Guid piece, Visit visit, Words words, HttpContext http)
    {
        if (SeenPiece.Find(visit, new EvidenceId(piece)) is not { } seen) return null;
        var typed = await Typed.Read(http, words);
        var said = typed.Text("words", Longest, isNeeded: true);
        var at = Where(seen, typed, words);
        if (!typed.IsGood) return ShowPiece.Page(seen, typed, http);
        var (actor, today) = (visit.Actor!, visit.Today);
        var done = await visit.Write(turn => FeedbackRows.Add(turn, actor, today, seen.Learner.Id, seen.Piece.Id, at.Position, at.Anchor, said));
        return await JudgePiece.Answered(done, seen, typed, words, http);
    }

    private static (int? Position, Anchor Anchor) Where(SeenPiece seen, Typed typed, Words words)
    {
        var parts = typed["where"].Split('.');
        int? position = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (position is { } file && seen.Files.All(one => one.Position != file)) typed.Refuse("where", words["form.choose"]);
        if ((Chosen(typed, seen.Reading) ?? Read(parts[0], typed["at"].Trim(), position, seen.Reading)) is { IsGood: true } anchor) return (position, anchor);
        typed.Refuse("at", words["piece.feedback.at.wrong", ("kind", parts[0] is "time" or "spot" or "passage" ? parts[0] : "other")]);
        return default;
    }

    // What was chosen in the text itself: where it begins and how long it is, so that the second of two like passages is meant where it was marked.
    // A page holds each end of a line as one letter, and so does what it counts.
    private static Anchor? Chosen(Typed typed, string reading)
    {
        if (typed["where"] != "passage" || Whole(typed["first"]) is not { } first || Whole(typed["letters"]) is not { } letters) return null;
        var shown = reading.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (letters == 0 || first > shown.Length - letters) return null;
        var begins = Raw(reading, first);
        return new Anchor(AnchorKind.Passage, begins, Raw(reading, first + letters) - begins);
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Raw(string reading, int shown)
    {
        var at = 0;
        for (; shown > 0; shown--) at += reading[at] == '\r' && at + 1 < reading.Length && reading[at + 1] == '\n' ? 2 : 1;
        return at;
    }

    private static Anchor? Read(string kind, string at, int? position, string reading) => kind switch
    {
        "whole" => Anchor.Whole,
        "time" when position is not null => Anchor.AtTime(at),
        "spot" when position is not null => Spot(at),
        // The words that are meant, as they stand in the text.
        "passage" when position is null && at.Length > 0 && reading.IndexOf(at, StringComparison.Ordinal) is >= 0 and var first => new Anchor(AnchorKind.Passage, first, at.Length),
        _ => null,
    };

    // Across and down, in percent: "40, 25.5".
    private static Anchor? Spot(string at)
    {
        var parts = at.Replace('%', ' ').Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Percent(parts[0]) is { } across && Percent(parts[1]) is { } down ? new Anchor(AnchorKind.Spot, across, down) : null;
    }

    private static int? Percent(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 100 ? (int)Math.Round(number * 10, MidpointRounding.AwayFromZero) : null;
}
