using System.CommandLine;
using System.CommandLine.Invocation;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary>The verbs of <c>cairn</c>. Exit codes: 0 done, 1 refused input, 2 wrong usage.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    public static async Task<int> Run(string[] args, Terminal terminal)
    {
        var root = new RootCommand(Say.Words["cli.cairn"])
        {
            DemoVerb.Make(terminal), ServeVerb.Make(terminal), ImportVerb.Make(terminal), ExportVerb.Make(terminal), ExplainVerb.Make(terminal),
            RuleVerb.Make(terminal), RecomputeVerb.Make(terminal), MigrateVerb.Make(terminal), DoctorVerb.Make(terminal),
        };
        var asked = root.Parse(args);
        // Help and version answer for themselves, whatever else is missing.
        if (asked.Errors.Count > 0 && asked.Action is ParseErrorAction)
        {
            foreach (var wrong in asked.Errors.Select(one => one.Message).Distinct(StringComparer.Ordinal)) await terminal.Err.WriteLineAsync(wrong);
            await terminal.Err.WriteLineAsync(Say.Words["cli.seeHelp", ("verb", asked.CommandResult.Command == root ? "cairn" : $"cairn {Path(asked.CommandResult)}")]);
            return WrongUsage;
        }

        // A verb answers to its own exceptions: without the default handler they reach us as they are.
        var output = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Err, EnableDefaultExceptionHandler = false };
        try
        {
            return await asked.InvokeAsync(output);
        }
        catch (UsageException wrong)
        {
            await terminal.Err.WriteLineAsync(wrong.Message);
            return WrongUsage;
        }
        catch (Exception wrong) when (wrong is RefusedException or IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            terminal.EndProgress();
            if (asked.GetValue<bool>("--json")) terminal.AnswerJson(new { error = wrong.Message });
            await terminal.Err.WriteLineAsync(wrong.Message);
            return Refused;
        }
    }

    private static string Path(System.CommandLine.Parsing.CommandResult at) =>
        at.Parent is System.CommandLine.Parsing.CommandResult { Parent: not null } above ? $"{Path(above)} {at.Command.Name}" : at.Command.Name;
}

/// <summary>The words were there, but not for this: exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
