using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cairn.App.Tests.Frameworks;

/// <summary>A small CASE package on disk that a test changes: two strands with competencies, one of them with targets.</summary>
internal sealed class Package
{
    private static readonly JsonSerializerOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string _file;
    private readonly JsonObject _document;
    private readonly JsonArray _items = [];
    private readonly JsonArray _links = [];

    public Package(string file, string title = "Ways to work", int document = 1)
    {
        _file = file;
        _document = Made("CFDocuments", document, ("caseVersion", "1.1"), ("creator", "A district"), ("title", title));
        Put(10, "W", "Words");
        Put(11, "W.1", "Argue from evidence", under: 10);
        Put(12, "W.1.a", "Name a source", under: 11);
        Put(13, "W.1.b", "Weigh two sources", under: 11);
        Put(14, "W.2", "Tell a story", under: 10);
        Put(20, "N", "Numbers");
        Put(21, "N.1", "Compare amounts", under: 20);
        Save();
    }

    public static implicit operator string(Package package) => package._file;

    public static string Id(int number) => $"{number:x8}-0000-4000-8000-000000000000";

    public Package Put(int id, string code, string statement, int? under = null, int? sequence = null)
    {
        var item = Made("CFItems", id, ("humanCodingScheme", code), ("fullStatement", statement));
        item["aFieldOfTheirOwn"] = new JsonObject { ["kept"] = 1.50m };
        _items.Add((JsonNode)item);
        var link = Made("CFAssociations", id + 1000, ("associationType", "isChildOf"));
        link["sequenceNumber"] = sequence ?? id;
        link["originNodeURI"] = End(item);
        link["destinationNodeURI"] = End(under is { } above ? Find(above) : _document);
        _links.Add((JsonNode)link);
        return Save();
    }

    public Package Link(int id, string type, int origin, int destination)
    {
        var link = Made("CFAssociations", id, ("associationType", type));
        (link["originNodeURI"], link["destinationNodeURI"]) = (End(Find(origin)), End(Find(destination)));
        _links.Add((JsonNode)link);
        return Save();
    }

    public Package Say(int id, string field, string text)
    {
        Find(id)[field] = text;
        return Save();
    }

    public Package Retitle(string title)
    {
        _document["title"] = title;
        return Save();
    }

    /// <summary>Takes an item out, and the links that begin or end at it.</summary>
    public Package Take(int id)
    {
        _items.Remove(Find(id));
        foreach (var link in _links.OfType<JsonObject>().Where(one => one["originNodeURI"]!["identifier"]!.GetValue<string>() == Id(id) || one["destinationNodeURI"]!["identifier"]!.GetValue<string>() == Id(id)).ToList()) _links.Remove(link);
        return Save();
    }

    /// <summary>Hangs an item under another.</summary>
    public Package Move(int id, int under)
    {
        var link = _links.OfType<JsonObject>().First(one => one["associationType"]!.GetValue<string>() == "isChildOf" && one["originNodeURI"]!["identifier"]!.GetValue<string>() == Id(id));
        link["destinationNodeURI"] = End(Find(under));
        return Save();
    }

    /// <summary>JSON as a text that says every field in its order, numbers as they were written.</summary>
    public static string Plain(byte[] json)
    {
        var text = json.AsSpan();
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        return JsonSerializer.Serialize(JsonElement.Parse(text), AsItStands);
    }

    private JsonObject Find(int id) => _items.OfType<JsonObject>().First(one => one["identifier"]!.GetValue<string>() == Id(id));

    private static JsonObject Made(string kind, int id, params (string Name, string Text)[] fields)
    {
        var made = new JsonObject { ["identifier"] = Id(id), ["uri"] = $"https://publisher.example/ims/case/v1p1/{kind}/{Id(id)}" };
        foreach (var (name, text) in fields) made[name] = text;
        made["lastChangeDateTime"] = "2026-01-31T09:00:00Z";
        return made;
    }

    private static JsonObject End(JsonObject of) => new() { ["title"] = of["humanCodingScheme"]?.GetValue<string>() ?? "the document", ["identifier"] = of["identifier"]!.GetValue<string>(), ["uri"] = of["uri"]!.GetValue<string>() };

    private Package Save()
    {
        var all = new JsonObject { ["CFDocument"] = _document.DeepClone(), ["CFItems"] = _items.DeepClone(), ["CFAssociations"] = _links.DeepClone() };
        File.WriteAllText(_file, all.ToJsonString(AsItStands), new UTF8Encoding(false));
        return this;
    }
}
