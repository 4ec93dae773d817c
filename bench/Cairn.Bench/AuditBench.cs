using System.Diagnostics;
using System.Globalization;
using Cairn.Learning.Policies;

namespace Cairn.Bench;

/// <summary>A diploma of a usual size held against learners near its end, half of whom lack something: with all reasons, and the verdict of a cohort without them; an operation is one learner's.</summary>
internal static class AuditBench
{
    private const int UsualLearners = 10_000;
    private static readonly string[] Subjects = ["english", "math", "science", "social", "arts", "language", "health", "pe"];

    public static void Run(BenchOptions options, Report report)
    {
        foreach (var isSplit in new[] { true, false })
        {
            var policy = Diploma(isSplit);
            var asks = Enumerable.Range(0, options.Size ?? UsualLearners).Select(i => Learner(policy, new Random(i))).ToList();
            foreach (var ask in asks.Take(500)) PolicyAudit.From(ask);
            report.Add([.. Enumerable.Range(0, options.Runs).Select(_ => Time(isSplit ? "audit" : "audit whole", asks, static ask => PolicyAudit.From(ask).Verdict))]);
            report.Add([.. Enumerable.Range(0, options.Runs).Select(_ => Time(isSplit ? "verdict" : "verdict whole", asks, PolicyVerdict.From))]);
        }
    }

    private static Figure Time(string name, List<AuditAsk> asks, Func<AuditAsk, PolicyVerdict> conclude)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var (times, met, inexact) = (new List<double>(asks.Count), 0, 0);
        var clock = Stopwatch.StartNew();
        foreach (var ask in asks)
        {
            var begun = Stopwatch.GetTimestamp();
            var verdict = conclude(ask);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (verdict.IsMet) met++;
            if (!verdict.IsExact) inexact++;
        }

        var seconds = clock.Elapsed.TotalSeconds;
        var note = string.Create(CultureInfo.InvariantCulture,
            $"one core, {asks.Count:N0} learners, 17 leaves in one pool, 3 choices, {asks.Average(one => one.Achievements.Count):0} achievements each; {met:N0} met, {inexact} not exact; all of them in {seconds:0.00} s, each in {times.Average() * 1000:0} us on average");
        return Report.Of(name, "memory", times, seconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds, note);
    }

    private static Policy Diploma(bool isSplit)
    {
        List<Requirement> of = [.. Subjects.Select((subject, i) => Need($"root/all/{i}", i < 4 ? 3 : 1, Of(subject)))];
        of.Add(Choice(of.Count, Of("arts"), Of("language")));
        of.Add(Choice(of.Count, Tagged("lab"), Tagged("project"), Tagged("internship")));
        of.Add(Choice(of.Count, Tagged("project"), Of("science")));
        of.Add(Need($"root/all/{of.Count}", 5, new([])));
        of.Add(new Attest($"root/all/{of.Count}", "", "", "plan", ["counselor"]));
        return new("bench", "", "", "", isSplit, new Several("root", "", "", of.Count, of, true));
    }

    private static Several Choice(int at, params Selector[] of) =>
        new($"root/all/{at}", "", "", 1, [.. of.Select((one, i) => Need($"root/all/{at}/any/{i}", 1, one))], false);

    private static Leaf Need(string path, decimal need, Selector of) => new(path, "", "", new(new NumberValue(need)), of, "credit", [], "", "");

    private static Selector Of(string subject) => new([new FieldIs("type", Comparison.Equal, new(new TextValue("credit"))), new FieldIs("subject", Comparison.Equal, new(new TextValue(subject)))]);

    private static Selector Tagged(string tag) => new([new HasTags([new(new TextValue(tag))])]);

    private static AuditAsk Learner(Policy policy, Random dice)
    {
        var all = new List<Achievement>();
        for (var i = 0; i < 34; i++)
        {
            var subject = dice.Next(3) == 0 ? Subjects[dice.Next(8)] : Subjects[dice.Next(4)];
            var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal)
            {
                ["type"] = new TextValue("credit"), ["subject"] = new TextValue(subject), ["units"] = new NumberValue(dice.Next(3) == 0 ? 0.5m : 1),
                ["date"] = new TextValue(string.Create(CultureInfo.InvariantCulture, $"20{22 + dice.Next(4)}-{1 + dice.Next(12):00}-15")),
            };
            if (dice.Next(3) == 0) fields["tags"] = new ListValue([new TextValue(dice.Next(3) switch { 0 => "lab", 1 => "project", _ => "internship" })]);
            all.Add(new($"k{i}", fields));
        }

        all.Add(new("plan", new Dictionary<string, FieldValue>(StringComparer.Ordinal) { ["type"] = new TextValue("attestation"), ["key"] = new TextValue("plan") }));
        return new(policy, new Dictionary<string, FieldValue>(), all, []);
    }
}
