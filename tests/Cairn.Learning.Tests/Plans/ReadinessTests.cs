using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class ReadinessTests
{
    [Fact]
    public void Ready_is_what_is_not_shown_and_needs_nothing_more()
    {
        var readiness = Read(4, shown: [0], (1, 0), (2, 1), (2, 0));

        readiness.Next.ShouldBe(Ids(1, 3));
        readiness.Waiting.Single().ShouldSatisfyAllConditions(one => one.Competency.ShouldBe(Id(2)), one => one.Needs.ShouldBe(Ids(1)));
        readiness.Circles.ShouldBeEmpty();
        readiness.Strangers.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_shown_already_is_not_next_even_where_its_prerequisite_is_open() =>
        Read(2, shown: [1], (1, 0)).Next.ShouldBe(Ids(0));

    [Fact]
    public void A_circle_is_said_and_holds_up_what_stands_in_it()
    {
        var readiness = Read(6, shown: [], (1, 0), (2, 1), (0, 2), (3, 2), (4, 4));

        readiness.Next.ShouldBe(Ids(5));
        readiness.Circles.Count.ShouldBe(2);
        readiness.Circles[0].ShouldBe(Ids(0, 1, 2));
        readiness.Circles[1].ShouldBe(Ids(4));
        readiness.Waiting.Select(one => one.Competency).ShouldBe(Ids(0, 1, 2, 3, 4));
    }

    [Fact]
    public void Two_circles_of_which_one_comes_before_the_other_are_two() =>
        Read(4, shown: [], (0, 1), (1, 0), (2, 1), (2, 3), (3, 2)).Circles.Select(one => one.Count).ShouldBe([2, 2]);

    [Fact]
    public void A_circle_in_which_one_was_shown_opens_what_follows() => Read(2, shown: [0], (1, 0), (0, 1)).Next.ShouldBe(Ids(1));

    [Fact]
    public void A_name_that_is_not_there_is_said_and_holds_nobody_up()
    {
        var readiness = Read(2, shown: [], (1, 9), (9, 0));

        readiness.Next.ShouldBe(Ids(0, 1));
        readiness.Strangers.ShouldBe([new Prerequisite(Id(1), Id(9)), new Prerequisite(Id(9), Id(0))]);
    }

    [Fact]
    public void A_pair_said_twice_counts_once() => Read(2, shown: [], (1, 0), (1, 0)).Waiting.Single().Needs.ShouldBe(Ids(0));

    [Fact]
    public void Where_each_comes_after_an_earlier_one_there_is_no_circle_and_everything_is_reached() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).Array[0, 16].Sample(pairs =>
        {
            var rising = pairs.Where(pair => pair.Item1 != pair.Item2).Select(pair => (Math.Max(pair.Item1, pair.Item2), Math.Min(pair.Item1, pair.Item2))).ToArray();
            var shown = new HashSet<int>();

            // Whoever shows what is next comes to the end.
            for (var i = 0; i <= 8; i++)
            {
                var readiness = Read(8, [.. shown], rising);
                readiness.Circles.ShouldBeEmpty();
                (readiness.Next.Count == 0).ShouldBe(shown.Count == 8);
                var next = readiness.Next.Select(Number).ToList();
                next.Intersect(shown).ShouldBeEmpty();
                shown.UnionWith(next);
            }
        }, iter: 15, threads: 1);

    private static Readiness Read(int count, int[] shown, params (int Of, int Needs)[] prerequisites) => Readiness.From(
        [.. Enumerable.Range(0, count).Select(Id)], shown.Select(Id).ToHashSet(), prerequisites.Select(one => new Prerequisite(Id(one.Of), Id(one.Needs))));

    private static CompetencyId Id(int n) => new(Some.Id(n + 1));

    private static int Number(CompetencyId id) => Enumerable.Range(0, 20).First(n => Id(n) == id);

    private static CompetencyId[] Ids(params int[] numbers) => [.. numbers.Select(Id)];
}
