using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cairn.App.Cli;

/// <summary>A list of what is inside the program: its packages as they were pinned when it was built, the .NET it runs on, and its fonts. The
/// same program always gives the same list.</summary>
internal static partial class Sbom
{
    public static string Json() => Document().ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    private static JsonObject Document()
    {
        var program = typeof(Sbom).Assembly;
        var version = program.GetName().Version!.ToString(3);
        var parts = Packages().Concat(Frameworks()).Concat(Fonts()).ToList();
        return new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = $"urn:uuid:{program.ManifestModule.ModuleVersionId}",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = Component("application", "cairn", version, "Apache-2.0", null, $"pkg:generic/cairn@{version}") },
            ["components"] = new JsonArray([.. parts]),
            ["dependencies"] = new JsonArray(new JsonObject { ["ref"] = $"pkg:generic/cairn@{version}", ["dependsOn"] = new JsonArray([.. parts.Select(one => JsonValue.Create(one["bom-ref"]!.GetValue<string>()))]) }),
        };
    }

    private static IEnumerable<JsonObject> Packages()
    {
        using var from = new StreamReader(typeof(Sbom).Assembly.GetManifestResourceStream("Cairn.App.Cli.parts.txt")!);
        foreach (var part in from.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')))
            yield return Component("library", part[0], part[1], part[3], Convert.ToHexStringLower(Convert.FromBase64String(part[2])), $"pkg:nuget/{part[0]}@{part[1]}");
    }

    private static IEnumerable<JsonObject> Frameworks() =>
        ((ReadOnlySpan<string>)["Microsoft.AspNetCore.App", "Microsoft.NETCore.App"]).ToArray()
            .Select(name => Component("framework", name, Environment.Version.ToString(), "MIT", null, $"pkg:generic/{name}@{Environment.Version}"));

    // A font's licence stands beside it, and says in its first lines whose it is.
    private static IEnumerable<JsonObject> Fonts() =>
        from name in typeof(Sbom).Assembly.GetManifestResourceNames()
        let font = Font().Match(name)
        where font.Success
        select Component("file", $"font {font.Groups["name"].Value}", "1", "OFL-1.1", null, $"pkg:generic/font-{font.Groups["name"].Value}@1");

    private static JsonObject Component(string type, string name, string version, string licence, string? sha512, string purl)
    {
        var component = new JsonObject { ["type"] = type, ["bom-ref"] = purl, ["name"] = name, ["version"] = version };
        if (sha512 is not null) component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = sha512 });
        // A single licence has an id; several together are an expression.
        component["licenses"] = new JsonArray(licence.Contains(' ', StringComparison.Ordinal) ? new JsonObject { ["expression"] = licence } : new JsonObject { ["license"] = new JsonObject { ["id"] = licence } });
        component["purl"] = purl;
        return component;
    }

    [GeneratedRegex(@"OFL-(?<name>[\w-]+)\.txt$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Font();
}
