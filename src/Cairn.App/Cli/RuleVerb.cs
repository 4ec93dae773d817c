using System.CommandLine;
using Cairn.App.Ui.Reasons;
using Cairn.Interop.Rules;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary><c>cairn rule eval</c>: a line of JSON in, a line of JSON out, so that anyone can try a rule. It needs no data folder.</summary>
internal static class RuleVerb
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = Say.Words["cli.rule.file"], DefaultValueFactory = _ => "-" };
        var eval = new Command("eval", Say.Words["cli.rule.eval"]) { file, DistrictOptions.Json() };
        eval.SetAction((asked, cancel) => Run(asked.GetValue(file)!, terminal, cancel));
        return new Command("rule", Say.Words["cli.rule"]) { eval };
    }

    private static async Task<int> Run(string file, Terminal terminal, CancellationToken cancel)
    {
        if (file != "-" && !File.Exists(file)) throw new RefusedException(Say.Words["cli.noFile", ("file", file)]);
        using var opened = file == "-" ? null : new StreamReader(file);
        var lines = opened ?? terminal.In;
        var reasons = new ReasonWords(Say.Words);
        var isAllGood = true;
        var each = new JsonLines(lines);
        while (await each.Next(cancel) is { } line)
        {
            var (answer, isAnswer) = RuleLine.Answer(line, reasons.Of, reasons.Of);
            isAllGood &= isAnswer;
            await terminal.Out.WriteLineAsync(answer);
        }

        return isAllGood ? CommandLine.Done : CommandLine.Refused;
    }
}
