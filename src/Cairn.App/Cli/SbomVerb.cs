using System.CommandLine;

namespace Cairn.App.Cli;

/// <summary><c>cairn sbom</c>: what the program is made of, for whoever has to know (CycloneDX 1.6, JSON).</summary>
internal static class SbomVerb
{
    public static Command Make(Terminal terminal)
    {
        var verb = new Command("sbom", Say.Words["cli.sbom"]) { DistrictOptions.Json() };
        verb.SetAction(_ => terminal.Out.WriteLine(Sbom.Json()));
        return verb;
    }
}
