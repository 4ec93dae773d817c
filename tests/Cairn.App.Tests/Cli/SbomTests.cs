using System.Text.Json;
using Cairn.App.Cli;

namespace Cairn.App.Tests.Cli;

/// <summary>The list of what the program is made of says what is there, and nothing else.</summary>
public sealed class SbomTests
{
    private static readonly JsonElement Bom = JsonDocument.Parse(Said()).RootElement;

    private static IEnumerable<JsonElement> Packages => Bom.GetProperty("components").EnumerateArray().Where(one => one.GetProperty("purl").GetString()!.StartsWith("pkg:nuget/", StringComparison.Ordinal));

    [Fact]
    public void It_is_CycloneDX_and_the_same_each_time()
    {
        Bom.GetProperty("bomFormat").GetString().ShouldBe("CycloneDX");
        Bom.GetProperty("specVersion").GetString().ShouldBe("1.6");
        Bom.GetProperty("serialNumber").GetString()!.ShouldStartWith("urn:uuid:");
        Bom.GetProperty("metadata").GetProperty("component").GetProperty("name").GetString().ShouldBe("cairn");
        Said().ShouldBe(Said());
        Bom.GetProperty("components").EnumerateArray().Select(one => one.GetProperty("bom-ref").GetString()).ShouldBeUnique();
        Bom.GetProperty("dependencies")[0].GetProperty("dependsOn").EnumerateArray().Select(one => one.GetString())
            .ShouldBe(Bom.GetProperty("components").EnumerateArray().Select(one => one.GetProperty("bom-ref").GetString()));
    }

    [Fact]
    public void Every_package_is_pinned_by_the_lock_file_with_that_version_and_hash()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "src", "Cairn.App", "packages.lock.json")));
        var pinned = locked.RootElement.GetProperty("dependencies").EnumerateObject().First().Value.EnumerateObject().Where(one => one.Value.TryGetProperty("contentHash", out _))
            .ToDictionary(one => one.Name, one => (one.Value.GetProperty("resolved").GetString(), one.Value.GetProperty("contentHash").GetString()), StringComparer.OrdinalIgnoreCase);
        Packages.ShouldNotBeEmpty();
        foreach (var package in Packages)
        {
            var (version, hash) = pinned[package.GetProperty("name").GetString()!];
            package.GetProperty("version").GetString().ShouldBe(version);
            Convert.ToBase64String(Convert.FromHexString(package.GetProperty("hashes")[0].GetProperty("content").GetString()!)).ShouldBe(hash);
            package.GetProperty("licenses")[0].EnumerateObject().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void What_the_program_brings_is_in_it_and_what_only_builds_it_is_not()
    {
        using var deps = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "src", "Cairn.App", "bin", "Release", "net10.0", "cairn.deps.json")));
        var brought = deps.RootElement.GetProperty("targets").EnumerateObject().Last().Value.EnumerateObject()
            .Where(one => one.Value.EnumerateObject().Any(part => part.Name is "runtime" or "native" or "runtimeTargets")).Select(one => one.Name)
            .Where(one => deps.RootElement.GetProperty("libraries").GetProperty(one).GetProperty("type").GetString() == "package");
        Packages.Select(one => $"{one.GetProperty("name").GetString()}/{one.GetProperty("version").GetString()}").ShouldBe(brought, ignoreOrder: true);
        Packages.Select(one => one.GetProperty("name").GetString()).ShouldNotContain("Meziantou.Analyzer");
    }

    [Fact]
    public void The_frameworks_and_the_fonts_are_in_it_too()
    {
        var names = Bom.GetProperty("components").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ToList();
        foreach (var name in (string[])["Microsoft.NETCore.App", "Microsoft.AspNetCore.App", "SkiaSharp", "font Besley"]) names.ShouldContain(name);
    }

    private static string Said()
    {
        var ran = Installation.Run("", ["sbom"]);
        ran.Exit.ShouldBe(CommandLine.Done);
        return ran.Out;
    }

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Cairn.slnx"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException();
        return at;
    }
}
