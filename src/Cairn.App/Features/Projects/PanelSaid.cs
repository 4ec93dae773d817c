using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.Storage.Projects;

namespace Cairn.App.Features.Projects;

/// <summary>What a panelist said in a form: of each thing they looked for, a level, words, or neither.</summary>
internal static class PanelSaid
{
    private const int LongestComment = 1000;

    /// <summary>Stores it; false where the panelist may not any more.</summary>
    public static async Task<bool> Store(Visit visit, Typed typed, PanelSheet sheet, IReadOnlyList<PanelRubric> rubrics)
    {
        var all = from one in rubrics
                  let level = LevelIn(typed, one)
                  let comment = Short(typed[$"comment-{one.Key}"])
                  let before = sheet.Said.FirstOrDefault(each => each.Learner == one.Of.Learner && each.Competency == one.Of.Competency)
                  where (level, comment) != (before?.Level, before?.Comment ?? "")
                  select (one.Of, level, comment);
        return await visit.Write(turn => all.ToList().TrueForAll(one => ExhibitionWriting.Rate(turn, sheet.Panelist.Id, one.Of.Learner, one.Of.Competency, one.level, one.comment)));
    }

    /// <summary>Does a form say anything: a level that there is, or words?</summary>
    public static bool IsAnything(Typed typed, IReadOnlyList<PanelRubric> rubrics) => rubrics.Any(one => LevelIn(typed, one) is not null || Short(typed[$"comment-{one.Key}"]).Length > 0);

    private static decimal? LevelIn(Typed typed, PanelRubric one) =>
        decimal.TryParse(typed[$"level-{one.Key}"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && one.WordOf(number) is not null ? number : null;

    // What is longer than the field allows was not typed into it.
    private static string Short(string text) => text.Length > LongestComment ? text[..LongestComment] : text.Replace("\0", "", StringComparison.Ordinal);
}
