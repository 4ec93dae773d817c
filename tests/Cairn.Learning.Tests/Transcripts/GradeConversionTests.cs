using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using CsCheck;

namespace Cairn.Learning.Tests.Transcripts;

public sealed class GradeConversionTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly PersonId Ada = new(Guid.CreateVersion7()), Bo = new(Guid.CreateVersion7());
    private static readonly OrganizationId North = new(Guid.CreateVersion7());
    private static readonly ProgramId Pilot = new(Guid.CreateVersion7());

    [Fact]
    public void One_person_proposes_and_another_signs()
    {
        var one = Draft("usual");

        one.Propose(Today.AddDays(9), Today, Ada);
        Should.Throw<InvalidOperationException>(() => one.Sign(Today, Ada, Now));
        one.Sign(Today, Bo, Now);

        (one.State, one.AdoptedBy, one.SignedBy, one.EffectiveFrom, one.Version).ShouldBe((ConversionState.Adopted, Ada, Bo, Today.AddDays(9), 4));
    }

    [Fact]
    public void What_was_adopted_is_never_changed()
    {
        var one = Adopted("usual", Today);

        Should.Throw<InvalidOperationException>(() => one.Rewrite("x", one.Table, "", "", default, true, Ada));
        Should.Throw<InvalidOperationException>(() => one.Propose(Today, Today, Ada));
        Should.Throw<InvalidOperationException>(one.TakeBack);
        Should.Throw<InvalidOperationException>(one.Withdraw);
        one.Title.ShouldBe("usual");
    }

    [Fact]
    public void The_past_never_moves()
    {
        var (early, late) = (Draft("early"), Draft("late"));

        Should.Throw<ArgumentOutOfRangeException>(() => early.Propose(Today.AddDays(-1), Today, Ada));
        late.Propose(Today, Today, Ada);

        Should.Throw<InvalidOperationException>(() => late.Sign(Today.AddDays(1), Bo, Now.AddDays(1)));
    }

    [Fact]
    public void The_first_table_of_a_place_may_begin_on_any_day_and_a_later_one_tomorrow_at_the_earliest()
    {
        ConversionFor.Earliest([Draft("draft")], default, Today).ShouldBe(DateOnly.MinValue);
        ConversionFor.Earliest([Adopted("usual", Today.AddDays(90))], default, Today).ShouldBe(Today.AddDays(1));
        // A school's own goes before the district's: the district's first moves nothing of it, and the other way it would.
        ConversionFor.Earliest([Adopted("north", Today, new(North, null))], default, Today).ShouldBe(DateOnly.MinValue);
        ConversionFor.Earliest([Adopted("usual", Today)], new(North, null), Today).ShouldBe(Today.AddDays(1));
        ConversionFor.Earliest([Adopted("north", Today, new(North, null))], new(new(Guid.CreateVersion7()), null), Today).ShouldBe(DateOnly.MinValue);
        ConversionFor.Earliest([Adopted("north", Today, new(North, null))], new(null, Pilot), Today).ShouldBe(Today.AddDays(1));
    }

    [Fact]
    public void Whatever_is_adopted_no_grade_of_today_or_of_a_day_before_moves() => Gen.Select(Gen.Int[0, 3], Gen.Int[-900, 300], Gen.Bool).List[1, 8].Sample(steps =>
    {
        PolicyPlace[] places = [default, new(North, null), new(null, Pilot), new(new OrganizationId(new Guid(7, 7, 7, new byte[8])), null)];
        PolicyPlace[] learners = [default, new(North, null), new(North, Pilot), new(places[3].School, Pilot), places[3]];
        List<GradeConversion> all = [];
        foreach (var (place, days, isActive) in steps)
        {
            var (next, earliest) = (Draft("x", places[place], isActive: isActive), ConversionFor.Earliest(all, places[place], Today));
            var from = Today.AddDays(days);
            if (from < earliest) continue;
            next.Propose(from, earliest, Ada);
            next.Sign(earliest, Bo, Now.AddSeconds(all.Count));
            foreach (var learner in learners)
                foreach (var day in Enumerable.Range(0, 31).Select(ago => Today.AddDays(-30 * ago)))
                    if (ConversionFor.Of(all, learner, day) is { } held && ConversionFor.Of([.. all, next], learner, day)?.Id != held.Id) return false;
            all.Add(next);
        }

        return true;
    });

    [Fact]
    public void A_proposal_that_is_taken_back_is_a_draft_again()
    {
        var one = Draft("usual");
        one.Propose(Today, Today, Ada);

        one.TakeBack();

        (one.State, one.EffectiveFrom, one.AdoptedBy).ShouldBe((ConversionState.Draft, null, null));
    }

    [Fact]
    public void The_narrower_place_wins_and_only_what_was_adopted_counts()
    {
        GradeConversion[] all = [Adopted("district", Today), Adopted("north", Today, new(North, null)), Adopted("pilot", Today, new(null, Pilot)), Draft("draft")];

        ConversionFor.Of(all, new(null, null), Today)!.Code.ShouldBe("district");
        ConversionFor.Of(all, new(North, null), Today)!.Code.ShouldBe("north");
        ConversionFor.Of(all, new(North, Pilot), Today)!.Code.ShouldBe("pilot");
        ConversionFor.Of(all, new(North, Pilot), Today.AddDays(-1)).ShouldBeNull();
    }

    [Fact]
    public void A_later_version_holds_from_its_day_and_not_a_day_earlier()
    {
        GradeConversion[] all = [Adopted("usual", Today, number: 1), Adopted("usual", Today.AddDays(100), number: 2)];

        ConversionFor.Of(all, default, Today.AddDays(99))!.Number.ShouldBe(1);
        ConversionFor.Of(all, default, Today.AddDays(100))!.Number.ShouldBe(2);
        ConversionFor.Of([.. all.Reverse()], default, Today.AddDays(100))!.Number.ShouldBe(2);
    }

    [Fact]
    public void A_version_that_ends_it_gives_the_place_back_to_the_wider_one()
    {
        GradeConversion[] all = [Adopted("district", Today), Adopted("north", Today, new(North, null)), Adopted("north", Today.AddDays(10), new(North, null), number: 2, isActive: false)];

        ConversionFor.Of(all, new(North, null), Today.AddDays(9))!.Code.ShouldBe("north");
        ConversionFor.Of(all, new(North, null), Today.AddDays(10))!.Code.ShouldBe("district");
    }

    [Fact]
    public void An_award_is_graded_by_the_conversion_of_its_own_place_and_day()
    {
        GradeConversion[] all =
        [
            Adopted("usual", Today, table: "mean decimals=2 scale=1..4\n[3, ] letter=A points=4"),
            Adopted("usual", Today.AddDays(100), number: 2, table: "mean decimals=2 scale=1..4\n[3, ] letter=B points=3"),
        ];
        var award = Award(Today.AddDays(50));

        var grade = AwardGrade.From(award, [Part(award, 3, 1), Part(award, 4, 2)], all);

        (grade.Grade!.Letter, grade.Grade.Value, grade.Conversion!.Number, grade.Line.Points).ShouldBe(("A", 3.5m, 1, 4m));
        AwardGrade.From(Award(Today.AddDays(100)) with { Level = 3 }, [], all).Grade!.Letter.ShouldBe("B");
    }

    [Fact]
    public void Levels_of_another_award_are_not_read_and_a_part_without_level_leaves_the_awards_own_mean()
    {
        var (award, other) = (Award(Today) with { Level = 2.5m }, Award(Today));

        AwardGrade.LevelsOf(award, [Part(other, 4, 1)]).ShouldBe([2.5m]);
        AwardGrade.LevelsOf(award, [Part(award, null, 1), Part(award, 4, 2)]).ShouldBe([2.5m]);
        AwardGrade.LevelsOf(award with { Level = null }, []).ShouldBeEmpty();
    }

    [Fact]
    public void What_has_no_grade_says_why_and_enters_no_average()
    {
        var usual = Adopted("usual", Today, table: "mean decimals=2 scale=1..4\n[3, 4] letter=A points=4\n[2, 2.99] letter=B");
        CreditAward[] awards =
        [
            Award(Today) with { Level = 4 },
            Award(Today) with { Level = 4, Grading = GradingOption.NoGrade },
            Award(Today) with { Source = CreditSource.Transfer },
            Award(Today) with { Source = CreditSource.Transfer, ProvisionalUntil = Today.AddDays(90) },
            Award(Today.AddDays(-1)) with { Level = 4 },
            Award(Today) with { Level = 2.5m },
            Award(Today) with { Level = 1 },
        ];

        var average = GradeAverage.From([.. awards.Select(one => AwardGrade.From(one, [], [usual]).Line)]);

        (average.Unweighted.Value, average.Unweighted.Hundredths, average.Unweighted.Formula).ShouldBe((4m, 100, "(4 x 1) / 1"));
        average.Unweighted.LeftOut.Select(one => one.Why).ShouldBe([LeftOut.NoGrade, LeftOut.OtherSchool, LeftOut.Provisional, LeftOut.NoConversion, LeftOut.NoPoints, LeftOut.NoPoints]);
    }

    [Fact]
    public void An_average_counts_each_line_as_often_as_its_credit_and_weighted_lines_apart()
    {
        var average = GradeAverage.From([Line(100, 4, 5), Line(50, 3, 3), Line(25, null, null)]);

        // (4 x 1 + 3 x 0.5) / 1.5 = 3.666..., (5 x 1 + 3 x 0.5) / 1.5 = 4.333...
        (average.Unweighted.Value, average.Weighted.Value, average.Honors).ShouldBe((3.67m, 4.33m, Honors.CumLaude));
        average.Unweighted.LeftOut.Count.ShouldBe(1);
    }

    [Fact]
    public void Honors_go_by_the_average_as_it_is_printed()
    {
        // (4 x 0.99 + 3 x 1.01) / 2 = 3.495, printed 3.50: the printed arithmetic decides.
        GradeAverage.From([Line(99, 4, 4), Line(101, 3, 3)]).ShouldSatisfyAllConditions(one => one.Unweighted.Value.ShouldBe(3.50m), one => one.Honors.ShouldBe(Honors.CumLaude));
        GradeAverage.From([]).ShouldSatisfyAllConditions(one => one.Unweighted.Value.ShouldBeNull(), one => one.Honors.ShouldBe(Honors.None));
    }

    private static AverageLine Line(int hundredths, decimal? points, decimal? weighted) => new(new(Guid.CreateVersion7()), hundredths, points, weighted);

    private static CreditAward Award(DateOnly day) => new(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), CreditSource.Mastery, 100, day, Ada, Now) { School = North };

    private static CreditAwardPart Part(CreditAward award, decimal? level, int stage) => new(new(Guid.CreateVersion7()), award.Learner, award.Id, new(Guid.Empty), stage, 50, level, null);

    private static GradeConversion Draft(string code, PolicyPlace place = default, int number = 1, bool isActive = true, string? table = null)
    {
        var text = table ?? GradeTableText.Of(PublishedConversions.Portland.Table);
        var one = new GradeConversion(new(Guid.CreateVersion7()), code, number, code, text, Ada, Now);
        one.Rewrite(code, text, "", "", place, isActive, Ada);
        return one;
    }

    private static GradeConversion Adopted(string code, DateOnly from, PolicyPlace place = default, int number = 1, bool isActive = true, string? table = null)
    {
        var one = Draft(code, place, number, isActive, table);
        one.Propose(from, Today < from ? Today : from, Ada);
        one.Sign(Today < from ? Today : from, Bo, Now);
        return one;
    }
}
