using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>What a definition defines.</summary>
public enum CaseDefinitionKind
{
    /// <summary>A CFConcept.</summary>
    Concept,

    /// <summary>A CFSubject.</summary>
    Subject,

    /// <summary>A CFLicense.</summary>
    License,

    /// <summary>A CFItemType.</summary>
    ItemType,

    /// <summary>A CFAssociationGrouping.</summary>
    Grouping,
}

/// <summary>A concept, subject, licence, item type or grouping of associations.</summary>
public sealed class CaseDefinition : CaseObject
{
    internal CaseDefinition(CaseDefinitionKind kind, JsonElement json)
        : base(json) => Kind = kind;

    /// <summary>What it defines.</summary>
    public CaseDefinitionKind Kind { get; }

    /// <summary>Its title.</summary>
    public string? Title => TextOf("title");

    /// <summary>What it means.</summary>
    public string? Description => TextOf("description");

    /// <summary>Its code in a hierarchy of such definitions.</summary>
    public string? HierarchyCode => TextOf("hierarchyCode");

    /// <summary>A licence's text.</summary>
    public string? LicenseText => TextOf("licenseText");

    internal override CaseClass Class => Wire.Definition(Kind);

    internal override CaseDefinition Remade(JsonElement json) => new(Kind, json);
}

/// <summary>The CFDefinitions of a package.</summary>
public sealed class CaseDefinitions
{
    private readonly IReadOnlyList<CaseDefinition>[] _lists;

    internal CaseDefinitions(JsonElement? shell, Func<CaseDefinitionKind, IReadOnlyList<CaseDefinition>> lists) =>
        (Shell, _lists) = (shell, [.. Enum.GetValues<CaseDefinitionKind>().Select(lists)]);

    /// <summary>The definitions of a kind, in their order.</summary>
    public IReadOnlyList<CaseDefinition> this[CaseDefinitionKind kind] => _lists[(int)kind];

    /// <summary>All of them, kind by kind.</summary>
    public IEnumerable<CaseDefinition> All => _lists.SelectMany(one => one);

    /// <summary>The publisher's own fields (CASE 1.1).</summary>
    public JsonElement? Extensions => Shell is { ValueKind: JsonValueKind.Object } shell && shell.TryGetProperty("extensions", out var value) ? value : null;

    // As it was read: unknown fields, nulls and the order of the lists.
    internal JsonElement? Shell { get; }

    internal static string FieldOf(CaseDefinitionKind kind) => Wire.Definition(kind).Name + "s";
}
