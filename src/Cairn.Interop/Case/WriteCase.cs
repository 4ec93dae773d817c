using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>
/// Writes a package: every field of every object, lists in their order, null and empty as they were, numbers as written.
/// UTF-8 without byte order mark, no idle space; the same package gives the same bytes.
/// </summary>
public static class WriteCase
{
    /// <summary>Writes the package. The stream stays open.</summary>
    public static void To(Stream to, CasePackage package)
    {
        var fields = new List<(string, byte[]?)> { ("CFDocument", JsonText.Of(package.Document.Json)) };
        Add(fields, package.Shell, "CFItems", package.Items);
        Add(fields, package.Shell, "CFAssociations", package.Associations);
        if (DefinitionsOf(package) is { } definitions) fields.Add(("CFDefinitions", definitions));
        Add(fields, package.Shell, "CFRubrics", package.Rubrics);
        to.Write(JsonText.Set(package.Shell, [.. fields]).Span);
    }

    /// <summary>The package as bytes.</summary>
    public static byte[] Bytes(CasePackage package)
    {
        using var to = new MemoryStream();
        To(to, package);
        return to.ToArray();
    }

    private static byte[]? DefinitionsOf(CasePackage package)
    {
        var (shell, fields) = (package.Definitions.Shell, new List<(string, byte[]?)>());
        foreach (var kind in Enum.GetValues<CaseDefinitionKind>()) Add(fields, shell, CaseDefinitions.FieldOf(kind), package.Definitions[kind]);
        return fields.Count == 0 ? null : JsonText.Set(shell is { ValueKind: JsonValueKind.Object } ? shell : null, [.. fields]).ToArray();
    }

    // Where there is nothing to write, what stood there stays: null, no list at all, or what we could not read.
    private static void Add(List<(string, byte[]?)> fields, JsonElement? shell, string name, IReadOnlyList<CaseObject> objects)
    {
        var isList = shell is { ValueKind: JsonValueKind.Object } before && before.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array;
        if (objects.Count > 0 || isList) fields.Add((name, JsonText.Of(objects.Select(one => one.Json))));
    }
}
