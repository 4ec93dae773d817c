using Cairn.Learning.Credits;
using Cairn.Learning.Transcripts;
using static Cairn.Learning.Tests.Transcripts.TranscriptBuilder;

namespace Cairn.Learning.Tests.Transcripts;

public sealed class TranscriptTests
{
    [Fact]
    public void Who_has_shown_nothing_has_a_transcript_that_says_nothing()
    {
        var sheet = Transcript.From(Facts([])).Sheet;

        (sheet.Areas.Count, sheet.Lines.Count, sheet.Hundredths, sheet.Provisional, sheet.Average, sheet.Honors).ShouldBe((0, 0, 0, 0, null, Honors.None));
    }

    [Fact]
    public void An_area_says_what_was_shown_of_how_many_its_credit_and_the_level_of_the_mean()
    {
        var facts = Facts([Award(1, 50, Maths), Award(2, 25, Maths, earned: new DateOnly(2026, 11, 2))]) with { Competencies = [Shown(Maths, 4, "M.1"), Shown(Maths, 3, "M.2"), Shown(Maths, 2, "M.3"), Shown(Arts, 2, "A.1")] };

        var area = Transcript.From(facts).Sheet.Areas.Single();

        area.Title.ShouldBe("Mathematics");
        area.Shown.Select(one => one.Code).ShouldBe(["M.1", "M.2"]);
        (area.Of, area.Hundredths, area.Latest).ShouldBe((6, 75, new DateOnly(2026, 11, 2)));
        // The mean of 4 and 3 is 3.5: Solid, and not yet Extending.
        area.Level.ShouldBe(new SheetLevel(3, "Solid", 3, 4) { IsProficient = true });
    }

    [Fact]
    public void What_is_not_yet_shown_is_nowhere_on_a_transcript() =>
        Print(Transcript.From(Facts([]) with { Competencies = [Shown(Maths, 2, "M.3"), Shown(Maths, 1, "M.4")] }).Sheet).ShouldNotContain("M.3");

    [Fact]
    public void Credit_of_no_area_still_has_a_row()
    {
        var sheet = Transcript.From(Facts([Award(1, 300), Award(2, 100, new AreaId(Guid.NewGuid()))])).Sheet;

        sheet.Areas.Single().ShouldSatisfyAllConditions(one => one.Title.ShouldBe(""), one => one.Hundredths.ShouldBe(400), one => one.Level.ShouldBeNull());
    }

    [Fact]
    public void A_line_has_the_letter_of_the_table_that_held_on_its_own_day()
    {
        var (before, after) = (Award(1, earned: new DateOnly(2025, 6, 1)), Award(2, earned: new DateOnly(2026, 6, 1)));
        var facts = Facts([before, after]) with { Conversions = [Letters(), Letters(2, new DateOnly(2026, 1, 1), "mean decimals=2 scale=1..4\n[3, 4] letter=M percent=85 points=3.5")] };

        var sheet = Transcript.From(facts).Sheet;

        sheet.Lines.Select(one => (one.Grade, one.Points)).ShouldBe([("B", 3m), ("M", 3.5m)]);
        sheet.Average.ShouldBe(3.25m);
        sheet.Conversions.Select(one => one.Number).ShouldBe([1, 2]);
        sheet.Conversions[1].Bands.ShouldBe([new SheetBand(3, true, 4, true, "M", "85", 3.5m)]);
    }

    [Fact]
    public void Credit_of_another_school_keeps_its_grade_as_it_stood_there_and_enters_no_average()
    {
        var award = Award(1, source: CreditSource.Transfer, level: null);

        var sheet = Transcript.From(Facts([award, Award(2)], texts: [Text(award, "Algebra", "B+", "Northport High"), Text(Award(2))])).Sheet;

        sheet.Lines.Single(one => one.Source == CreditSource.Transfer).ShouldSatisfyAllConditions(
            one => (one.Grade, one.Origin, one.Points, one.LeftOut).ShouldBe(("B+", "Northport High", null, LeftOut.OtherSchool)));
        (sheet.Average, sheet.Hundredths).ShouldBe((3m, 200));
    }

    [Fact]
    public void Provisional_credit_is_marked_with_its_last_day_and_is_not_in_the_sum()
    {
        var sheet = Transcript.From(Facts([Award(1, 100, Maths), Award(2, 50, Maths) with { ProvisionalUntil = Day }])).Sheet;

        (sheet.Hundredths, sheet.Provisional, sheet.Areas[0].Hundredths, sheet.Areas[0].Provisional).ShouldBe((100, 50, 100, 50));
        sheet.Lines.Count(one => one.ProvisionalUntil == Day).ShouldBe(1);
    }

    [Fact]
    public void What_was_taken_back_or_ran_out_is_printed_nowhere_and_the_conclusion_says_why()
    {
        var (back, over) = (Award(1), Award(2) with { ProvisionalUntil = Day.AddDays(-1) });

        var transcript = Transcript.From(Facts([back, over], [Reverse(back)]));

        transcript.Sheet.Lines.ShouldBeEmpty();
        transcript.LeftOut.ShouldBe([(back.Id, NotPrinted.Reversed), (over.Id, NotPrinted.RanOut)]);
    }

    [Fact]
    public void A_part_of_a_policys_credit_is_that_part_of_its_hours_and_only_the_listed_title_is_the_NCAAs()
    {
        var policy = new CreditPolicy(new CreditPolicyId(Guid.NewGuid()), "math-1", 1, "Math", new FrameworkId(Guid.NewGuid()), CreditMethod.CompleteEvidence, 100, new DateOnly(2020, 1, 1), Feld, DateTime.UnixEpoch)
        {
            SeatHours = 135, CourseTitle = "Algebra I", IsNcaaApproved = true,
        };
        var (part, other) = (Award(1, 33) with { Policy = policy.Id }, Award(2) with { Policy = policy.Id });

        var lines = Transcript.From(Facts([part, other], texts: [Text(part, "Algebra I"), Text(other, "Algebra 1")], policies: [policy])).Sheet.Lines;

        lines.Select(one => (one.SeatHours, one.IsNcaa)).ShouldBe([(45, true), (135, false)]);
    }

    [Fact]
    public void Credit_without_a_grade_has_none_and_weighted_credit_counts_more_in_the_weighted_average_alone()
    {
        var sheet = Transcript.From(Facts([Award(1) with { Grading = GradingOption.NoGrade }, Award(2) with { IsWeighted = true }, Award(3)])).Sheet;

        sheet.Lines[0].ShouldSatisfyAllConditions(one => one.Grade.ShouldBe(""), one => one.LeftOut.ShouldBe(LeftOut.NoGrade));
        (sheet.Average, sheet.Weighted).ShouldBe((3m, 3.5m));
    }

    [Fact]
    public void A_transcript_has_no_place_for_a_disability_a_situation_or_a_language()
    {
        string[] never = ["accommodat", "disab", "iep", "situation", "modif", "language", "support", "homeless", "foster"];
        Type[] printed = [typeof(TranscriptSheet), typeof(TranscriptPerson), typeof(SheetArea), typeof(SheetLine), typeof(SheetCompetency), typeof(SheetProfile), typeof(TranscriptWork), typeof(TranscriptDiploma), typeof(TranscriptFacts)];

        printed.SelectMany(type => type.GetProperties().Select(one => one.Name)).ShouldAllBe(name => !never.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
