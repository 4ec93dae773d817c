using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>A CFItem: a statement of what is to be learned, or a heading above such statements.</summary>
public sealed class CaseItem : CaseObject
{
    internal CaseItem(JsonElement json)
        : base(json)
    {
        FullStatement = TextOf("fullStatement") ?? "";
        HumanCodingScheme = TextOf("humanCodingScheme");
        AbbreviatedStatement = TextOf("abbreviatedStatement");
    }

    /// <summary>The statement as written, never empty; publishers write Markdown and TeX in it.</summary>
    public string FullStatement { get; }

    /// <summary>The code that people use.</summary>
    public string? HumanCodingScheme { get; }

    /// <summary>The statement in short.</summary>
    public string? AbbreviatedStatement { get; }

    /// <summary>What the publisher calls such an item: Standard, Cluster, Target.</summary>
    public string? ItemType => TextOf("CFItemType");

    /// <summary>The definition of that type.</summary>
    public CaseLink? ItemTypeLink => LinkOf("CFItemTypeURI");

    /// <summary>Its place in a list, such as 2 or b; an association's sequence number goes before it.</summary>
    public string? ListEnumeration => TextOf("listEnumeration");

    /// <summary>Another word for "competency" that the publisher uses here.</summary>
    public string? AlternativeLabel => TextOf("alternativeLabel");

    /// <summary>Grades or levels it is meant for.</summary>
    public IReadOnlyList<string> EducationLevels => TextsOf("educationLevel");

    /// <summary>Its subjects (CASE 1.1).</summary>
    public IReadOnlyList<string> Subjects => TextsOf("subject");

    /// <summary>Keywords.</summary>
    public IReadOnlyList<string> ConceptKeywords => TextsOf("conceptKeywords");

    /// <summary>Notes.</summary>
    public string? Notes => TextOf("notes");

    /// <summary>A language tag.</summary>
    public string? Language => TextOf("language");

    /// <summary>From when its status holds.</summary>
    public DateOnly? StatusStartDate => DayOf("statusStartDate");

    /// <summary>Until when its status holds.</summary>
    public DateOnly? StatusEndDate => DayOf("statusEndDate");

    /// <summary>Its licence.</summary>
    public CaseLink? License => LinkOf("licenseURI");

    /// <summary>What to call it in a list: the short statement, else the whole one.</summary>
    public string Title => string.IsNullOrWhiteSpace(AbbreviatedStatement) ? FullStatement : AbbreviatedStatement;

    internal override CaseClass Class => Wire.Item;

    internal override CaseItem Remade(JsonElement json) => new(json);
}
