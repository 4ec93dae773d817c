using System.Diagnostics;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal.Verification;

namespace Cairn.Bench;

/// <summary>A journal of many leaves verified; an operation is one leaf.</summary>
internal static class VerifyBench
{
    private const int UsualLeaves = 1_000_000;
    private const int Learners = 2000;

    public static async Task Run(BenchOptions options, Report report)
    {
        var leaves = options.Size ?? UsualLeaves;
        var folder = new DataFolder(Path.Combine(Path.GetTempPath(), $"cairn-bench-{Guid.NewGuid():N}"));
        folder.SetMark("{}");
        District.Create(folder, DataFolder.DefaultDistrict, "Bench", "UTC");
        await using (var district = District.OpenExisting(folder, DataFolder.DefaultDistrict, toWrite: true, TimeProvider.System))
        {
            var write = Stopwatch.StartNew();
            await Fill(district, leaves);
            var written = write.Elapsed.TotalSeconds;
            var runs = new List<Figure>();
            for (var i = 0; i < options.Runs; i++)
            {
                var cpu = Process.GetCurrentProcess().TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                var told = RecordVerification.Of(district, new VerificationAsk(folder.Path));
                var seconds = clock.Elapsed.TotalSeconds;
                if (!told.IsWhole) throw new InvalidOperationException(told.Findings[0].ToString());
                runs.Add(new Figure("verify", Report.Engine, told.Leaves / seconds, null, null, null, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / told.Leaves,
                    $"{told.Leaves:N0} leaves and {told.Rows:N0} rows in {seconds:0.00} s; written by bulk in {written:0.0} s; {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB at most"));
            }

            report.Add(runs);
        }

        folder.DeleteDemo();
    }

    // Half of them pieces of evidence, half judgments on them, learner by learner as an import brings them.
    private static async Task Fill(District district, int leaves)
    {
        List<Learner> learners = [.. Enumerable.Range(0, Learners).Select(i => new Learner(new LearnerId(Guid.CreateVersion7()), $"u{i}", "U", ""))];
        await district.Writer.Alone(turn =>
        {
            turn.Insert(learners);
            return true;
        });
        var (moment, each) = (new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), Math.Max(1, leaves / Learners / 2));
        foreach (var some in learners.Chunk(100))
            await district.Writer.Alone(turn =>
            {
                List<PieceOfEvidence> pieces = [.. some.SelectMany(learner => Enumerable.Range(0, each).Select(_ => new PieceOfEvidence(new EvidenceId(Guid.NewGuid()), learner.Id, new ExperienceId(Guid.NewGuid()), EvidenceKind.Demonstration, "", "", moment, turn.Next())))];
                turn.Insert(pieces);
                turn.Insert(pieces.Select(piece => new Judgment(new JudgmentId(Guid.NewGuid()), piece.Learner, new CompetencyId(Guid.NewGuid()), null, 1, piece.Id, 2, null, false, new PersonId(Guid.Empty), JudgeRole.Educator, moment, moment, turn.Next())));
                return true;
            });
    }
}
