using Cairn.Learning.Privacy;
using Cairn.Learning.Transcripts;
using CsCheck;

namespace Cairn.Learning.Tests.Transcripts;

public sealed class SimulationTests
{
    private static readonly GradeTable Mild = GradeTableText.Parse("mean decimals=2 scale=1..4\n[3.5, ] letter=A points=4\n[2.5, 3.49] letter=B points=3\n[1.5, 2.49] letter=C points=2");
    private static readonly GradeTable Strict = GradeTableText.Parse("mean decimals=2 scale=1..4\n[3.75, ] letter=A points=4\n[2.5, 3.74] letter=B points=3\n[1.5, 2.49] letter=C points=2");

    [Fact]
    public void A_stricter_table_tells_which_A_becomes_B()
    {
        var levels = Levels([4, 4], [4, 3], [3, 3], [2, 2], [null, null]);

        var found = From(levels, levels, Mild, Strict);

        found.Grades.Names.ShouldBe(["A", "B", "C"]);
        (found.Grades.Counts[0, 0], found.Grades.Counts[0, 1], found.Grades.Counts[1, 1], found.Grades.Counts[2, 2], found.Grades.All, found.Grades.Moved).ShouldBe((1, 1, 1, 1, 4, 1));
        found.Changed.Select(one => (one.Learner, one.Effect)).ShouldBe([(1, SimulatedEffect.Worse)]);
        (found.Changed[0].Grades[0].Before!.Letter, found.Changed[0].Grades[0].After!.Letter, found.Changed[0].Grades[0].Before!.Value).ShouldBe(("A", "B", 3.5m));
        (found.Count(SimulatedEffect.Same), found.Count(SimulatedEffect.Worse)).ShouldBe((4, 1));
    }

    [Fact]
    public void The_same_on_both_sides_changes_nobody() => Gen.Select(Rows, Gen.OneOfConst(Mild, Strict, PublishedConversions.Rutland.Table)).Sample((rows, table) =>
    {
        var found = From(Levels(rows), Levels(rows), table, table);

        found.Changed.ShouldBeEmpty();
        (found.Levels.Moved, found.Grades.Moved).ShouldBe((0, 0));
    }, iter: 200, threads: 1);

    [Fact]
    public void Who_wins_by_a_draft_loses_by_going_back() => Gen.Select(Rows, Gen.Int[0, 1000]).Sample((rows, seed) =>
    {
        var dice = new Random(seed);
        var other = rows.Select(row => row.Select(one => dice.Next(3) == 0 ? dice.Next(1, 5) : one).ToArray()).ToArray();

        var (there, back) = (From(Levels(rows), Levels(other), Mild, Strict), From(Levels(other), Levels(rows), Strict, Mild));

        there.Changed.Select(one => one.Learner).ShouldBe(back.Changed.Select(one => one.Learner));
        there.Changed.Select(one => Turned(one.Effect)).ShouldBe(back.Changed.Select(one => one.Effect));
        there.Changed.Select(one => (one.LevelsUp, one.LevelsDown)).ShouldBe(back.Changed.Select(one => (one.LevelsDown, one.LevelsUp)));
    }, iter: 200, threads: 1);

    [Fact]
    public void Every_graded_portfolio_is_counted_once_on_each_side() => Rows.Sample(rows =>
    {
        var levels = Levels(rows);
        var found = From(levels, levels, Mild, PublishedConversions.YamhillCarlton.Table);

        found.Grades.All.ShouldBe(rows.Count(row => row.Any(one => one is not null)));
        Enumerable.Range(0, found.Grades.Names.Count).Sum(found.Grades.Before).ShouldBe(Enumerable.Range(0, found.Grades.Names.Count).Sum(found.Grades.After));
    }, iter: 200, threads: 1);

    [Fact]
    public void What_a_draft_leaves_out_is_a_loss_and_said_to_be_nothing()
    {
        var levels = Levels([3, 3], [4, 4]);

        var found = From(levels, levels, Mild, PublishedConversions.Portland.Table);

        found.Grades.Names.ShouldContain("");
        found.Changed.Single(one => one.Learner == 1).Effect.ShouldBe(SimulatedEffect.Worse);
        found.Changed.Single(one => one.Learner == 1).Grades[0].After!.IsDefined.ShouldBeFalse();
    }

    [Fact]
    public void Letters_that_no_table_orders_are_otherwise_and_neither_better_nor_worse()
    {
        var levels = Levels([3, 3]);

        var found = From(levels, levels, GradeTableText.Parse("mean decimals=2 scale=1..4\n[3, 3] letter=Solid"), GradeTableText.Parse("mean decimals=2 scale=1..4\n[3, 3] letter=Sound"));

        found.Changed.Single().Effect.ShouldBe(SimulatedEffect.Otherwise);
    }

    [Fact]
    public void Credit_and_diploma_that_are_won_or_lost_are_told()
    {
        var (before, after) = (Levels([3, 2], [3, 3]), Levels([3, 3], [3, 3]));

        var found = Simulation.From(Learners(2), [new("Both", [0, 1], 100, false)], new(before, [Mild, Mild], [false, true]), new(after, [Mild, Mild], [true, false]));

        found.Changed.Select(one => (one.Learner, one.Effect, one.CreditsGained.Count, one.CreditsLost.Count, one.Diploma))
            .ShouldBe([(0, SimulatedEffect.Better, 1, 0, 1), (1, SimulatedEffect.Worse, 0, 0, -1)]);
    }

    [Fact]
    public void Points_earn_credit_where_every_required_part_is_shown()
    {
        var portfolio = new SimulatedPortfolio("Points", [0, 1, 2], 100, false) { NeededPoints = 80, Points = [(40, true), (40, false), (20, false)] };

        portfolio.IsEarned(Levels([3, 3, 1]), 0).ShouldBeTrue();
        portfolio.IsEarned(Levels([3, 1, 3]), 0).ShouldBeFalse();
        portfolio.IsEarned(Levels([1, 3, 3]), 0).ShouldBeFalse();
        (portfolio with { IsDecidedByEvidence = false }).IsEarned(Levels([3, 3, 3]), 0).ShouldBeFalse();
        (portfolio with { Hundredths = 0 }).IsEarned(Levels([3, 3, 3]), 0).ShouldBeFalse();
    }

    [Fact]
    public void Small_groups_are_hidden_and_none_can_be_reckoned_from_the_rest()
    {
        // North: 12 same, 3 worse. South: 30 same, 11 worse.
        var rows = Enumerable.Repeat<int?[]>([4, 4], 12).Concat(Enumerable.Repeat<int?[]>([4, 3], 3)).Concat(Enumerable.Repeat<int?[]>([4, 4], 30)).Concat(Enumerable.Repeat<int?[]>([4, 3], 11)).ToArray();
        var learners = rows.Select((_, i) => new SimulatedLearner(new(Guid.CreateVersion7()), i < 15 ? "North" : "South", "", i % 2 == 0 ? 2026 : null)).ToList();
        var levels = Levels(rows);

        var found = Simulation.From(learners, [new("All", [0, 1], 0, false)], new(levels, [.. rows.Select(_ => Mild)], []), new(levels, [.. rows.Select(_ => Strict)], []));
        var (groups, table) = found.By(SimulatedGroup.School);

        groups.ShouldBe(["North", "South"]);
        table![0, (int)SimulatedEffect.Worse].Why.ShouldBe(HiddenAs.Primary);
        table[0, (int)SimulatedEffect.Worse].Count.ShouldBeNull();
        // With the 3 hidden, either the sum of its column or the 11 beside it has to be hidden too, and so in its row.
        (table[1, (int)SimulatedEffect.Worse].Count is null || table.ColumnTotal((int)SimulatedEffect.Worse).Count is null).ShouldBeTrue();
        (table[0, (int)SimulatedEffect.Same].Count is null || table.RowTotal(0).Count is null).ShouldBeTrue();
        found.By(SimulatedGroup.ClassOf).Groups.ShouldBe(["", "2026"]);
        found.By(SimulatedGroup.Program).Groups.ShouldBe([""]);
    }

    [Fact]
    public void Without_learners_there_is_no_table() => Simulation.From([], [], new(new(0, 2), [], []), new(new(0, 2), [], [])).By(SimulatedGroup.School).Table.ShouldBeNull();

    [Fact]
    public void Sides_of_other_learners_are_refused() =>
        Should.Throw<ArgumentException>(() => Simulation.From(Learners(2), [], new(Levels([1]), [Mild], []), new(Levels([1]), [Mild], [])));

    [Fact]
    public void A_task_on_which_nobody_reached_the_top_is_told_once_five_learners_were_judged()
    {
        var (flat, fine, few) = (Task(), Task(), Task());
        var levels = Enumerable.Range(0, 6).Select(i => new TaskLevel(flat, i, 1 + i % 3, 4))
            .Concat(Enumerable.Range(0, 6).Select(i => new TaskLevel(fine, i, i == 5 ? 4 : 2, 4)))
            .Concat(Enumerable.Range(0, 8).Select(i => new TaskLevel(few, i % 4, 3, 4)));

        TopLevelCheck.Of(levels).ShouldBe([new FlatTask(flat, 6, 6, 3, 4)]);
    }

    [Fact]
    public void A_task_that_was_judged_on_two_scales_needs_the_top_of_one_of_them()
    {
        var task = Task();

        TopLevelCheck.Of(Enumerable.Range(0, 5).Select(i => new TaskLevel(task, i, 5, 10)).Append(new(task, 5, 4, 4))).ShouldBeEmpty();
    }

    private static ExperienceId Task() => new(Guid.CreateVersion7());

    private static SimulatedEffect Turned(SimulatedEffect effect) => effect switch { SimulatedEffect.Better => SimulatedEffect.Worse, SimulatedEffect.Worse => SimulatedEffect.Better, _ => effect };

    private static Gen<int?[][]> Rows { get; } = Gen.Int[0, 4].Array[3].Array[1, 12].Select(rows => rows.Select(row => row.Select(one => one == 0 ? null : (int?)one).ToArray()).ToArray());

    private static Simulation From(LevelColumns before, LevelColumns after, GradeTable old, GradeTable young) => Simulation.From(
        Learners(before.Learners), [new("All", [.. Enumerable.Range(0, before.Parts)], 100, false)],
        new(before, [.. Enumerable.Repeat(old, before.Learners)], []), new(after, [.. Enumerable.Repeat(young, before.Learners)], []));

    private static List<SimulatedLearner> Learners(int count) => [.. Enumerable.Range(0, count).Select(_ => new SimulatedLearner(new(Guid.CreateVersion7()), "", "", null))];

    private static LevelColumns Levels(params int?[][] rows)
    {
        var levels = new LevelColumns(rows.Length, rows[0].Length);
        for (var learner = 0; learner < rows.Length; learner++)
            for (var part = 0; part < rows[learner].Length; part++) levels.Set(learner, part, rows[learner][part], rows[learner][part] >= 3, rows[learner][part] is not null);
        return levels;
    }
}
