using System.Diagnostics;
using Cairn.Learning;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Transcripts;
using Cairn.Storage;
using Cairn.Storage.Transcripts;

namespace Cairn.Bench;

/// <summary>A draft rule and a draft conversion tried at once on a district's judgments, storage included; an operation is one judgment.</summary>
internal static class SimulateBench
{
    private const int UsualJudgments = 100_000;

    public static async Task Run(BenchOptions options, Report report)
    {
        var learners = Math.Max(1, (options.Size ?? UsualJudgments) / RecomputeBench.JudgmentsALearner);
        var folder = new DataFolder(Path.Combine(Path.GetTempPath(), $"cairn-bench-{Guid.NewGuid():N}"));
        folder.SetMark("{}");
        District.Create(folder, DataFolder.DefaultDistrict, "Bench", "UTC");
        var runs = new List<Figure>();
        await using (var district = District.OpenExisting(folder, DataFolder.DefaultDistrict, toWrite: true, TimeProvider.System))
        {
            await RecomputeBench.Fill(district, learners);
            var (now, framework) = (DateTime.UtcNow, district.Frameworks[0]);
            var (today, table) = (DateOnly.FromDateTime(now), new GradeTable([new(3.5m, null) { Letter = "A" }, new(2.5m, 3.49m) { Letter = "B" }, new(1.5m, 2.49m) { Letter = "C" }]));
            var tried = new GradeConversion(new(Guid.CreateVersion7()), "bench", 1, "Bench", GradeTableText.Of(table), default, now);
            var draft = (new SimulationDraft(framework, today, now) { Conversion = tried }).Trying(new DecayingAverage());
            for (var i = 0; i < options.Runs; i++)
            {
                var cpu = Process.GetCurrentProcess().TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                using var db = district.Open();
                var found = SimulationReads.Of(db, district.Engine, new Scope(db, Actor.Operator, today, now), draft);
                var seconds = clock.Elapsed.TotalSeconds;
                if (found.Judgments == 0 || found.Simulation.Changed.Count == 0) throw new InvalidOperationException("A draft that changes nobody is no measure.");
                var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
                runs.Add(new Figure("simulate", Report.Engine, found.Judgments / seconds, null, null, null, used / found.Judgments,
                    $"{found.Judgments:N0} judgments of {learners:N0} learners, 45 competencies, a rule and a conversion at once: {seconds:0.00} s; {found.Simulation.Changed.Count:N0} learners change"));
            }
        }

        report.Add(runs);
        folder.DeleteDemo();
    }
}
