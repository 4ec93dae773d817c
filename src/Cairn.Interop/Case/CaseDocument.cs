using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>A CFDocument: the framework itself.</summary>
public sealed class CaseDocument : CaseObject
{
    internal CaseDocument(JsonElement json)
        : base(json)
    {
    }

    /// <summary>Its title.</summary>
    public string? Title => TextOf("title");

    /// <summary>Who made it.</summary>
    public string? Creator => TextOf("creator");

    /// <summary>Who published it.</summary>
    public string? Publisher => TextOf("publisher");

    /// <summary>What it is about.</summary>
    public string? Description => TextOf("description");

    /// <summary>Its version, in the publisher's own words.</summary>
    public string? Version => TextOf("version");

    /// <summary>Draft, Adopted and the like, as the publisher writes it.</summary>
    public string? AdoptionStatus => TextOf("adoptionStatus");

    /// <summary>A language tag.</summary>
    public string? Language => TextOf("language");

    /// <summary>Its subjects.</summary>
    public IReadOnlyList<string> Subjects => TextsOf("subject");

    /// <summary>From when its status holds.</summary>
    public DateOnly? StatusStartDate => DayOf("statusStartDate");

    /// <summary>Until when its status holds.</summary>
    public DateOnly? StatusEndDate => DayOf("statusEndDate");

    /// <summary>Where the official text is.</summary>
    public string? OfficialSource => TextOf("officialSourceURL");

    /// <summary>Notes.</summary>
    public string? Notes => TextOf("notes");

    /// <summary>Its licence.</summary>
    public CaseLink? License => LinkOf("licenseURI");

    internal override CaseClass Class => Wire.Document;

    internal override CaseDocument Remade(JsonElement json) => new(json);
}
