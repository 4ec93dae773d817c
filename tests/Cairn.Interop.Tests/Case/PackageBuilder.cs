using System.Text;
using System.Text.Json.Nodes;
using Cairn.Interop.Case;
using Cairn.Interop.Csv;

namespace Cairn.Interop.Tests.Case;

/// <summary>
/// A good package of CASE 1.1: item 1 (an area) over item 2 (a competency) over item 3 (a target), and item 4 beside item 1.
/// Tests change what they speak of.
/// </summary>
internal sealed class PackageBuilder
{
    public const string DocumentId = "d0000000-0000-4000-8000-000000000000";
    private const string Changed = "2026-03-31T14:05:00Z";

    public PackageBuilder()
    {
        Json = new JsonObject
        {
            ["CFDocument"] = new JsonObject
            {
                ["identifier"] = DocumentId, ["uri"] = Address(DocumentId), ["caseVersion"] = "1.1", ["creator"] = "A district", ["title"] = "Ways to learn", ["lastChangeDateTime"] = Changed,
            },
            ["CFItems"] = new JsonArray([.. Enumerable.Range(1, 4).Select(number => Item(number))]),
            ["CFAssociations"] = new JsonArray(Child(1, 0), Child(2, 1), Child(3, 2), Child(4, 0)),
        };
    }

    public JsonObject Json { get; }

    public JsonObject Document => Json["CFDocument"]!.AsObject();

    public JsonArray Items => Json["CFItems"]!.AsArray();

    public JsonArray Associations => Json["CFAssociations"]!.AsArray();

    /// <summary>The identifier of an item by its number; 0 is the document.</summary>
    public static string Id(int number) => number == 0 ? DocumentId : $"{number:x8}-0000-4000-8000-0000000000a1";

    public static string Address(string id) => $"https://example.org/ims/case/v1p1/{id}";

    public static JsonObject Item(int number, string? statement = null) => new()
    {
        ["identifier"] = Id(number), ["uri"] = Address(Id(number)), ["fullStatement"] = statement ?? $"Statement {number}", ["lastChangeDateTime"] = Changed,
    };

    public static JsonObject Child(int child, int parent, int? sequence = null) => Link(child, "isChildOf", parent, sequence);

    public static JsonObject Link(int origin, string type, int destination, int? sequence = null)
    {
        var id = $"a{origin:x7}-{destination % 0x10000:x4}-4000-8000-{type.Sum(letter => letter):x12}";
        var link = new JsonObject
        {
            ["identifier"] = id, ["uri"] = Address(id), ["associationType"] = type, ["originNodeURI"] = End(origin), ["destinationNodeURI"] = End(destination), ["lastChangeDateTime"] = Changed,
        };
        if (sequence is { } number) link["sequenceNumber"] = number;
        return link;
    }

    public PackageBuilder With(Action<PackageBuilder> change)
    {
        change(this);
        return this;
    }

    /// <summary>Items 1 to as many, bound as told; the items of before are gone.</summary>
    public static PackageBuilder Of(int items, params JsonObject[] associations) => new PackageBuilder().With(one =>
    {
        one.Json["CFItems"] = new JsonArray([.. Enumerable.Range(1, items).Select(number => Item(number))]);
        one.Json["CFAssociations"] = new JsonArray([.. associations]);
    });

    public string Text => Json.ToJsonString();

    public static (CasePackage? Package, FaultList Faults) Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static (CasePackage? Package, FaultList Faults) Read(byte[] bytes)
    {
        var faults = new FaultList();
        return (ReadCase.From(new MemoryStream(bytes), faults), faults);
    }

    /// <summary>Reads it; nothing is wrong with it.</summary>
    public CasePackage ReadGood()
    {
        var (package, faults) = Read(Text);
        faults.Errors.ShouldBeEmpty();
        return package.ShouldNotBeNull();
    }

    /// <summary>Reads it; one thing is wrong with it.</summary>
    public RowFault ReadOneError()
    {
        var (package, faults) = Read(Text);
        package.ShouldBeNull();
        return faults.Errors.ShouldHaveSingleItem();
    }

    /// <summary>Reads it; one thing is odd, and it is taken, kept and written back.</summary>
    public RowFault ReadOneWarning()
    {
        var (package, faults) = Read(Text);
        faults.Errors.ShouldBeEmpty();
        Written.Of(package.ShouldNotBeNull()).ShouldBeSameAs(Encoding.UTF8.GetBytes(Text));
        return faults.Warnings.ShouldHaveSingleItem();
    }

    private static JsonObject End(int number) => new() { ["title"] = $"{number}", ["identifier"] = Id(number), ["uri"] = Address(Id(number)) };
}
