using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery;

public sealed class RecordPropertiesTests
{
    private const int Cases = 120;

    [Fact]
    public void Facts_may_come_in_any_order() => RecordCases.All.Sample(one =>
    {
        var record = RecordCases.Facts(one);
        var expected = Whole(one, record);
        record.Evidence.Reverse();
        record.Judgments.Reverse();
        record.Retractions.Reverse();
        record.Entries.Reverse();
        record.Overrides.Reverse();
        Whole(one, record).ShouldBe(expected);
    }, iter: Cases, print: RecordCases.Print);

    [Fact]
    public void The_same_record_concludes_the_same_however_often_it_is_asked() => RecordCases.All.Sample(one =>
    {
        var record = RecordCases.Facts(one).Build();
        List<string> Ask() => [.. Standing.From(record, RecordCases.Content, RecordCases.Rules(one), AsOf.Everything).Select(Told.Whole)];
        Ask().ShouldBe(Ask());
    }, iter: Cases / 5, print: RecordCases.Print);

    [Fact]
    public void A_retraction_equals_never_having_been() => RecordCases.All.Sample(one =>
    {
        var record = RecordCases.Facts(one);
        var expected = RecordCases.Conclude(one, record).ToList();
        var gone = record.Retractions.Select(taken => taken.Fact).ToHashSet();
        record.Judgments.RemoveAll(judgment => gone.Contains(judgment.Id.Value) || gone.Contains(judgment.Evidence!.Value.Value));
        record.Entries.RemoveAll(entry => gone.Contains(entry.Id.Value));
        record.Overrides.RemoveAll(set => gone.Contains(set.Id.Value));
        record.Retractions.Clear();
        var actual = RecordCases.Conclude(one, record).ToList();
        actual.Select(Told.Conclusion).ShouldBe(expected.Select(Told.Conclusion));
        actual.Select(Told.Dropped).ShouldBe(expected.Select(Told.Dropped));
    }, iter: Cases, print: RecordCases.Print);

    [Fact]
    public void A_record_as_of_two_dates_equals_the_record_cut_by_hand() => Gen.Select(RecordCases.All, Gen.Int[0, 9], Gen.Int[0, 9]).Sample((one, shown, known) =>
    {
        var asOf = Some.AsOf(shown, known);
        var record = RecordCases.Facts(one);
        var expected = RecordCases.Conclude(one, record, asOf).Select(Told.Whole).ToList();
        record.Judgments.RemoveAll(fact => fact.DemonstratedOn > asOf.ShownBy || fact.RecordedAt > asOf.KnownBy);
        record.Entries.RemoveAll(fact => fact.EnteredAt > asOf.ShownBy || fact.RecordedAt > asOf.KnownBy);
        record.Overrides.RemoveAll(fact => fact.DecidedOn > asOf.ShownBy || fact.RecordedAt > asOf.KnownBy);
        record.Retractions.RemoveAll(fact => fact.RecordedAt > asOf.KnownBy);
        Whole(one, record).ShouldBe(expected);
    }, iter: Cases, print: all => $"shown {all.Item2} known {all.Item3}\n{RecordCases.Print(all.Item1)}");

    [Fact]
    public void One_competency_concluded_after_a_further_fact_equals_a_recomputation_of_all() => RecordCases.All.Sample(one =>
    {
        if (one.Said.Length == 0) return;
        var record = RecordCases.Facts(one with { Said = one.Said[..^1] });
        var kept = RecordCases.Conclude(one, record).ToList();
        var changed = RecordCases.Add(record, one.Said[^1]).Competency;
        var again = Standing.Of(RecordCases.Content.Find(changed)!, record.Build(), RecordCases.Content, RecordCases.Rules(one), AsOf.Everything);
        var incremental = kept.Where(is_ => is_.Competency != changed).Concat(again).OrderBy(is_ => is_.Competency.Value);
        incremental.Select(Told.Whole).ShouldBe(Whole(one, record));
    }, iter: Cases, print: RecordCases.Print);

    [Fact]
    public void The_newest_fact_of_a_standing_is_the_newest_there_is_in_force_or_not() => RecordCases.All.Sample(one =>
    {
        var record = RecordCases.Facts(one);
        IEnumerable<DateTime?> facts =
        [
            .. record.Judgments.Select(fact => fact.RecordedAt), .. record.Entries.Select(fact => fact.RecordedAt), .. record.Overrides.Select(fact => fact.RecordedAt),
            .. record.Retractions.GroupBy(taken => (taken.Kind, taken.Fact)).Select(same => same.Min(taken => taken.RecordedAt)),
        ];
        Standing.NewestFact(record.Build(), RecordCases.Content, AsOf.Everything).ShouldBe(facts.Max());
    }, iter: Cases / 5, print: RecordCases.Print);

    [Fact]
    public void What_a_learner_says_of_their_own_work_changes_no_conclusion() => RecordCases.All.Sample(one =>
    {
        var record = RecordCases.Facts(one);
        var with = RecordCases.Conclude(one, record).ToDictionary(Place);
        record.Judgments.RemoveAll(judgment => judgment.Role == JudgeRole.Learner);
        var without = RecordCases.Conclude(one, record).ToDictionary(Place);
        foreach (var (place, is_) in without.Where(pair => with.ContainsKey(pair.Key))) Told.Conclusion(with[place]).ShouldBe(Told.Conclusion(is_));
        // A stage that only the learner spoke of may be listed; nothing is concluded there.
        foreach (var (_, is_) in with.Where(pair => !without.ContainsKey(pair.Key))) (is_.Level, is_.IsProficient).ShouldBe((null, false));
    }, iter: Cases, print: RecordCases.Print);

    [Fact]
    public void Every_judgment_of_a_body_counts_or_is_dropped_once() => RecordCases.All.Sample(one =>
    {
        var record = RecordCases.Facts(one);
        foreach (var is_ in RecordCases.Conclude(one, record))
        {
            var named = is_.Counted.Select(judgment => judgment.Id).Concat(is_.Dropped.Select(left => left.Judgment)).ToList();
            named.Distinct().Count().ShouldBe(named.Count);
            is_.Counted.ShouldBe(is_.Counted.Order(Comparer<Judgment>.Create(Judgment.InOrder)));
        }
    }, iter: Cases, print: RecordCases.Print);

    [Fact]
    public void What_it_says_of_one_more_piece_comes_true() => Gen.Select(RecordCases.All, RecordCases.GenScores).Sample((any, rule) =>
    {
        var one = any with { Rule = rule, OfTargets = null };
        foreach (var told in RecordCases.Conclude(one, RecordCases.Facts(one)).Where(is_ => is_.Competency == Some.Competency))
            foreach (var next in told.WouldChange.OfType<NextPiece>())
            {
                var record = RecordCases.Facts(one);
                record.Judge(next.At.Number, day: 30, judge: new PersonId(Some.Id(9)), stage: told.Stage);
                var then = RecordCases.Conclude(one, record).Single(is_ => Place(is_) == Place(told));
                (then.Value, then.Level, then.IsProficient).ShouldBe((next.Value, next.Level, next.IsProficient));
            }
    }, iter: Cases / 5, print: all => $"{all.Item2}\n{RecordCases.Print(all.Item1)}");

    private static List<string> Whole(RecordCase one, RecordBuilder record) => [.. RecordCases.Conclude(one, record).Select(Told.Whole)];

    private static (CompetencyId, int?) Place(Determination is_) => (is_.Competency, is_.Stage);
}
