using System.CommandLine;
using System.Text;
using Cairn.Interop.Policies;
using Cairn.Learning.Policies;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary><c>cairn policy audit</c>: a case a line in, an audit a line out. What came together is audited together, on all cores, so that there may be any number of cases and none waits for the next.</summary>
internal static class PolicyAuditVerb
{
    /// <summary>The longest case that is read, in characters.</summary>
    public const int LongestCase = 4_000_000;

    private const int MostTold = 50;
    private const int MostTogether = 256;
    private const int ReadAtOnce = 1 << 18;

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
        using var opened = cases == "-" ? null : new StreamReader(cases, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, ReadAtOnce);
        var each = new JsonLines(opened ?? terminal.In, LongestCase, ReadAtOnce);
        var refused = 0;
        var together = new List<(string Line, int Number, bool IsCut)>();
        while (await each.Next(cancel) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line)) together.Add((line, each.Number, each.IsCut));
            if (each.IsNextHere && together.Count < MostTogether) continue;
            var lines = new StringBuilder();
            foreach (var (answer, number) in Answers(policy, together, explain, cancel))
            {
                if (!answer.IsAnswer && ++refused <= MostTold) await terminal.Err.WriteLineAsync(Say.Words["cli.policy.remark", ("file", cases), ("line", number), ("words", Terminal.Shown(answer.Wrong))]);
                lines.Append(answer.Line).Append(terminal.Out.NewLine);
            }

            await terminal.Out.WriteAsync(lines, cancel);
            together.Clear();
        }

        if (refused == 0) return CommandLine.Done;
        await terminal.Err.WriteLineAsync(Say.Words["cli.policy.refusedCases", ("count", refused)]);
        return CommandLine.Refused;
    }

    // In the order of the cases, whichever core was done first.
    private static (PolicyAnswer Answer, int Number)[] Answers(Policy policy, List<(string Line, int Number, bool IsCut)> cases, bool explain, CancellationToken cancel)
    {
        var answers = new (PolicyAnswer, int)[cases.Count];
        Parallel.For(0, answers.Length, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var (line, number, isCut) = cases[i];
            answers[i] = (isCut ? PolicyLine.Refused(Say.Words["cli.policy.longCase", ("most", LongestCase)], number) : PolicyLine.Answer(policy, line, explain, number), number);
        });
        return answers;
    }
}
