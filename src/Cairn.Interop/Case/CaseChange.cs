using Cairn.Learning;

namespace Cairn.Interop.Case;

/// <summary>Pure changes of packages and objects. Fields that a change does not name stay as they were written.</summary>
public static class CaseChange
{
    /// <summary>Sets texts of an object, each in the place it had or at the end.</summary>
    /// <param name="one">The document, an item, an association, a definition or a rubric.</param>
    /// <param name="changedAt">When, UTC; becomes lastChangeDateTime.</param>
    /// <param name="fields">Names of CASE 1.1 fields that hold a text, an address or a day, and the new text; null takes the field out.
    /// Throws <see cref="ArgumentException"/> for any other field, for a text of another form, and for null where CASE asks for the field.</param>
    public static T With<T>(this T one, DateTime changedAt, params ReadOnlySpan<(string Field, string? Text)> fields)
        where T : CaseObject
    {
        var patch = new List<(string, byte[]?)>();
        foreach (var (field, text) in fields)
        {
            Guard(one.Class, field, text);
            patch.Add((field, text is null ? null : JsonText.Of(text)));
        }

        return one.Patched(changedAt, patch);
    }

    /// <summary>Sets a list of texts (educationLevel, subject, conceptKeywords). Throws <see cref="ArgumentException"/> for a field that holds none.</summary>
    public static T WithTexts<T>(this T one, DateTime changedAt, string field, IEnumerable<string> texts)
        where T : CaseObject =>
        one.Class.Fields.GetValueOrDefault(field) == CaseForm.Texts && one.Class.Fields.ContainsKey(field)
            ? one.Patched(changedAt, [(field, JsonText.Of(texts))])
            : throw new ArgumentException($"{one.Class.Name} has no list of texts {field}.", nameof(field));

    internal static CaseAssociation Numbered(this CaseAssociation one, DateTime changedAt, decimal? number) =>
        one.Patched(changedAt, [("sequenceNumber", number is { } wanted ? JsonText.Of(wanted) : null)]);

    /// <summary>Puts items in: one with the identifier of an item of the package stands in its place, any other at the end.</summary>
    public static CasePackage WithItems(this CasePackage package, IEnumerable<CaseItem> items) => package.With(items: Merge(package.Items, items));

    /// <summary>Takes items out, and every association that begins or ends at one of them. Rubrics stay.</summary>
    public static CasePackage WithoutItems(this CasePackage package, IEnumerable<string> identifiers)
    {
        var gone = identifiers.ToHashSet(CaseIds.Same);
        var edges = new CaseEdges(package);
        return package.With(
            items: [.. package.Items.Where(one => !gone.Contains(one.Identifier))],
            associations: [.. package.Associations.Where(one => !gone.Contains(edges.IdOf(one.Origin)) && !gone.Contains(edges.IdOf(one.Destination)))]);
    }

    /// <summary>Puts associations in, by their identifiers, as <see cref="WithItems"/> does.</summary>
    public static CasePackage WithAssociations(this CasePackage package, IEnumerable<CaseAssociation> associations) => package.With(associations: Merge(package.Associations, associations));

    /// <summary>Takes associations out.</summary>
    public static CasePackage WithoutAssociations(this CasePackage package, IEnumerable<string> identifiers)
    {
        var gone = identifiers.ToHashSet(CaseIds.Same);
        return package.With(associations: [.. package.Associations.Where(one => !gone.Contains(one.Identifier))]);
    }

    /// <summary>Puts rubrics in, by their identifiers, as <see cref="WithItems"/> does.</summary>
    public static CasePackage WithRubrics(this CasePackage package, IEnumerable<CaseRubric> rubrics) => package.With(rubrics: Merge(package.Rubrics, rubrics));

    /// <summary>Takes rubrics out.</summary>
    public static CasePackage WithoutRubrics(this CasePackage package, IEnumerable<string> identifiers)
    {
        var gone = identifiers.ToHashSet(CaseIds.Same);
        return package.With(rubrics: [.. package.Rubrics.Where(one => !gone.Contains(one.Identifier))]);
    }

    /// <summary>Puts definitions in, each with those of its kind, as <see cref="WithItems"/> does.</summary>
    public static CasePackage WithDefinitions(this CasePackage package, IEnumerable<CaseDefinition> definitions)
    {
        var added = definitions.ToLookup(one => one.Kind);
        return package.With(definitions: new CaseDefinitions(package.Definitions.Shell, kind => Merge(package.Definitions[kind], added[kind])));
    }

    /// <summary>Puts another document in place of the package's. Throws <see cref="ArgumentException"/> for another identifier: associations name it.</summary>
    public static CasePackage WithDocument(this CasePackage package, CaseDocument document) => CaseIds.Same.Equals(document.Identifier, package.Document.Identifier)
        ? package.With(document: document) : throw new ArgumentException("A package keeps its document's identifier.", nameof(document));

    private static T Patched<T>(this T one, DateTime changedAt, List<(string, byte[]?)> fields)
        where T : CaseObject =>
        (T)one.Remade(JsonText.With(one.Json, [.. fields, ("lastChangeDateTime", JsonText.Of(MakeCase.Moment(Instant.Utc(changedAt))))]));

    private static void Guard(CaseClass of, string field, string? text)
    {
        if (!of.Fields.TryGetValue(field, out var form) || form is not (CaseForm.Text or CaseForm.Address or CaseForm.Day or CaseForm.Kind))
            throw new ArgumentException($"{of.Name} has no text {field} in CASE 1.1.", nameof(field));
        if (text is null ? of.Required.Contains(field, StringComparer.Ordinal) : of.Needed.Contains(field) && string.IsNullOrWhiteSpace(text))
            throw new ArgumentException($"{of.Name} cannot be without {field}.", nameof(field));
        if (text is null) return;
        if ((form == CaseForm.Address && !FieldCheck.IsAddress(text)) || (form == CaseForm.Day && !FieldCheck.IsDay(text)) || (form == CaseForm.Kind && !CaseAssociationType.IsKnown(text)))
            throw new ArgumentException($"{field} cannot be {text}.", nameof(text));
    }

    // A repeat of an object that is put in goes: it would be a second content under one identifier.
    private static List<T> Merge<T>(IReadOnlyList<T> before, IEnumerable<T> put)
        where T : CaseObject
    {
        var left = new OrderedDictionary<string, T>(CaseIds.Same);
        foreach (var one in put) left[one.Identifier] = one;
        var done = new HashSet<string>(CaseIds.Same);
        var merged = new List<T>(before.Count + left.Count);
        foreach (var one in before)
        {
            if (one.Identifier.Length == 0 || !left.TryGetValue(one.Identifier, out var other)) merged.Add(one);
            else if (done.Add(one.Identifier)) merged.Add(other);
        }

        merged.AddRange(left.Where(one => !done.Contains(one.Key)).Select(one => one.Value));
        return merged;
    }
}
