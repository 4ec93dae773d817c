using System.Globalization;

namespace Cairn.Learning.Frameworks;

/// <summary>
/// What one version of a framework has that another has not. Parts are the same where their ids are. Of parts whose order
/// changed, as few as possible are called moved: those outside the longest run that kept its order.
/// </summary>
public static class FrameworkChanges
{
    /// <summary>The changes from one version to another, in the order of the later one; what was removed comes last of its kind.</summary>
    /// <param name="before">The earlier version; null where there is none, and everything is new.</param>
    /// <param name="after">The later version.</param>
    public static IReadOnlyList<FrameworkChange> Between(FrameworkContent? before, FrameworkContent after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. OfFramework(before, after),
            .. Compare(ChangedPart.Area, before?.Areas ?? [], after.Areas, one => one.Id.Value, one => (one.Code, one.Title), one => one.IsActive, _ => Guid.Empty, FieldsOf),
            .. Compare(ChangedPart.Competency, before?.Competencies ?? [], after.Competencies, one => one.Id.Value, one => (one.Code, one.Title), one => one.IsActive, one => one.Area.Value, (old, now) => FieldsOf(before!, old, after, now))
                .Select(one => one with { Competency = new CompetencyId(one.Id) }),
            .. Compare(ChangedPart.Target, InOrder(before), InOrder(after), one => one.Id.Value, one => (one.Code, one.Title), one => one.IsActive, one => one.Competency.Value, (old, now) => FieldsOf(before!, old, after, now))
                .Select(one => one with { Competency = (Find(after, one.Id) ?? Find(before!, one.Id))!.Competency, Target = new TargetId(one.Id) }),
            .. Compare(ChangedPart.Quality, before?.Portrait ?? [], after.Portrait, one => one.Id.Value, one => (one.Code, one.Title), _ => true, _ => Guid.Empty, (old, now) => FieldsOf(before!, old, after, now)),
            .. Compare(ChangedPart.Association, before?.Associations ?? [], after.Associations, one => one.Id.Value, one => ("", EndsOf(after, one)), _ => true, one => one.Id.Value, (old, now) => FieldsOf(before!, old, after, now)),
        ];
    }

    private static IEnumerable<FrameworkChange> OfFramework(FrameworkContent? before, FrameworkContent after)
    {
        List<FieldChange> fields = before is null ? [] :
        [
            .. Field(FrameworkField.Title, before.Framework.Title, after.Framework.Title),
            .. Field(FrameworkField.LastStage, Say(before.Version.LastStage), Say(after.Version.LastStage)),
        ];
        if (fields.Count > 0) yield return new FrameworkChange(ChangedPart.Framework, after.Framework.Id.Value, after.Framework.Code, after.Framework.Title, [ChangeKind.Changed], fields);
    }

    private static IEnumerable<FrameworkChange> Compare<T>(
        ChangedPart part, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, Guid> id, Func<T, (string Code, string Title)> name,
        Func<T, bool> isActive, Func<T, Guid> parent, Func<T, T, IEnumerable<FieldChange>> fields)
        where T : class
    {
        var old = before.ToDictionary(id);
        var moved = Moved(before, after, id, parent);
        foreach (var now in after)
        {
            var (code, title) = name(now);
            if (!old.Remove(id(now), out var was))
            {
                yield return new FrameworkChange(part, id(now), code, title, [ChangeKind.Added], []);
                continue;
            }

            var changed = fields(was, now).ToList();
            List<ChangeKind> kinds = [];
            if (changed.Exists(one => one.Field is not (FrameworkField.Area or FrameworkField.Competency))) kinds.Add(ChangeKind.Changed);
            if (parent(was) != parent(now) || moved.Contains(id(now))) kinds.Add(ChangeKind.Moved);
            if (isActive(was) != isActive(now)) kinds.Add(isActive(now) ? ChangeKind.MadeActive : ChangeKind.MadeInactive);
            if (kinds.Count > 0) yield return new FrameworkChange(part, id(now), code, title, kinds, changed);
        }

        foreach (var gone in before.Where(one => old.ContainsKey(id(one))))
            yield return new FrameworkChange(part, id(gone), name(gone).Code, name(gone).Title, [ChangeKind.Removed], []);
    }

    /// <summary>Of the parts that stayed under their parent, those whose place among their neighbours changed.</summary>
    private static HashSet<Guid> Moved<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, Guid> id, Func<T, Guid> parent)
    {
        var places = before.Select((one, place) => (Key: (id(one), parent(one)), place)).ToDictionary(one => one.Key, one => one.place);
        var moved = new HashSet<Guid>();
        foreach (var siblings in after.Where(one => places.ContainsKey((id(one), parent(one)))).GroupBy(parent))
        {
            var ids = siblings.Select(id).ToList();
            var kept = LongestRise([.. ids.Select(one => places[(one, siblings.Key)])]);
            moved.UnionWith(ids.Where((_, i) => !kept.Contains(i)));
        }

        return moved;
    }

    /// <summary>Indices of a longest rising subsequence.</summary>
    internal static HashSet<int> LongestRise(IReadOnlyList<int> values)
    {
        var ends = new List<int>();
        var previous = new int[values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            var length = ends.FindIndex(end => values[end] >= values[i]) is var found && found < 0 ? ends.Count : found;
            previous[i] = length == 0 ? -1 : ends[length - 1];
            if (length == ends.Count) ends.Add(i);
            else ends[length] = i;
        }

        var rise = new HashSet<int>();
        for (var at = ends.Count == 0 ? -1 : ends[^1]; at >= 0; at = previous[at]) rise.Add(at);
        return rise;
    }

    private static FieldChange[] FieldsOf(Area old, Area now) =>
    [
        .. Field(FrameworkField.Title, old.Title, now.Title), .. Field(FrameworkField.Code, old.Code, now.Code),
        .. Field(FrameworkField.Kind, $"{old.Kind}", $"{now.Kind}"), .. Field(FrameworkField.PriorityCap, Say(old.PriorityCap), Say(now.PriorityCap)),
    ];

    private static FieldChange[] FieldsOf(FrameworkContent before, Competency old, FrameworkContent after, Competency now) =>
    [
        .. Field(FrameworkField.Title, old.Title, now.Title), .. Field(FrameworkField.Code, old.Code, now.Code),
        .. Field(FrameworkField.Statement, old.Statement, now.Statement), .. Field(FrameworkField.OfficialStatement, old.OfficialStatement, now.OfficialStatement),
        .. Field(FrameworkField.FamilyStatement, old.FamilyStatement, now.FamilyStatement),
        .. old.Area == now.Area ? [] : Field(FrameworkField.Area, before.AreaOf(old).Title, after.AreaOf(now).Title),
        .. old.Scale == now.Scale ? [] : Field(FrameworkField.Scale, before.ScaleOf(old).Name, after.ScaleOf(now).Name, always: true),
        .. Field(FrameworkField.Pieces, Say(old.Pieces), Say(now.Pieces)), .. Field(FrameworkField.IsPriority, Say(old.IsPriority), Say(now.IsPriority)),
        .. Field(FrameworkField.RefreshAfterDays, Say(old.RefreshAfterDays), Say(now.RefreshAfterDays)),
        .. Each(before.Descriptors[old.Id], after.Descriptors[now.Id], one => Say(one.Level), FrameworkField.Words, one => one.Words),
        .. Each(before.Descriptors[old.Id], after.Descriptors[now.Id], one => Say(one.Level), FrameworkField.FamilyWords, one => one.FamilyWords),
        .. Exemplars(before.Exemplars[old.Id], after.Exemplars[now.Id]),
    ];

    private static FieldChange[] FieldsOf(FrameworkContent before, LearningTarget old, FrameworkContent after, LearningTarget now) =>
    [
        .. Field(FrameworkField.Title, old.Title, now.Title), .. Field(FrameworkField.Code, old.Code, now.Code),
        .. Field(FrameworkField.Statement, old.Statement, now.Statement), .. Field(FrameworkField.OfficialStatement, old.OfficialStatement, now.OfficialStatement),
        .. Field(FrameworkField.FamilyStatement, old.FamilyStatement, now.FamilyStatement),
        .. old.Competency == now.Competency ? [] : Field(FrameworkField.Competency, before.Find(old.Competency)!.Title, after.Find(now.Competency)!.Title),
        .. Field(FrameworkField.Pieces, Say(old.DefaultPieces), Say(now.DefaultPieces)), .. Field(FrameworkField.Points, Say(old.Points), Say(now.Points)),
        .. Field(FrameworkField.IsRequired, Say(old.IsRequired), Say(now.IsRequired)), .. Field(FrameworkField.IsPriority, Say(old.IsPriority), Say(now.IsPriority)),
        .. before.PiecesOf(old.Id).Concat(after.PiecesOf(now.Id)).Select(one => one.Stage).Distinct().Order()
            .SelectMany(stage => Field(FrameworkField.Pieces, Say(before.PiecesFor(old, stage)), Say(after.PiecesFor(now, stage)), Say(stage))),
        .. Each(before.StageDescriptors[old.Id], after.StageDescriptors[now.Id], one => Say(one.Stage), FrameworkField.Words, one => one.Words),
        .. Each(before.StageDescriptors[old.Id], after.StageDescriptors[now.Id], one => Say(one.Stage), FrameworkField.FamilyWords, one => one.FamilyWords),
    ];

    private static FieldChange[] FieldsOf(FrameworkContent before, PortraitQuality old, FrameworkContent after, PortraitQuality now) =>
    [
        .. Field(FrameworkField.Title, old.Title, now.Title), .. Field(FrameworkField.Code, old.Code, now.Code), .. Field(FrameworkField.Statement, old.Statement, now.Statement),
        .. Field(FrameworkField.ShownBy, CodesOf(before, old), CodesOf(after, now)),
    ];

    private static FieldChange[] FieldsOf(FrameworkContent before, Association old, FrameworkContent after, Association now) =>
        (old.Kind, old.OtherKind, old.Origin, old.Destination, old.OriginText, old.DestinationText) == (now.Kind, now.OtherKind, now.Origin, now.Destination, now.OriginText, now.DestinationText)
            ? [] : Field(FrameworkField.Link, EndsOf(before, old), EndsOf(after, now), always: true);

    private static IEnumerable<FieldChange> Exemplars(IEnumerable<Exemplar> before, IEnumerable<Exemplar> after)
    {
        var now = after.ToDictionary(one => one.Id);
        foreach (var old in before)
        {
            now.Remove(old.Id, out var kept);
            foreach (var change in Field(FrameworkField.Exemplar, TextOf(old), kept is null ? "" : TextOf(kept), Say((kept ?? old).Level))) yield return change;
        }

        foreach (var added in now.Values) yield return new FieldChange(FrameworkField.Exemplar, "", TextOf(added), Say(added.Level));
    }

    private static IEnumerable<FieldChange> Each<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> at, FrameworkField field, Func<T, string> words)
    {
        var (old, now) = (before.ToDictionary(at, words), after.ToDictionary(at, words));
        return now.Keys.Union(old.Keys).SelectMany(key => Field(field, old.GetValueOrDefault(key, ""), now.GetValueOrDefault(key, ""), key));
    }

    private static FieldChange[] Field(FrameworkField field, string before, string after, string at = "", bool always = false) =>
        before == after && !always ? [] : [new FieldChange(field, before, after, at)];

    private static List<LearningTarget> InOrder(FrameworkContent? content) => content is null ? [] : [.. content.Competencies.SelectMany(one => content.TargetsOf(one.Id))];

    private static LearningTarget? Find(FrameworkContent content, Guid target) => content.Targets.FirstOrDefault(one => one.Id.Value == target);

    private static string CodesOf(FrameworkContent content, PortraitQuality quality) =>
        string.Join(", ", content.ShownBy[quality.Id].Select(one => content.Find(one)?.Code).OfType<string>().Order(StringComparer.Ordinal));

    private static string EndsOf(FrameworkContent content, Association one) =>
        $"{content.NameOf(one.Origin) ?? one.OriginText} → {(one.OtherKind.Length > 0 ? one.OtherKind : one.Kind.ToString())} → {content.NameOf(one.Destination) ?? one.DestinationText}";

    private static string TextOf(Exemplar one) => string.Join(" · ", ((string[])[one.Title, one.Address, one.Note]).Where(text => text.Length > 0));

    private static string Say(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private static string Say(bool isSo) => isSo ? "yes" : "no";
}
