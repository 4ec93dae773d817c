using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cairn.Interop.Policies;

/// <summary>In which line of a policy's text a part of its tree stands, also where macros made the tree.</summary>
internal sealed class PolicyLines(string text)
{
    private readonly Dictionary<string, JsonNode> _sources = new(StringComparer.Ordinal);
    private Dictionary<string, int>? _lines;

    /// <summary>A part of the tree was made from a part of the text.</summary>
    public void Remember(string path, JsonNode? source)
    {
        if (source is JsonObject or JsonArray) _sources.TryAdd(path, source);
    }

    /// <summary>The line, from 1; that of what stands around it where it has none of its own.</summary>
    public int LineOf(string path)
    {
        _lines ??= Read(text);
        for (var at = path; ; at = Above(at))
        {
            if (_sources.TryGetValue(at, out var source))
            {
                var rest = path[at.Length..];
                for (var within = rest; ; within = Above(within))
                {
                    if (_lines.TryGetValue(Pointer(source) + within, out var line)) return line;
                    if (within.Length == 0) break;
                }
            }

            if (_lines.TryGetValue("/" + at, out var direct)) return direct;
            if (at.Length == 0) return 1;
        }
    }

    private static string Above(string path) => path.LastIndexOfAny(['/', '[']) is > 0 and var cut ? path[..cut] : "";

    private static string Pointer(JsonNode node) => node.Parent switch
    {
        JsonObject here => Pointer(here) + "/" + node.GetPropertyName(),
        JsonArray list => Pointer(list) + "/" + node.GetElementIndex().ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static Dictionary<string, int> Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = PolicyText.MostDepth });
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var within = new Stack<(string Path, int Next)>();
        var (line, seen, name) = (1, 0, "");
        while (json.Read())
        {
            for (; seen < (int)json.TokenStartIndex; seen++) if (bytes[seen] == '\n') line++;
            if (json.TokenType == JsonTokenType.PropertyName)
            {
                name = json.GetString()!;
                continue;
            }

            if (json.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                within.Pop();
                continue;
            }

            var path = "";
            if (within.TryPop(out var around))
            {
                path = around.Next < 0 ? $"{around.Path}/{name}" : $"{around.Path}/{around.Next}";
                within.Push(around.Next < 0 ? around : (around.Path, around.Next + 1));
            }

            lines[path] = line;
            if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) within.Push((path, json.TokenType == JsonTokenType.StartArray ? 0 : -1));
        }

        return lines;
    }
}
