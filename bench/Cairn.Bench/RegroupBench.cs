using System.Diagnostics;
using System.Globalization;
using Cairn.Learning;
using Cairn.Learning.Plans.Groupings;

namespace Cairn.Bench;

/// <summary>Groups for 150 learners, three slots of twelve offers, with four weeks behind them and rules about who is with whom; an operation is one whole answer.</summary>
internal static class RegroupBench
{
    private const int UsualLearners = 150;
    private const int Slots = 3;
    private const int Offers = 12;
    private const int Subjects = 24;

    public static void Run(BenchOptions options, Report report)
    {
        var ask = Ask(options.Size ?? UsualLearners);
        var first = Regrouping.From(ask);
        // Had every learner their dearest free wish in every slot, it would be worth this: nothing can be worth more.
        var most = ask.Learners.Count * Slots * RegroupRules.First;
        var met = first.Placements.GroupBy(one => one.Place).OrderBy(one => one.Key).Select(one => $"{one.Count()} × wish {one.Key}");
        var note = string.Create(CultureInfo.InvariantCulture,
            $"one core, {ask.Learners.Count} learners, {Slots} slots of {Offers} offers, {ask.Past.Count} groups behind them; {first.Placements.Count} seats taken, {first.Out.Count} left out, {first.NotHeld.Count} offers not held, {first.Points:N0} points of {most:N0} that no groups can reach; {string.Join(", ", met)}");
        report.Add([.. Enumerable.Range(0, options.Runs).Select(_ => Time(ask, note))]);
    }

    private static Figure Time(RegroupAsk ask, string note)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        Regrouping.From(ask);
        var ms = clock.Elapsed.TotalMilliseconds;
        return new Figure("regroup", "memory", 1000 / ms, ms, ms, ms, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds, note);
    }

    private static RegroupAsk Ask(int many)
    {
        var dice = new Random(5);
        LearnerId Who(int n) => new(Numbered(1, n));
        var learners = Enumerable.Range(0, many).Select(n => new LearnerNeeds(Who(n), [.. Enumerable.Range(0, Subjects).OrderBy(_ => dice.Next()).Take(5 + dice.Next(4)).Select((one, at) => new Need(new CompetencyId(Numbered(2, one)), at == 0 ? NeedKind.Asked : NeedKind.Next))])).ToList();
        var offers = Enumerable.Range(0, Slots * Offers).Select(n => new GroupOffer(new FlexOfferId(Numbered(3, n)), new FlexSlotId(Numbered(4, n / Offers)), new CompetencyId(Numbered(2, dice.Next(Subjects))), 4, 10 + dice.Next(6))).ToList();
        return new RegroupAsk(learners, offers)
        {
            KeepApart = [.. Enumerable.Range(0, many / 5).Select(_ => (IReadOnlyList<LearnerId>)[Who(dice.Next(many)), Who(dice.Next(many))])],
            KeepTogether = [.. Enumerable.Range(0, many / 30).Select(_ => (IReadOnlyList<LearnerId>)[Who(dice.Next(many)), Who(dice.Next(many))])],
            Past = [.. Enumerable.Range(0, 4 * Slots * Offers).Select(_ => (IReadOnlyList<LearnerId>)[.. Enumerable.Range(0, 12).Select(_ => Who(dice.Next(many)))])],
        };
    }

    private static Guid Numbered(int kind, int n) => new(n, (short)kind, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
