using Cairn.Learning.People;
using Cairn.Learning.Privacy;

namespace Cairn.Learning.Tests.Privacy;

/// <summary>What stands in the way of an erasure, and what its words may say.</summary>
public sealed class ErasureCheckTests
{
    private static readonly DateOnly Left = new(2021, 6, 15);
    private static readonly Learner Ada = new(new LearnerId(Guid.CreateVersion7()), "ada.byron", "Ada", "Byron");

    [Fact]
    public void A_part_goes_on_the_day_after_its_years()
    {
        Retention[] schedule = [new(RetainedPart.Work, 5, "policy 3"), new(RetainedPart.Record, 60, "law")];
        Of(new DateOnly(2026, 6, 15), schedule, RetainedPart.Work).ShouldBe([new ErasureBlock(ErasureHindrance.KeptLonger, RetainedPart.Work, new DateOnly(2026, 6, 16), "policy 3")]);
        Of(new DateOnly(2026, 6, 16), schedule, RetainedPart.Work).ShouldBeEmpty();
        ErasureCheck.Due(schedule, Left, new DateOnly(2026, 6, 16)).ShouldBe([RetainedPart.Work]);
        ErasureCheck.Due(schedule, Left, new DateOnly(2026, 6, 15)).ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_who_left_on_a_leap_day_is_kept_whole_years() => new Retention(RetainedPart.Work, 1, "").EndsAfter(new DateOnly(2024, 2, 29)).ShouldBe(new DateOnly(2025, 3, 1));

    [Fact]
    public void Holds_and_open_requests_stop_every_part()
    {
        ErasureCheck.Of(Ada, [RetainedPart.Work], [], hasHold: true, hasOpenAmendment: true, Left, Left.AddYears(50)).Select(one => one.Why).ShouldBe([ErasureHindrance.LegalHold, ErasureHindrance.OpenAmendment]);
    }

    [Fact]
    public void Of_somebody_who_is_here_only_words_and_files_go()
    {
        var blocks = ErasureCheck.Of(Ada, Enum.GetValues<RetainedPart>(), [], false, false, null, Left);
        blocks.Select(one => (one.Why, one.Part)).ShouldBe([(ErasureHindrance.StillHere, RetainedPart.Record), (ErasureHindrance.StillHere, RetainedPart.Person), (ErasureHindrance.StillHere, RetainedPart.Access)]);
    }

    [Theory]
    [InlineData("the family asked", false)]
    [InlineData("Ada's family asked", true)]
    [InlineData("about ADA.BYRON", true)]
    [InlineData("see the file of Byron", true)]
    [InlineData("an adamant wish", false)]
    public void A_reason_that_names_the_learner_is_known(string reason, bool names) => ErasureCheck.Names(Ada, reason).ShouldBe(names);

    [Fact]
    public void An_erased_learner_keeps_the_id_and_where_policies_come_from()
    {
        var school = new OrganizationId(Guid.CreateVersion7());
        var gone = new Learner(Ada.Id, "ada", "Ada", "Byron").Born(new DateOnly(2009, 1, 1)).IsCalled("A.").BelongsTo(school).KeptBy("roster").Erase();
        (gone.Id, gone.School, gone.FullName, gone.BirthDate, gone.Source, gone.Username).ShouldBe((Ada.Id, school, "Erased learner", null, "", $"erased-{Ada.Id.Value:N}"));
    }

    private static IReadOnlyList<ErasureBlock> Of(DateOnly today, Retention[] schedule, params RetainedPart[] parts) => ErasureCheck.Of(Ada, parts, schedule, false, false, Left, today);
}
