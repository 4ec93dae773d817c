using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>One identifier, one object. A word-for-word repeat is harmless; two contents under one identifier are not.</summary>
internal static class CheckIdentities
{
    /// <summary>Tells of identifiers that stand for two objects.</summary>
    public static void In(CasePackage package, CaseFaults faults)
    {
        var seen = new Dictionary<string, (CaseObject One, CasePlace Place)>(CaseIds.Same);
        foreach (var (one, place) in All(package))
        {
            if (one.Identifier.Length == 0 || seen.TryAdd(one.Identifier, (one, place))) continue;
            var (first, there) = seen[one.Identifier];
            if (first.Class == one.Class) Same(first, there, one, place, faults);
            else if (first is CaseDocument && one is CaseItem)
                faults.Error(place.Field("identifier"), one.Identifier, "an identifier is used once; this item has the document's", "give the item an identifier of its own");
            else faults.Warn(place.Field("identifier"), one.Identifier, "an identifier is used once, whatever the kind of object", $"{there} has it too; both are kept");
        }
    }

    private static void Same(CaseObject first, CasePlace there, CaseObject one, CasePlace place, CaseFaults faults)
    {
        if (JsonElement.DeepEquals(first.Json, one.Json))
            faults.Warn(place, one.Identifier, "an object stands once; this one is repeated word for word", $"{there} is read; both are kept and written back");
        else
            faults.Error(place.Field("identifier"), one.Identifier, "an identifier stands for one content", $"{there} has it with another content: take one out, or give it an identifier of its own");
    }

    private static IEnumerable<(CaseObject One, CasePlace Place)> All(CasePackage package)
    {
        yield return (package.Document, CasePlace.Root.Field("CFDocument"));
        foreach (var one in Each(package.Items, CasePlace.Root, "CFItems")) yield return one;
        foreach (var one in Each(package.Associations, CasePlace.Root, "CFAssociations")) yield return one;
        foreach (var kind in Enum.GetValues<CaseDefinitionKind>())
            foreach (var one in Each(package.Definitions[kind], CasePlace.Root.Field("CFDefinitions"), CaseDefinitions.FieldOf(kind))) yield return one;
        foreach (var (rubric, place) in Each(package.Rubrics, CasePlace.Root, "CFRubrics"))
        {
            yield return (rubric, place);
            foreach (var (criterion, below) in Each(((CaseRubric)rubric).Criteria, place, "CFRubricCriteria"))
            {
                yield return (criterion, below);
                foreach (var level in Each(((CaseCriterion)criterion).Levels, below, "CFRubricCriterionLevels")) yield return level;
            }
        }
    }

    private static IEnumerable<(CaseObject One, CasePlace Place)> Each(IReadOnlyList<CaseObject> objects, CasePlace place, string field) =>
        objects.Select((one, at) => (one, place.One(field, at)));
}
