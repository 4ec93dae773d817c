using System.CommandLine;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Cli;

/// <summary><c>cairn recompute</c>: concludes everything again from the facts. After an import it changes nothing.</summary>
internal static class RecomputeVerb
{
    private const int LearnersATurn = 200;

    public static Command Make(Terminal terminal)
    {
        var verb = new Command("recompute", Say.Words["cli.recompute"]);
        verb.WithCommon().SetAction((asked, cancel) => Run(asked, terminal, cancel));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, Terminal terminal, CancellationToken cancel)
    {
        await using var district = asked.OpenDistrict(toWrite: true);
        List<Learning.LearnerId> learners;
        using (var db = district.Open())
            learners = [.. new Scope(db, Actor.Operator, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).Learners.OrderBy(one => one.Username).Select(one => one.Id)];
        int changed = 0, done = 0;
        foreach (var some in learners.Chunk(LearnersATurn))
        {
            changed += await district.Writer.Alone(turn =>
            {
                foreach (var learner in some) turn.ConcludeWhole(learner);
                return turn.ConcludeNow();
            }, cancel);
            terminal.Progress(Say.Words["cli.recompute.progress", ("done", done += some.Length), ("all", learners.Count)]);
        }

        terminal.EndProgress();
        if (asked.WantsJson()) terminal.AnswerJson(new { learners = learners.Count, changed });
        else await terminal.Out.WriteLineAsync(Say.Words["cli.recompute.done", ("learners", learners.Count), ("changed", changed)]);
        return CommandLine.Done;
    }
}
