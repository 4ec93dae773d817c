using System.Text.Json;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Storage;

namespace Cairn.App.Cli.Demo;

/// <summary>What the mark of a demonstration folder says.</summary>
/// <param name="Seed">What chance began from.</param>
/// <param name="Learners">How many learners.</param>
/// <param name="Last">The last day of the two years.</param>
/// <param name="IsComplete">Was it made to the end?</param>
internal sealed record DemoMark(int Seed, int Learners, DateOnly Last, bool IsComplete)
{
    public static DemoMark? Of(DataFolder folder)
    {
        try
        {
            return folder.Mark is { } text ? JsonSerializer.Deserialize<DemoMark>(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Set(DataFolder folder) => folder.SetMark(JsonSerializer.Serialize(this));
}

/// <summary>Makes the demonstration district in a folder of its own: the same seed and week give the same record.</summary>
internal static class MakeDemo
{
    public const int Seed = 20;
    public const int UsualLearners = 1200;
    public const string District = "fern-hollow";
    public const string Teacher = "aokafor";
    public const string Leader = "wtsosie";

    /// <summary>Makes it, unless it is there already. Refuses a folder that holds anything else.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="asked">How many learners; null for those that are there, or else the usual number.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="progress">Told what is being made.</param>
    /// <returns>How many learners there are.</returns>
    public static async Task<int> Ensure(DataFolder folder, int? asked, TimeProvider clock, Action<string> progress)
    {
        var mark = DemoMark.Of(folder);
        var learners = asked ?? mark?.Learners ?? UsualLearners;
        if (mark is { IsComplete: true } && mark.Learners == learners)
        {
            if (!await IsOlder(folder, clock)) return learners;
            // Nobody's record is in it: it is made again rather than migrated.
            mark = null;
        }

        if (mark is { IsComplete: true })
            throw new RefusedException(Say.Words["cli.demo.other", ("folder", folder.Path), ("learners", mark.Learners)]);
        if (folder.IsDemo) folder.DeleteDemo();
        else if (!folder.IsEmpty) throw new RefusedException(Say.Words["cli.demo.notEmpty", ("folder", folder.Path)]);

        var calendar = new DemoCalendar(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        mark = new DemoMark(Seed, learners, calendar.Last, IsComplete: false);
        mark.Set(folder);
        Storage.District.Create(folder, District, "Fern Hollow", "America/New_York");
        await using (var district = Storage.District.OpenExisting(folder, District, toWrite: true, clock)) await Fill(district, learners, calendar, progress);
        (mark with { IsComplete = true }).Set(folder);
        return learners;
    }

    private static async Task<bool> IsOlder(DataFolder folder, TimeProvider clock)
    {
        await using var district = Storage.District.OpenExisting(folder, District, toWrite: true, clock, isMigrating: true);
        return Schema.IsOlder(district);
    }

    private static async Task Fill(District district, int learners, DemoCalendar calendar, Action<string> progress)
    {
        var content = DemoContent.Read();
        var dice = new Dice(Seed);
        var framework = new DemoFramework(content);
        var people = new DemoPeople(content, learners, calendar.Last, dice);
        progress(Say.Words["cli.demo.years", ("learners", learners)]);
        // A learner's chance is their own, so that more learners leave the others as they were.
        var facts = people.Learners.Select((one, i) => (one, i)).Where(pair => !people.Newcomers.Contains(pair.one)).AsParallel().AsOrdered().SelectMany(pair => new DemoYears(content, framework, people, calendar, pair.one, new Dice((ulong)(Seed * 1000 + pair.i))).Make())
            .ToList().OrderBy(one => one.At).ToList();
        await district.Writer.Alone(turn =>
        {
            framework.Store(turn, DemoCalendar.At(calendar.First, 0, 0).AddDays(-30));
            people.Store(turn, calendar.First);
            Store(turn, facts);
            var credits = new DemoCredits(content, people, calendar);
            credits.StoreRules(turn);
            credits.StoreEarlier(turn, facts);
            new DemoBoard(content, people, calendar).Store(turn, facts.Select(one => one.Fact).OfType<StageEntry>());
            new DemoFamilies(people, calendar, facts).Store(turn);
            new DemoLabTask(people, calendar).Store(turn, facts.Select(one => one.Fact).OfType<StageEntry>());
            progress(Say.Words["cli.demo.concludes", ("judgments", facts.Count(one => one.Fact is Judgment))]);
            foreach (var one in people.Learners) turn.ConcludeWhole(one.Learner.Id);
            turn.ConcludeNow();
            new DemoAwards(people, calendar).Store(turn);
            new DemoArrivals(people, calendar).Store(turn);
            new DemoHelps(people, calendar).Store(turn);
            new DemoDecisions(people, calendar, facts).Store(turn);
            return true;
        }, Operated.By("demo"));
    }

    private static void Store(WriteTurn turn, IReadOnlyList<DemoFact> facts)
    {
        var stamped = facts.Select(one => Stamp(one.Fact, turn.NextAt(one.At))).ToList();
        turn.Insert(stamped.OfType<PieceOfEvidence>());
        turn.Insert(stamped.OfType<StageEntry>());
        turn.Insert(stamped.OfType<Judgment>().OrderBy(one => one.Learner.Value).ThenBy(one => one.Competency.Value));
        turn.Insert(stamped.OfType<Override>());
        turn.Insert(stamped.OfType<Retraction>());
        turn.Insert(facts.SelectMany(one => one.Words).OfType<EvidenceText>());
        turn.Insert(facts.SelectMany(one => one.Words).OfType<OverrideText>());
    }

    private static object Stamp(object fact, DateTime at) => fact switch
    {
        PieceOfEvidence one => one with { RecordedAt = at },
        StageEntry one => one with { RecordedAt = at },
        Judgment one => one with { RecordedAt = at },
        Override one => one with { RecordedAt = at },
        Retraction one => one with { RecordedAt = at },
        _ => throw new ArgumentException($"{fact.GetType().Name} is no fact.", nameof(fact)),
    };
}
