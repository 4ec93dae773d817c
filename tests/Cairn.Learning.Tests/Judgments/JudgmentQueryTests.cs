using Cairn.Learning.Judgments;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Judgments;

public sealed class JudgmentQueryTests
{
    private static readonly PersonId Leader = new(Some.Id(30));
    private static readonly DateOnly Due = new(2026, 4, 14);

    [Fact]
    public void A_question_is_answered_once_and_may_then_go_above_once()
    {
        var query = Query();
        query.Reply(null, Some.Teacher, "because", Some.Day(1));
        Should.Throw<InvalidOperationException>(() => query.Reply(null, Some.OtherTeacher, "no", Some.Day(1)));
        query.AskAbove("not so", Some.Day(2), Due.AddDays(14));
        Should.Throw<InvalidOperationException>(() => query.AskAbove("again", Some.Day(2), Due));
        query.Decide(isGranted: true, Leader, Some.Teacher, "look anew", Some.Day(3));

        (query.State, query.Answer, query.Appeal, query.Decision, query.IsOpen, query.MayAppeal).ShouldBe((QueryState.Granted, "because", "not so", "look anew", false, false));
        Should.Throw<InvalidOperationException>(query.TakeBack);
    }

    [Fact]
    public void Nobody_decides_about_their_own_judgment_or_their_own_answer()
    {
        foreach (var one in (PersonId[])[Some.Teacher, Some.OtherTeacher])
        {
            var query = Query();
            query.Reply(new JudgmentId(Some.Id(44)), Some.OtherTeacher, "put right", Some.Day(1));
            query.State.ShouldBe(QueryState.Corrected);
            query.AskAbove("still not", Some.Day(2), Due);
            Should.Throw<InvalidOperationException>(() => query.Decide(false, one, Some.Teacher, "mine", Some.Day(3)));
            query.State.ShouldBe(QueryState.Appealed);
        }
    }

    [Fact]
    public void It_is_late_from_the_day_after_its_last_while_it_waits()
    {
        var query = Query();

        (query.IsOverdueOn(Due), query.IsOverdueOn(Due.AddDays(1))).ShouldBe((false, true));
        query.TakeBack();
        query.IsOverdueOn(Due.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void Erased_it_says_that_it_was_asked_and_nothing_more()
    {
        var query = Query();
        query.Reply(null, Some.Teacher, "answer", Some.Day(1));
        query.Erase();

        (query.Words, query.Answer, query.State).ShouldBe(("", "", QueryState.Stands));
    }

    [Theory]
    [InlineData("2026-03-31", 10, "2026-04-14")]
    [InlineData("2026-04-03", 1, "2026-04-06")]
    [InlineData("2026-04-04", 1, "2026-04-06")]
    [InlineData("2026-04-05", 2, "2026-04-07")]
    [InlineData("2026-04-01", 0, "2026-04-02")]
    public void School_days_leave_out_weekends(string asked, int days, string due) => QueryDays.DueOn(Day(asked), days).ShouldBe(Day(due));

    [Theory]
    [InlineData("2026-04-14", "2026-03-31", 10)]
    [InlineData("2026-04-14", "2026-04-14", 0)]
    [InlineData("2026-04-14", "2026-04-15", -1)]
    [InlineData("2026-04-17", "2026-04-18", -1)]
    [InlineData("2026-04-17", "2026-04-21", -2)]
    public void Days_left_count_as_the_due_day_was_counted(string due, string today, int left) => QueryDays.Left(Day(due), Day(today)).ShouldBe(left);

    [Fact]
    public void As_many_school_days_are_left_on_the_day_it_is_asked_as_the_policy_says() => Gen.Select(Gen.Int[0, 4000], Gen.Int[1, QueryDays.Most]).Sample((day, days) =>
    {
        var asked = new DateOnly(2020, 1, 1).AddDays(day);
        var due = QueryDays.DueOn(asked, days);

        QueryDays.Left(due, asked).ShouldBe(days);
        due.DayOfWeek.ShouldNotBe(DayOfWeek.Saturday);
        due.DayOfWeek.ShouldNotBe(DayOfWeek.Sunday);
        QueryDays.DueOn(asked, days + 1).ShouldBeGreaterThanOrEqualTo(due);
    }, iter: 200, threads: 1);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static JudgmentQuery Query() => new(new JudgmentQueryId(Some.Id(40)), Some.Learner, new JudgmentId(Some.Id(41)), Some.Competency, Some.Learner.Person, "why?", Some.Day(0), Due);
}
