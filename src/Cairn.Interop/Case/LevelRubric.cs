using Cairn.Learning;
using Cairn.Learning.Frameworks;

namespace Cairn.Interop.Case;

/// <summary>Words for levels as one rubric, a criterion a competency; null where there are none, or where the source's rubrics say them already.</summary>
internal static class LevelRubric
{
    public static CaseRubric? Of(FrameworkContent content, CasePackage? source, Dictionary<Guid, CaseItem> items, MakeCase make)
    {
        var told = content.Competencies.Where(one => items.ContainsKey(one.Id.Value) && content.Descriptors[one.Id].Any()).ToList();
        if (source is not null)
        {
            var before = told.Select(one => content.ScaleOf(one)).DistinctBy(scale => scale.Id)
                .SelectMany(scale => FromPackage.Of(source, content.Version.Id, scale, content).Descriptors).Select(one => (one.Competency, one.Level, one.Words)).ToHashSet();
            told = [.. told.Where(one => content.Descriptors[one.Id].Any(words => !before.Contains((one.Id, words.Level, words.Words))))];
        }

        if (told.Count == 0) return null;
        var rubric = NamedId.Of("case", "levels", content.Framework.Id.Value.ToString("D"));
        return make.Rubric(rubric, content.Framework.Title, told.Select(one => new NewCriterion(
            NamedId.Of("case", "criterion", one.Id.Value.ToString("D")), items[one.Id.Value],
            [.. content.Descriptors[one.Id].Select(words => new NewLevel(
                NamedId.Of("case", "level", one.Id.Value.ToString("D"), FormattableString.Invariant($"{words.Level}")), words.Words,
                content.ScaleOf(one).WithNumber(words.Level)?.Label, words.Level))],
            one.Title)));
    }
}
