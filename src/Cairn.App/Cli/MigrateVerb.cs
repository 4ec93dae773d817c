using System.CommandLine;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Cli;

/// <summary><c>cairn migrate</c>: brings a district up to this binary's schema, whole or not at all, with a copy kept.</summary>
internal static class MigrateVerb
{
    public static Command Make(Terminal terminal)
    {
        var verb = new Command("migrate", Say.Words["cli.migrate"]);
        verb.WithCommon().SetAction((asked, _) => Run(asked, terminal));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, Terminal terminal)
    {
        var folder = asked.Folder();
        var name = asked.DistrictName(folder);
        await using var district = District.OpenExisting(folder, name, toWrite: true, TimeProvider.System, isMigrating: true);
        var (applied, copy) = Upgrade.Of(folder, district, TimeProvider.System, step => terminal.Progress(step.ToString()));
        terminal.EndProgress();
        if (asked.WantsJson()) terminal.AnswerJson(new { district = name, applied, copy, stateHash = RecordState.Of(district).Hash });
        else if (applied.Count == 0) await terminal.Out.WriteLineAsync(Say.Words["cli.migrate.none", ("district", name)]);
        else await terminal.Out.WriteLineAsync(Say.Words["cli.migrate.done", ("district", name), ("applied", string.Join(", ", applied)), ("copy", copy ?? "")]);
        return CommandLine.Done;
    }
}
