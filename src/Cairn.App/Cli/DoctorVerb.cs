using System.CommandLine;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Cli;

/// <summary><c>cairn doctor</c>: looks the data folder over; exit code 1 where something is wrong.</summary>
internal static class DoctorVerb
{
    public static Command Make(Terminal terminal)
    {
        var urls = new Option<string>("--urls") { Description = Say.Words["cli.doctor.urls"], DefaultValueFactory = _ => Site.DefaultUrl, HelpName = "URL" };
        var state = new Option<bool>("--state") { Description = Say.Words["cli.doctor.state"] };
        var certificate = new Option<string?>("--certificate") { Description = Say.Words["cli.serve.certificate"], HelpName = "FILE" };
        var key = new Option<string?>("--key") { Description = Say.Words["cli.serve.key"], HelpName = "FILE" };
        var verb = new Command("doctor", Say.Words["cli.doctor"]) { urls, certificate, key, state };
        verb.WithCommon().SetAction((asked, _) => Run(asked, AddressLook.Of(asked.GetValue(urls)!, asked.GetValue(certificate), asked.GetValue(key), TimeProvider.System.GetUtcNow().UtcDateTime), asked.GetValue(state), terminal));
        return verb;
    }

    // Links and codes are handed over by people: there is nothing to set up yet that could be wrong.
    private static CheckupFinding Mail => new("mail", true, "this cairn sends none: links and codes are handed over", "");

    // Without it transcripts are printed by the reader's own browser: nothing is wrong.
    private static CheckupFinding Pdf => Files.PdfPrinter.Program() is { } program ? new("pdf", true, $"transcripts are printed to PDF by {program}", "")
        : new("pdf", true, "no Chromium is installed: transcripts are printed by the reader's own browser", $"Install Chromium, or name it in {Files.PdfPrinter.Variable}.") { IsNote = true };

    private static async Task<int> Run(ParseResult asked, CheckupFinding address, bool wantsState, Terminal terminal)
    {
        var folder = asked.Folder();
        var name = asked.DistrictName(folder);
        var (findings, stateHash) = await Look(folder, name, address, wantsState);
        if (asked.WantsJson()) terminal.AnswerJson(new { folder = folder.Path, district = name, findings, stateHash });
        else
        {
            FindingLines.Tell(findings, terminal);
            if (stateHash is not null) await terminal.Out.WriteLineAsync(Say.Words["cli.doctor.stateIs", ("hash", stateHash)]);
        }

        return findings.TrueForAll(one => one.IsGood) ? CommandLine.Done : CommandLine.Refused;
    }

    private static async Task<(List<CheckupFinding> Findings, string? StateHash)> Look(DataFolder folder, string name, CheckupFinding address, bool wantsState)
    {
        try
        {
            await using var district = District.OpenExisting(folder, name, toWrite: false, TimeProvider.System, isMigrating: true);
            return ([.. Checkup.Of(folder, district, TimeProvider.System), address, Mail, Pdf], wantsState ? RecordState.Of(district).Hash : null);
        }
        catch (Exception wrong) when (CommandLine.Known(wrong) is { } known && ServerTrouble.Sealing(known) is not null)
        {
            // Nothing else can be looked at.
            return ([new CheckupFinding("connection", false, ServerTrouble.Sealing(CommandLine.Known(wrong)!)!, Say.Words["cli.trouble.tls.modes"]), address, Mail, Pdf], null);
        }
    }
}
