using System.Diagnostics;
using Cairn.App.Cli.Demo;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Storage;

namespace Cairn.Bench;

/// <summary>One judgment with its evidence through the writer, in process: recorded, concluded and durable before it is answered.</summary>
internal static class JudgeBench
{
    private const int UsualLearners = 300;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task Run(BenchOptions options, Report report)
    {
        var size = options.Size ?? UsualLearners;
        await using var demo = await DemoDistrict.Make(size);
        await using var district = District.OpenExisting(demo.Folder, MakeDemo.District, toWrite: true, TimeProvider.System);
        List<LearnerId> learners;
        using (var db = district.Open()) learners = [.. new Scope(db, Actor.Operator, DateOnly.MinValue).Learners.Select(one => one.Id)];
        var competencies = district.Frameworks[0].Content.Competencies.Where(one => one.Code is not ("RD.6" or "MA.2" or "SC.2" or "PP.4" or "AM.4" or "HL.5")).ToList();
        foreach (var clients in (int[])[1, 16])
        {
            await Load(district, learners, competencies, clients, Warm);
            var runs = new List<Figure>();
            for (var i = 0; i < options.Runs; i++)
            {
                var cpu = Process.GetCurrentProcess().TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                var times = await Load(district, learners, competencies, clients, Round);
                runs.Add(Report.Of($"judge-local c={clients}", Report.Engine, times, clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds,
                    $"{Report.Durable}; {clients} clients in process, {size} learners, 45 competencies, evidence + judgment + standing"));
            }

            report.Add(runs);
        }
    }

    private static async Task<List<double>> Load(District district, List<LearnerId> learners, List<Competency> competencies, int clients, TimeSpan length)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var dice = new Random(client);
            var times = new List<double>();
            while (Stopwatch.GetTimestamp() < until)
            {
                var facts = One(learners[dice.Next(learners.Count)], competencies[dice.Next(competencies.Count)], 1 + dice.Next(4));
                var begin = Stopwatch.GetTimestamp();
                await district.Writer.Record(facts);
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            return times;
        })));
        return [.. all.SelectMany(times => times)];
    }

    private static Recording One(LearnerId learner, Competency competency, int level)
    {
        var now = Instant.Utc(DateTime.UtcNow);
        var piece = new PieceOfEvidence(new EvidenceId(Guid.CreateVersion7()), learner, new ExperienceId(Guid.CreateVersion7()), EvidenceKind.Conversation, "", "", now, default);
        var judgment = new Judgment(new JudgmentId(Guid.CreateVersion7()), learner, competency.Id, null, 5, piece.Id, level, null, false, new PersonId(Guid.Empty), JudgeRole.Educator, now, now, default);
        return new Recording(learner) { Evidence = [piece], Judgments = [judgment] };
    }
}
