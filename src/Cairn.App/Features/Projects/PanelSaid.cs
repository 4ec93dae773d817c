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
                  let level = decimal.TryParse(typed[$"level-{one.Key}"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && one.WordOf(number) is not null ? number : (decimal?)null
                  let comment = Short(typed[$"comment-{one.Key}"])
                  let before = sheet.Said.FirstOrDefault(each => each.Learner == one.Of.Learner && each.Competency == one.Of.Competency)
                  where (level, comment) != (before?.Level, before?.Comment ?? "")
                  select (one.Of, level, comment);
        return await visit.Write(turn => all.ToList().TrueForAll(one => ExhibitionWriting.Rate(turn, sheet.Panelist.Id, one.Of.Learner, one.Of.Competency, one.level, one.comment)));
    }

    // What is longer than the field allows was not typed into it.
    private static string Short(string text) => text.Length > LongestComment ? text[..LongestComment] : text.Replace("\0", "", StringComparison.Ordinal);
}
