using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cairn.App.Features.Imports;
using Cairn.Storage;

namespace Cairn.Bench;

/// <summary>A made programme imported from its sheets into an empty district; an operation is one judgment.</summary>
internal static class ImportBench
{
    private const int UsualLearners = 200;
    private const int JudgmentsALearner = 200;
    private const int Targets = 200;

    public static async Task Run(BenchOptions options, Report report)
    {
        var learners = options.Size ?? UsualLearners;
        var sheets = Directory.CreateTempSubdirectory("cairn-bench-sheets").FullName;
        Write(sheets, learners);
        var judgments = learners * JudgmentsALearner;
        List<Figure> dry = [], applied = [];
        for (var i = 0; i <= options.Runs; i++)
        {
            var folder = new DataFolder(Path.Combine(Path.GetTempPath(), $"cairn-bench-{Guid.NewGuid():N}"));
            folder.SetMark("{}");
            District.Create(folder, DataFolder.DefaultDistrict, "Bench", "UTC");
            await using (var district = District.OpenExisting(folder, DataFolder.DefaultDistrict, toWrite: true, TimeProvider.System))
            {
                var first = await Time("import dry run", judgments, () => Task.FromResult(ImportProgram.DryRun(district, sheets, ImportProgram.DefaultSource)));
                var second = await Time("import apply", judgments, () => ImportProgram.Apply(district, sheets, ImportProgram.DefaultSource));
                var bytes = district.Engine.IsShared ? 0 : (new FileInfo(district.Where).Length + new FileInfo(district.Where + "-wal").Length) / judgments;
                // The first round warms up.
                if (i > 0)
                {
                    dry.Add(first);
                    applied.Add(second with { Note = second.Note + (bytes > 0 ? $"; {bytes} bytes of database a judgment, log and all" : "") });
                }
            }

            folder.DeleteDemo();
        }

        report.Add(dry);
        report.Add(applied);
        Directory.Delete(sheets, recursive: true);
    }

    private static async Task<Figure> Time(string scenario, int judgments, Func<Task<ImportOutcome>> work)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var outcome = await work();
        var seconds = clock.Elapsed.TotalSeconds;
        if (outcome.Faults.Errors.Count > 0) throw new InvalidOperationException(outcome.Faults.Errors[0].ToString());
        return new Figure(scenario, Report.Engine, judgments / seconds, null, null, null, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / judgments,
            $"{Report.Durable}; {judgments:N0} judgments, {seconds:0.00} s, concluded and durable");
    }

    private static void Write(string folder, int learners)
    {
        void Sheet(string name, string header, IEnumerable<string> rows) => File.WriteAllLines(Path.Combine(folder, name), rows.Prepend(header), new UTF8Encoding(false));
        var dice = new Random(11);
        Sheet("areas.csv", "code,title,status", ["A,Area,active"]);
        Sheet("competencies.csv", "area,code,title,statement,status", Enumerable.Range(0, 40).Select(i => $"A,C{i},Competency {i},I can do {i},active"));
        Sheet("targets.csv", "competency,code,title,statement,status,required_1,required_2,required_3,required_default", Enumerable.Range(0, Targets).Select(i => $"C{i / 5},T{i},Target {i},How {i},active,2,2,2,1"));
        Sheet("learners.csv", "username,given_name,family_name,graduation_year", Enumerable.Range(0, learners).Select(i => $"u{i},Given{i},Family{i},2030"));
        Sheet("stages.csv", "username,competency,stage,entered_via,baseline", Enumerable.Range(0, learners).SelectMany(i => Enumerable.Range(0, 40).Select(c => $"u{i},C{c},{1 + i % 3},enrollment,")));
        var pieces = JudgmentsALearner / 4;
        Sheet("evidence.csv", "evidence,username,demonstrated_at,kind,experience,context,work,artifact_url,comment", Enumerable.Range(0, learners * pieces)
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e},u{e / pieces},{new DateTime(2025, 9, 1).AddMinutes(e % pieces * 1440 + e % 60):yyyy-MM-dd HH:mm:ss},demonstration,Studio,Room,Work {e},,")));
        Sheet("judgments.csv", "judgment,evidence,target,stage,level,override", Enumerable.Range(0, learners * JudgmentsALearner)
            .Select(j => $"{j},{j / 4},T{dice.Next(Targets)},{1 + j / JudgmentsALearner % 3},{1 + dice.Next(3)},0"));
    }
}
