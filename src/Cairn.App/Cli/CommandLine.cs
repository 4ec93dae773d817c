using System.CommandLine;
using System.CommandLine.Invocation;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Cli;

/// <summary>The verbs of <c>cairn</c>. Exit codes: 0 done, 1 refused input, 2 wrong usage.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    // Who is told to stop ends what was begun; after this long the process ends all the same.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(300) + Stopping.Limit + TimeSpan.FromSeconds(10);

    public static async Task<int> Run(string[] args, Terminal terminal)
    {
        var root = Root(terminal);
        var asked = root.Parse(args);
        // Help and version answer for themselves, whatever else is missing.
        List<string> faults = asked.Action is ParseErrorAction ? [.. asked.Errors.Select(one => Plain(one.Message)).Distinct(StringComparer.Ordinal)]
            : asked.Action == asked.CommandResult.Command.Action ? [.. UnknownOptions(asked, args)] : [];
        if (faults.Count > 0)
        {
            foreach (var wrong in faults) await terminal.Err.WriteLineAsync(wrong);
            await terminal.Err.WriteLineAsync(Say.Words["cli.seeHelp", ("verb", asked.CommandResult.Command == root ? "cairn" : $"cairn {Path(asked.CommandResult)}")]);
            return WrongUsage;
        }

        // A verb answers to its own exceptions: without the default handler they reach us as they are.
        var output = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Err, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Longest };
        try
        {
            return await asked.InvokeAsync(output);
        }
        catch (UsageException wrong)
        {
            await terminal.Err.WriteLineAsync(wrong.Message);
            return WrongUsage;
        }
        catch (Exception wrong) when (Known(wrong) is not null)
        {
            terminal.EndProgress();
            var message = Trouble(Known(wrong)!);
            if (asked.GetValue<bool>("--json")) terminal.AnswerJson(new { error = message });
            await terminal.Err.WriteLineAsync(message);
            return Refused;
        }
    }

    /// <summary>Every verb, with its options.</summary>
    internal static RootCommand Root(Terminal terminal) => new(Say.Words["cli.cairn"])
    {
        DemoVerb.Make(terminal), ServeVerb.Make(terminal), ImportVerb.Make(terminal), ExportVerb.Make(terminal), ExplainVerb.Make(terminal),
        RuleVerb.Make(terminal), PolicyVerb.Make(terminal), RecordVerb.Make(terminal), RecomputeVerb.Make(terminal), AccountVerb.Make(terminal), DistrictVerb.Make(terminal), MigrateVerb.Make(terminal), DoctorVerb.Make(terminal),
        BackupVerb.Make(terminal), RestoreVerb.Make(terminal), VerifyVerb.Make(terminal), JournalVerb.Make(terminal),
        SbomVerb.Make(terminal), DrawThumbnailVerb.Make(), ClientVerb.Make(terminal), ProviderVerb.Make(terminal),
    };

    /// <summary>What somebody other than us has to mend, or null. What could not be stored, or not be asked of a server, says why further in.</summary>
    internal static Exception? Known(Exception wrong) => wrong switch
    {
        RefusedException or IOException or UnauthorizedAccessException or System.Data.Common.DbException or System.Net.Sockets.SocketException => wrong,
        DbUpdateException or InvalidOperationException or TimeoutException when wrong.InnerException is { } why => Known(why),
        DbUpdateException => wrong,
        _ => null,
    };

    /// <summary>What stands in the way, in words that say what to do; the engine's own words where there are no better ones.</summary>
    private static string Trouble(Exception wrong) => wrong switch
    {
        Microsoft.Data.Sqlite.SqliteException engine => engine.SqliteErrorCode switch
        {
            5 or 6 => Say.Words["cli.trouble.busy"],
            8 or 14 => Say.Words["cli.trouble.readOnly"],
            10 or 13 => Say.Words["cli.trouble.disk"],
            11 or 26 => Say.Words["cli.trouble.damaged"],
            _ => engine.Message,
        },
        Npgsql.NpgsqlException server => ServerTrouble.Of(server),
        IOException or UnauthorizedAccessException => FileTrouble.Of(wrong),
        System.Net.Sockets.SocketException nobody => Say.Words["cli.trouble.server", ("message", nobody.Message)],
        _ => wrong.Message,
    };

    // The library names .NET's types, which are on nobody's lips.
    private static string Plain(string message) => message
        .Replace("System.Nullable`1[System.Int32]", "a whole number", StringComparison.Ordinal).Replace("System.Int32", "a whole number", StringComparison.Ordinal)
        .Replace("System.Boolean", "true or false", StringComparison.Ordinal);

    // An option that is not known would be taken for an argument; after "--" everything is one.
    private static IEnumerable<string> UnknownOptions(ParseResult asked, string[] args) => args.Contains("--", StringComparer.Ordinal) ? [] :
        asked.CommandResult.Tokens.Select(one => one.Value).Where(one => one.Length > 1 && one[0] == '-').Select(one => Say.Words["cli.unknownOption", ("option", one)]);

    private static string Path(System.CommandLine.Parsing.CommandResult at) =>
        at.Parent is System.CommandLine.Parsing.CommandResult { Parent: not null } above ? $"{Path(above)} {at.Command.Name}" : at.Command.Name;
}

/// <summary>The words were there, but not for this: exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
