using System.CommandLine;
using Cairn.Interop.Policies;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary><c>cairn policy audit</c>: a case a line in, an audit a line out. Cases are read one by one, so that there may be any number of them.</summary>
internal static class PolicyAuditVerb
{
    /// <summary>The longest case that is read, in characters.</summary>
    public const int LongestCase = 4_000_000;

    private const int MostTold = 50;

    public static Command Make(Terminal terminal)
    {
        var policy = new Option<string>("--policy") { Description = Say.Words["cli.policy.policy"], HelpName = "FILE", Required = true };
        var cases = new Option<string>("--cases") { Description = Say.Words["cli.policy.cases"], HelpName = "FILE", Required = true };
        var explain = new Option<bool>("--explain") { Description = Say.Words["cli.policy.explain"] };
        var verb = new Command("audit", Say.Words["cli.policy.audit"]) { policy, cases, explain, DistrictOptions.Json() };
        verb.SetAction((asked, cancel) => Run(asked.GetValue(policy)!, asked.GetValue(cases)!, asked.GetValue(explain), terminal, cancel));
        return verb;
    }

    private static async Task<int> Run(string policyFile, string cases, bool explain, Terminal terminal, CancellationToken cancel)
    {
        if (policyFile == "-" && cases == "-") throw new UsageException(Say.Words["cli.policy.bothPiped"]);
        if (cases != "-" && !File.Exists(cases)) throw new RefusedException(Say.Words["cli.noFile", ("file", cases)]);
        var policy = PolicyFile.Sound(policyFile, terminal);
        using var opened = cases == "-" ? null : new StreamReader(cases);
        var each = new JsonLines(opened ?? terminal.In, LongestCase);
        var refused = 0;
        while (await each.Next(cancel) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            var answer = each.IsCut ? PolicyLine.Refused(Say.Words["cli.policy.longCase", ("most", LongestCase)], each.Number) : PolicyLine.Answer(policy, line, explain, each.Number);
            if (!answer.IsAnswer && ++refused <= MostTold) await terminal.Err.WriteLineAsync(Say.Words["cli.policy.remark", ("file", cases), ("line", each.Number), ("words", answer.Wrong)]);
            await terminal.Out.WriteLineAsync(answer.Line);
        }

        if (refused == 0) return CommandLine.Done;
        await terminal.Err.WriteLineAsync(Say.Words["cli.policy.refusedCases", ("count", refused)]);
        return CommandLine.Refused;
    }
}
