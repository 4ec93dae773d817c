using System.CommandLine;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary><c>cairn doctor</c>: looks the data folder over; exit code 1 where something is wrong.</summary>
internal static class DoctorVerb
{
    public static Command Make(Terminal terminal)
    {
        var verb = new Command("doctor", Say.Words["cli.doctor"]);
        verb.WithCommon().SetAction((asked, _) => Run(asked, terminal));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, Terminal terminal)
    {
        var folder = asked.Folder();
        var name = asked.DistrictName(folder);
        await using var district = District.OpenExisting(folder, name, toWrite: false, TimeProvider.System, isMigrating: true);
        var findings = Checkup.Of(folder, district).ToList();
        if (asked.WantsJson()) terminal.AnswerJson(new { folder = folder.Path, district = name, findings });
        else
            foreach (var one in findings)
            {
                await terminal.Out.WriteLineAsync($"{(one.IsGood ? "ok  " : "BAD ")} {one.What}: {one.Found}");
                if (!one.IsGood) await terminal.Out.WriteLineAsync("     " + Say.Words["cli.doctor.fix", ("fix", one.Fix)]);
            }

        return findings.TrueForAll(one => one.IsGood) ? CommandLine.Done : CommandLine.Refused;
    }
}
