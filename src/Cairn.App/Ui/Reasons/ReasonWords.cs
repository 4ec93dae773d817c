using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;

namespace Cairn.App.Ui.Reasons;

/// <summary>Says a conclusion's reasons in a reader's words: Learning gives codes and numbers, never sentences.</summary>
internal sealed class ReasonWords(Words.Words words)
{
    /// <summary>Why something did not count.</summary>
    public string Of(DropReason why) => words[$"reason.dropped.{why}"];

    /// <summary>Why there is no value, or why it is not Proficient.</summary>
    public string Of(NotYet why) => words[$"reason.notYet.{why.Reason}", ("have", why.Have), ("need", why.Need)];

    /// <summary>A rule in one sentence.</summary>
    public string Of(DeterminationRule rule, bool ofParts = false) => Of(rule, ofParts ? "parts" : "pieces");

    private string Of(DeterminationRule rule, string what) => rule switch
    {
        MostRecent one => words["rule.most-recent", ("last", one.Last), ("middle", one.Combine.ToString())],
        Highest one => words["rule.highest", ("best", one.Best), ("what", what)],
        Median one => words["rule.median", ("last", one.Last ?? 0), ("what", what)],
        Mode one => words["rule.mode", ("tie", one.Tie.ToString())],
        TimesShown one => words["rule.times-shown", ("times", one.Times), ("threshold", one.Threshold)],
        WeightedRecent one => words["rule.weighted-recent", ("weight", one.Weight)],
        DecayingAverage one => words["rule.decaying-average", ("weight", one.Weight)],
        Points one => words["rule.points", ("needed", one.Needed)],
        Continuum => words["rule.continuum"],
        Judged one => words["rule.judged", ("moderation", one.NeedsModeration)],
        _ => words[$"rule.{rule.Name}", ("what", what)],
    };

    /// <summary>What a line of arithmetic computes.</summary>
    public string Of(ArithmeticLine line) => line.Kind == ArithmeticKind.FitError
        ? words["arithmetic.FitError", ("curve", line.Formula)] : words[$"arithmetic.{line.Kind}"];

    /// <summary>The formula of a line and what comes of it.</summary>
    public static string Formula(ArithmeticLine line) => (line.Kind, line.Result) switch
    {
        (ArithmeticKind.FitError, { } error) => ArithmeticLine.Print(error),
        (ArithmeticKind.Rounded, { } rounded) => $"{line.Formula} → {ArithmeticLine.Print(rounded)}",
        (_, { } result) when line.Formula != ArithmeticLine.Print(result) => $"{line.Formula} = {ArithmeticLine.Print(result)}",
        _ => line.Formula,
    };

    /// <summary>What would change a conclusion, in sentences: open boxes first, then what one more piece would do.</summary>
    public IEnumerable<string> Of(IReadOnlyList<Change> changes, Held now, Func<TargetId, string> target, Func<ProficiencyLevel, string> level)
    {
        foreach (var change in changes)
        {
            var text = change switch
            {
                FillBoxes { Target: { } at } one => words["change.boxesOf", ("pieces", one.Pieces), ("target", target(at))],
                FillBoxes one => words["change.boxes", ("pieces", one.Pieces)],
                RaiseMean one => words["change.mean", ("from", one.From), ("to", one.To)],
                ReplaceLow one => words["change.low", ("target", target(one.Target)), ("minimum", one.Minimum)],
                ShowTarget one => words["change.show", ("target", target(one.Target))],
                JudgeWhole one => words["change.whole", ("moderator", one.ByModerator)],
                _ => null,
            };
            if (text is not null) yield return text;
        }

        foreach (var text in NextPiece([.. changes.OfType<NextPiece>()], now, level)) yield return text;
    }

    // Runs of levels that lead to the same level are said together: "One more piece at 3 Solid or higher makes it 3 Solid."
    private IEnumerable<string> NextPiece(List<NextPiece> pieces, Held now, Func<ProficiencyLevel, string> level)
    {
        for (var i = 0; i < pieces.Count;)
        {
            var last = i;
            while (last + 1 < pieces.Count && pieces[last + 1].Level == pieces[i].Level) last++;
            var isSame = pieces[i].Level?.Number == now.Level?.Number;
            var (from, to) = (level(pieces[i].At), level(pieces[last].At));
            yield return (pieces[i].Level, isSame) switch
            {
                (null, _) => words["change.next.none", ("from", from), ("to", to), ("run", i == last ? "one" : "many")],
                (_, true) => words["change.next.same", ("from", from), ("to", to), ("run", i == last ? "one" : "many")],
                ({ } then, false) => words["change.next.other", ("from", from), ("to", to), ("then", level(then)), ("run", i == last ? "one" : "many")],
            };
            i = last + 1;
        }
    }
}
