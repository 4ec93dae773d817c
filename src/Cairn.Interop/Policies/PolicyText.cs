using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>Policies as JSON: types and fields are open, the shape of the tree is not. What is wrong is said with its place; nothing is thrown.</summary>
public static class PolicyText
{
    /// <summary>A text has so many characters at most.</summary>
    public const int MostCharacters = 4_000_000;

    /// <summary>So deep a text is nested at most, and so deep a tree may be.</summary>
    public const int MostDepth = 64;

    private static readonly string[] Known = ["id", "title", "source", "appliesTo", "version", "effective", "split", "root", "defs", "kind", "label", "unit", "description"];

    /// <summary>Reads a policy.</summary>
    /// <param name="text">JSON: an object with a root.</param>
    public static PolicyRead Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (faults, warnings, lines) = (new List<PolicyRemark>(), new List<PolicyRemark>(), new PolicyLines(text));
        if (Parse(text, faults) is not { } given) return new(null, faults, warnings);
        var policy = Read(given, lines, faults, warnings);
        List<PolicyRemark> Placed(List<PolicyRemark> remarks) => [.. remarks.Select(one => one with { Line = lines.LineOf(one.Path) })];
        return new(policy, Placed(faults), Placed(warnings), policy is null ? "" : CanonicalJson.Hash(given));
    }

    private static Policy? Read(JsonObject given, PolicyLines lines, List<PolicyRemark> faults, List<PolicyRemark> warnings)
    {
        foreach (var (name, _) in given.Where(one => !Known.Contains(one.Key))) warnings.Add(new(name, "has no meaning here and is kept"));
        if (given["defs"] is not (null or JsonObject)) faults.Add(new("defs", "must be an object"));
        if (given["split"] is { } split && split.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) faults.Add(new("split", "must be true or false"));
        if (given["root"] is null) faults.Add(new("root", "is missing"));
        if (faults.Count > 0) return null;
        var macros = new PolicyMacros(given["defs"] as JsonObject, lines, faults);
        var tree = macros.Expand(given["root"], "root", new Dictionary<string, JsonNode?>());
        // What a macro could not make is missing below: it was said already.
        if (faults.Count > 0) return null;
        var (isSplit, unit) = (Taken(given, macros.Whole, "split", warnings) == "true", Taken(given, macros.Whole, "unit", warnings));
        var root = new NodeText(faults, warnings, unit).Read(tree, "root");
        if (root is not null && faults.Count == 0) PolicyBounds.Check(root, faults);
        return faults.Count > 0 || root is null ? null
            : new Policy(Word(given, "id"), Word(given, "title"), Word(given, "source"), Word(given, "version"), isSplit, root) { Applies = Applies(given) };
    }

    private static string Applies(JsonObject given) => given["appliesTo"] is null && given["effective"] is null ? ""
        : Encoding.UTF8.GetString(CanonicalJson.Bytes(new JsonObject { ["appliesTo"] = given["appliesTo"]?.DeepClone(), ["effective"] = given["effective"]?.DeepClone() }));

    // What a policy does not say itself it has from the whole policies that it is written around. Where it says otherwise than one of them, or they differ, somebody should know.
    private static string Taken(JsonObject given, List<JsonObject> whole, string name, List<PolicyRemark> warnings)
    {
        static string Said(JsonObject policy, string name) => policy[name] is { } said && said.GetValueKind() is JsonValueKind.String or JsonValueKind.True ? policy[name]!.ToString() : "";
        var taken = given.ContainsKey(name) || whole.Count == 0 ? Said(given, name) : Said(whole[0], name);
        if (whole.Exists(one => Said(one, name) != taken)) warnings.Add(new(name, $"{(taken.Length > 0 ? taken : name == "split" ? "false" : "credits")} holds for all of it: a policy that is used here says otherwise"));
        return taken;
    }

    private static JsonObject? Parse(string text, List<PolicyRemark> faults)
    {
        if (text.Length > MostCharacters)
        {
            faults.Add(new("", $"a policy has at most {MostCharacters} characters, not {text.Length}", 1));
            return null;
        }

        try
        {
            var policy = JsonNode.Parse(text, null, new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false });
            FieldText.CheckTexts(policy);
            if (policy is JsonObject is_) return is_;
            faults.Add(new("", "a policy is a JSON object", 1));
        }
        catch (JsonException wrong)
        {
            faults.Add(wrong.LineNumber is { } line ? new("", $"malformed JSON at character {wrong.BytePositionInLine + 1} of the line, or nested deeper than {MostDepth}", (int)line + 1) : new("", "a name stands twice in one object", 1));
        }
        catch (FormatException wrong)
        {
            faults.Add(new("", wrong.Message, 1));
        }
        catch (Exception wrong) when (FieldText.IsHalf(wrong))
        {
            faults.Add(new("", "a text holds half a character (a surrogate without its pair)", 1));
        }

        return null;
    }

    private static string Word(JsonObject policy, string name) => policy[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? policy[name]!.ToString() : "";
}
