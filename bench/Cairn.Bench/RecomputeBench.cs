using System.Diagnostics;
using Cairn.App.Cli.Demo;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Standings;

namespace Cairn.Bench;

/// <summary>A district of many learners concluded again from its facts, storage included; an operation is one judgment.</summary>
internal static class RecomputeBench
{
    private const int UsualJudgments = 1_200_000;
    public const int JudgmentsALearner = 240;
    private const int JudgmentsAPiece = 4;

    public static async Task Run(BenchOptions options, Report report)
    {
        var judgments = options.Size ?? UsualJudgments;
        var learners = Math.Max(1, judgments / JudgmentsALearner);
        var folder = new DataFolder(Path.Combine(Path.GetTempPath(), $"cairn-bench-{Guid.NewGuid():N}"));
        folder.SetMark("{}");
        District.Create(folder, DataFolder.DefaultDistrict, "Bench", "UTC");
        var runs = new List<Figure>();
        await using (var district = District.OpenExisting(folder, DataFolder.DefaultDistrict, toWrite: true, TimeProvider.System))
        {
            await Fill(district, learners);
            // The first run stores what the others compare with.
            for (var i = 0; i <= options.Runs; i++)
            {
                var cpu = Process.GetCurrentProcess().TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                var (_, changed) = await Recomputation.Of(district);
                var seconds = clock.Elapsed.TotalSeconds;
                if (i > 0 != (changed == 0)) throw new InvalidOperationException($"Run {i} changed {changed} standings.");
                var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
                if (i > 0) runs.Add(new Figure("recompute", Report.Engine, learners * JudgmentsALearner / seconds, null, null, null, used / (learners * JudgmentsALearner),
                    $"{Report.Durable}; {learners * JudgmentsALearner:N0} judgments of {learners:N0} learners, 45 competencies, {seconds:0.00} s; nothing changed; {Process.GetCurrentProcess().WorkingSet64 >> 20} MB"));
            }
        }

        report.Add(runs);
        folder.DeleteDemo();
    }

    /// <summary>Fills a district with learners and their judgments.</summary>
    public static Task<bool> Fill(District district, int learners) => district.Writer.Alone(turn =>
    {
        var content = DemoContent.Read();
        new DemoFramework(content).Store(turn, DateTime.UtcNow.AddYears(-2));
        var codes = content.Framework.Areas.SelectMany(area => area.Competencies).Select(one => one.Code).Where(code => !DemoFramework.IsParent(code)).ToArray();
        var ids = Enumerable.Range(0, learners).Select(i => new LearnerId(NamedId.Of("bench", "learner", $"{i}"))).ToArray();
        turn.Insert(ids.Select((id, i) => new Learner(id, $"u{i}", $"Given{i}", "Bench").KeptBy("bench")));
        var dice = new Random(11);
        foreach (var some in ids.Chunk(500))
        {
            var pieces = some.SelectMany(learner => Enumerable.Range(0, JudgmentsALearner / JudgmentsAPiece).Select(n => new PieceOfEvidence(
                new EvidenceId(Guid.CreateVersion7()), learner, new ExperienceId(Guid.CreateVersion7()), EvidenceKind.Demonstration, "bench", $"{n}", DateTime.UnixEpoch.AddYears(55).AddDays(n), turn.Next()))).ToList();
            turn.Insert(pieces);
            turn.Insert(pieces.SelectMany((piece, p) => Enumerable.Range(0, JudgmentsAPiece).Select(n => new Judgment(
                new JudgmentId(Guid.CreateVersion7()), piece.Learner, DemoFramework.CompetencyOf(codes[(p * JudgmentsAPiece + n) % codes.Length]), null, 4, piece.Id, 1 + dice.Next(4), null, false,
                new PersonId(Guid.Empty), JudgeRole.Educator, piece.DemonstratedOn, piece.DemonstratedOn, turn.Next()))).OrderBy(one => one.Learner.Value.ToString("N"), StringComparer.Ordinal).ThenBy(one => one.Competency.Value.ToString("N"), StringComparer.Ordinal).ToList());
        }

        return true;
    });
}
