using System.CommandLine;
using Cairn.Storage.Standings;

namespace Cairn.App.Cli;

/// <summary><c>cairn recompute</c>: concludes everything again from the facts. After an import it changes nothing.</summary>
internal static class RecomputeVerb
{
    public static Command Make(Terminal terminal)
    {
        var verb = new Command("recompute", Say.Words["cli.recompute"]);
        verb.WithCommon().SetAction((asked, cancel) => Run(asked, terminal, cancel));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, Terminal terminal, CancellationToken cancel)
    {
        await using var district = asked.OpenDistrict(toWrite: true);
        var (learners, changed) = await Recomputation.Of(district, (done, all) => terminal.Progress(Say.Words["cli.recompute.progress", ("done", done), ("all", all)]), Operated.By("recompute"), cancel);
        terminal.EndProgress();
        if (asked.WantsJson()) terminal.AnswerJson(new { learners, changed });
        else await terminal.Out.WriteLineAsync(Say.Words["cli.recompute.done", ("learners", learners), ("changed", changed)]);
        return CommandLine.Done;
    }
}
