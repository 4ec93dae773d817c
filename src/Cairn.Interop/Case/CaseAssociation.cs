using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>A CFAssociation: origin, type, destination. "A isChildOf B" has A as its origin.</summary>
public sealed class CaseAssociation : CaseObject
{
    internal CaseAssociation(JsonElement json)
        : base(json)
    {
        Type = TextOf("associationType") ?? "";
        Origin = LinkOf("originNodeURI") ?? new CaseLink(null, null, null);
        Destination = LinkOf("destinationNodeURI") ?? new CaseLink(null, null, null);
    }

    /// <summary>The type as written: one of <see cref="CaseAssociationType.All"/>, or any other text.</summary>
    public string Type { get; }

    /// <summary>Where it begins; has an identifier or an address.</summary>
    public CaseLink Origin { get; }

    /// <summary>Where it ends; has an identifier or an address.</summary>
    public CaseLink Destination { get; }

    /// <summary>The origin's place among its siblings.</summary>
    public decimal? SequenceNumber => NumberOf("sequenceNumber");

    /// <summary>The group of associations it belongs to.</summary>
    public CaseLink? Grouping => LinkOf("CFAssociationGroupingURI");

    /// <summary>Notes (CASE 1.1).</summary>
    public string? Notes => TextOf("notes");

    internal override CaseClass Class => Wire.Association;

    internal override CaseAssociation Remade(JsonElement json) => new(json);
}
