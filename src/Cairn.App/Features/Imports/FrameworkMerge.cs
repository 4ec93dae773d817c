using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Storage;

namespace Cairn.App.Features.Imports;

/// <summary>
/// What comes from outside becomes the next version of a framework. What people added here stays: pieces, scale, priority,
/// refresh, words for families, a learner's wording. What is not in the source any more goes out of use; what was never
/// in it stays as it is. Where the source now uses a code of either, that one gives way.
/// </summary>
internal static class FrameworkMerge
{
    /// <param name="coming">The rows of the source; competencies without numbers.</param>
    /// <param name="before">The version in force; null where there is none.</param>
    /// <param name="rows">The rows of that version, as rows of the next.</param>
    /// <param name="isOfSource">Is the part with an id one that the source brought before?</param>
    /// <param name="said">What the source itself says of pieces and priorities.</param>
    public static FrameworkRows Of(FrameworkRows coming, FrameworkContent? before, FrameworkRows? rows, Func<Guid, bool> isOfSource, SaidBySource said)
    {
        if (before is null || rows is null)
        {
            for (var i = 0; i < coming.Competencies.Count; i++) coming.Competencies[i] = coming.Competencies[i] with { Number = i + 1 };
            return coming;
        }

        var merged = new FrameworkRows { Package = coming.Package };
        var (areas, competencies, targets) = (before.Areas, before.Competencies, before.Targets);
        merged.Areas.AddRange(KeptPlaces.Of(Merged(coming.Areas, rows.Areas, one => one.Id.Value, isOfSource, (next, old) => next with { PriorityCap = old.PriorityCap, Kind = said.Kinds ? next.Kind : old.Kind }, one => one with { IsActive = false }, one => one.Code, (one, code) => one with { Code = code }),
            coming.Areas.Select(one => one.Id.Value).ToHashSet(), areas.Select(one => one.Id.Value), one => one.Id.Value, _ => Guid.Empty, (one, place) => one with { Position = place }));
        var numbers = rows.Competencies.Max(one => (int?)one.Number) ?? 0;
        merged.Competencies.AddRange(KeptPlaces.Of(Merged(coming.Competencies, rows.Competencies, one => one.Id.Value, isOfSource, (next, old) => Keep(next, old, said), one => one with { IsActive = false }, one => one.Code, (one, code) => one with { Code = code })
            .Select(one => one.Number > 0 ? one : one with { Number = ++numbers }),
            coming.Competencies.Select(one => one.Id.Value).ToHashSet(), competencies.Select(one => one.Id.Value), one => one.Id.Value, one => one.Area.Value, (one, place) => one with { Position = place }));
        merged.Targets.AddRange(KeptPlaces.Of(Merged(coming.Targets, rows.Targets, one => one.Id.Value, isOfSource, (next, old) => Keep(next, old, said), one => one with { IsActive = false }, one => one.Code, (one, code) => one with { Code = code }),
            coming.Targets.Select(one => one.Id.Value).ToHashSet(), targets.Select(one => one.Id.Value), one => one.Id.Value, one => one.Competency.Value, (one, place) => one with { Position = place }));
        merged.Requirements.AddRange(rows.Requirements);
        var worded = coming.Descriptors.Select(one => (one.Competency, one.Level)).ToHashSet();
        var families = rows.Descriptors.ToDictionary(one => (one.Competency, one.Level), one => one.FamilyWords);
        merged.Descriptors.AddRange(coming.Descriptors.Select(one => one with { FamilyWords = families.GetValueOrDefault((one.Competency, one.Level), "") }));
        merged.Descriptors.AddRange(rows.Descriptors.Where(one => !worded.Contains((one.Competency, one.Level))));
        merged.StageDescriptors.AddRange(rows.StageDescriptors);
        merged.Exemplars.AddRange(rows.Exemplars);
        var links = coming.Associations.Concat(rows.Associations.Where(one => !isOfSource(one.Id.Value) && coming.Associations.TrueForAll(other => other.Id != one.Id)));
        merged.Associations.AddRange(links.Select((one, i) => one with { Position = i + 1 }));
        merged.Portrait.AddRange(rows.Portrait);
        merged.PortraitLinks.AddRange(rows.PortraitLinks);
        return merged;
    }

    private static IEnumerable<T> Merged<T>(
        List<T> coming, List<T> before, Func<T, Guid> id, Func<Guid, bool> isOfSource, Func<T, T, T> keep, Func<T, T> ended, Func<T, string> code, Func<T, string, T> recoded)
    {
        var old = before.ToDictionary(id);
        foreach (var one in coming) yield return old.Remove(id(one), out var was) ? keep(one, was) : one;
        var taken = coming.Select(code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var one in before)
            if (old.ContainsKey(id(one))) yield return recoded(isOfSource(id(one)) ? ended(one) : one, Free(code(one), taken));
    }

    private static string Free(string code, HashSet<string> taken)
    {
        var free = code;
        for (var i = 2; !taken.Add(free); i++) free = FormattableString.Invariant($"{code}-{i}");
        return free;
    }

    private static Competency Keep(Competency next, Competency old, SaidBySource said) => next with
    {
        Number = old.Number, Scale = old.Scale, Pieces = said.Pieces.Contains(next.Id.Value) ? next.Pieces : old.Pieces,
        IsPriority = said.Priorities.Contains(next.Id.Value) ? next.IsPriority : old.IsPriority, RefreshAfterDays = old.RefreshAfterDays,
        FamilyStatement = next.FamilyStatement.Length > 0 ? next.FamilyStatement : old.FamilyStatement,
        Statement = old.OfficialStatement.Length > 0 && next.OfficialStatement.Length == 0 ? old.Statement : next.Statement,
        OfficialStatement = old.OfficialStatement.Length > 0 && next.OfficialStatement.Length == 0 ? next.Statement : next.OfficialStatement,
    };

    private static LearningTarget Keep(LearningTarget next, LearningTarget old, SaidBySource said) => next with
    {
        DefaultPieces = said.Pieces.Contains(next.Id.Value) ? next.DefaultPieces : old.DefaultPieces, Points = old.Points, IsRequired = old.IsRequired,
        IsPriority = said.Priorities.Contains(next.Id.Value) ? next.IsPriority : old.IsPriority,
        FamilyStatement = next.FamilyStatement.Length > 0 ? next.FamilyStatement : old.FamilyStatement,
        Statement = old.OfficialStatement.Length > 0 && next.OfficialStatement.Length == 0 ? old.Statement : next.Statement,
        OfficialStatement = old.OfficialStatement.Length > 0 && next.OfficialStatement.Length == 0 ? next.Statement : next.OfficialStatement,
    };
}

/// <summary>What a source says of its own accord, and does not leave to the people here.</summary>
/// <param name="Kinds">Does it tell areas of habits from areas of learning?</param>
/// <param name="Pieces">Ids of what it asks pieces of.</param>
/// <param name="Priorities">Ids of what it calls a priority, or not one.</param>
internal sealed record SaidBySource(bool Kinds, IReadOnlySet<Guid> Pieces, IReadOnlySet<Guid> Priorities)
{
    public static SaidBySource Nothing { get; } = new(false, new HashSet<Guid>(), new HashSet<Guid>());
}
