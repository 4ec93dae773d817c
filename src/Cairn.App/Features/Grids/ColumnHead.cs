using System.Globalization;
using System.Text;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;

namespace Cairn.App.Features.Grids;

/// <summary>The heading of a column: code and title, how many are at each level as a bar and in words.</summary>
internal sealed class ColumnHead
{
    private static readonly int[] InOrder = [1, 2, 3, 4, CellFace.TooLittle, 0];
    private readonly byte[] _open;
    private readonly (byte[] Before, byte[] After)[] _counts;

    public ColumnHead(Competency competency, ProficiencyScale scale, DeterminationRule rule, Words words)
    {
        Names = NamesOf(scale, rule, words);
        var (title, code) = (Encode(competency.Title), Encode(competency.Code));
        _open = Encoding.UTF8.GetBytes($"\" scope=\"col\" data-code=\"{code}\"{(scale.WithNumber(10) is null ? "" : " data-ten")}><b>{code}</b> <span>{title}</span><svg class=\"ClassBar\" preserveAspectRatio=\"none\" role=\"img\" viewBox=\"0 0 ");
        _counts = [.. NamesOf(scale, rule, words, isCounted: true).Select(name => Split(words["grid.count", ("count", "\u0001"), ("level", name)]))];
    }

    /// <summary>Words of each kind of cell; empty where no level is of the kind.</summary>
    public IReadOnlyList<string> Names { get; }

    public void Write(HtmlBytes to, int[] counts, int column)
    {
        to.Raw("<th aria-colindex=\""u8).Int(column).Raw(_open).Int(Math.Max(1, counts.Sum())).Raw(" 10\" aria-label=\""u8);
        var isFirst = true;
        foreach (var step in InOrder)
        {
            if (counts[step] == 0) continue;
            if (!isFirst) to.Raw(", "u8);
            isFirst = false;
            to.Raw(_counts[step].Before).Int(counts[step]).Raw(_counts[step].After);
        }

        to.Raw("\">"u8);
        // Drawn from the last to the first, each up to where it ends: the next covers the rest of it.
        var end = counts.Sum();
        foreach (var kind in InOrder.AsEnumerable().Reverse())
        {
            if (counts[kind] > 0) to.Raw("<rect class=\"f"u8).Int(kind % CellFace.TooLittle).Raw("\" width=\""u8).Int(end).Raw("\" height=\"10\"/>"u8);
            end -= counts[kind];
        }

        to.Raw("</svg></th>"u8);
    }

    /// <summary>What each step of colour stands for, by its word alone where it is counted: two numbers side by side say neither; levels that share a step are said together.</summary>
    private static string[] NamesOf(ProficiencyScale scale, DeterminationRule rule, Words words, bool isCounted = false)
    {
        var (unseen, few) = (words["level.notYetSeen"], words["level.tooLittle"]);
        if (rule is ConditionRule) return [unseen, "", words["level.partly"], words["level.shown"], "", few];
        if (rule is Continuum) return [unseen, .. Enumerable.Range(1, 4).Select(step => words[$"level.step.{step.ToString(CultureInfo.InvariantCulture)}"]), few];
        return [unseen, .. Enumerable.Range(1, 4).Select(step =>
            string.Join(" / ", scale.Levels.Where(level => LevelLook.Step(level.Number, scale, null, isContinuum: false) == step).Select(level => isCounted && level.Label.Any(char.IsLetter) ? level.Label : LevelLook.Text(level, words)))), few];
    }

    private static (byte[] Before, byte[] After) Split(string text) =>
        text.Split('\u0001') is [var before, var after] ? (HtmlBytes.Encoded(before), HtmlBytes.Encoded(after)) : throw new FormatException("grid.count says the count once.");

    private static string Encode(string text) => Encoding.UTF8.GetString(HtmlBytes.Encoded(text));
}
