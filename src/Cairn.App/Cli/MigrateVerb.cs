using System.CommandLine;
using Cairn.Storage;
using Cairn.Storage.Standings;

namespace Cairn.App.Cli;

/// <summary><c>cairn migrate</c>: brings districts up to this binary's schema, with a copy kept beside each.</summary>
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
        var (applied, copy) = Schema.Migrate(district);
        // What is concluded may be packed otherwise than before.
        if (applied.Count > 0) await Recomputation.Of(district);
        if (asked.WantsJson()) terminal.AnswerJson(new { district = name, applied, copy });
        else if (applied.Count == 0) await terminal.Out.WriteLineAsync(Say.Words["cli.migrate.none", ("district", name)]);
        else await terminal.Out.WriteLineAsync(Say.Words["cli.migrate.done", ("district", name), ("applied", string.Join(", ", applied)), ("copy", copy ?? "")]);
        return CommandLine.Done;
    }
}
