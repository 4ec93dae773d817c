using Cairn.Learning.Privacy;

namespace Cairn.Learning.Tests.Privacy;

/// <summary>What holds of a permission: by whom, until when, and about what.</summary>
public sealed class ConsentInForceTests
{
    private static readonly DateOnly Today = new(2026, 3, 31);
    private static readonly LearnerId Ada = new(Guid.CreateVersion7());
    private static readonly PersonId Mother = new(Guid.CreateVersion7());
    private static readonly PersonId Father = new(Guid.CreateVersion7());
    private static readonly EvidenceId Piece = new(Guid.CreateVersion7());
    private int _minute;

    [Fact]
    public void Nobody_answered_is_no_but_for_directories()
    {
        foreach (var purpose in Enum.GetValues<ConsentPurpose>()) Of([], purpose).Permits(purpose).ShouldBe(purpose == ConsentPurpose.Directory);
    }

    [Fact]
    public void The_newest_answer_of_a_person_counts() =>
        (Of([Yes(Mother), No(Mother)]).State, Of([No(Mother), Yes(Mother)]).State).ShouldBe((ConsentState.Refused, ConsentState.Given));

    [Fact]
    public void Among_two_a_refusal_wins_whenever_it_came()
    {
        (Of([No(Father), Yes(Mother)]).State, Of([Yes(Mother), No(Father)]).State).ShouldBe((ConsentState.Refused, ConsentState.Refused));
        Of([Yes(Mother), No(Father)]).IsDisputed.ShouldBeTrue();
        Of([No(Mother), No(Father)]).IsDisputed.ShouldBeFalse();
    }

    [Fact]
    public void Whoever_does_not_hold_the_right_any_more_has_not_answered()
    {
        Of([Yes(Father)], holders: [Mother]).State.ShouldBe(ConsentState.NotAnswered);
        Of([No(Father), Yes(Mother)], holders: [Mother]).State.ShouldBe(ConsentState.Given);
    }

    [Fact]
    public void An_opt_out_of_directories_stands_until_whoever_holds_the_right_answers_anew()
    {
        Of([No(Father, ConsentPurpose.Directory)], ConsentPurpose.Directory, [Ada.Person]).State.ShouldBe(ConsentState.Refused);
        Of([No(Father, ConsentPurpose.Directory), Yes(Ada.Person, ConsentPurpose.Directory)], ConsentPurpose.Directory, [Ada.Person]).State.ShouldBe(ConsentState.Given);
    }

    [Fact]
    public void What_was_said_of_one_piece_counts_before_what_was_said_of_all()
    {
        Consent[] all = [No(Mother), Yes(Mother) with { Evidence = Piece }];
        (Of(all).State, Of(all, evidence: Piece).State, Of(all, evidence: new EvidenceId(Guid.CreateVersion7())).State).ShouldBe((ConsentState.Refused, ConsentState.Given, ConsentState.Refused));
    }

    [Fact]
    public void A_permission_ends_after_its_last_day()
    {
        Of([Yes(Mother) with { Until = Today }]).State.ShouldBe(ConsentState.Given);
        Of([Yes(Mother) with { Until = Today.AddDays(-1) }]).State.ShouldBe(ConsentState.Over);
    }

    [Fact]
    public void A_part_of_a_record_is_read_as_it_was_written()
    {
        foreach (var part in (DisputedPart[])[DisputedPart.Record, new(DisputedKind.Person, Guid.Empty), new(DisputedKind.Competency, Guid.CreateVersion7()), new(DisputedKind.Evidence, Guid.CreateVersion7()), new(DisputedKind.Judgment, Guid.CreateVersion7())])
            DisputedPart.Read(part.ToString()).ShouldBe(part);
        foreach (var odd in (string[])["", "evidence:", "evidence:x", "nothing", ":", "competency"]) DisputedPart.Read(odd).ShouldBe(DisputedPart.Record);
    }

    [Theory]
    [InlineData(45, 45)]
    [InlineData(60, 45)]
    [InlineData(10, 10)]
    [InlineData(0, 1)]
    public void A_request_waits_no_longer_than_the_law_lets_it(int days, int waits) => AmendmentDays.DueOn(Today, days).ShouldBe(Today.AddDays(waits));

    private static ConsentInForce Of(IEnumerable<Consent> all, ConsentPurpose purpose = ConsentPurpose.Pictures, PersonId[]? holders = null, EvidenceId? evidence = null) =>
        ConsentInForce.Of(all, purpose, evidence, null, (holders ?? [Mother, Father]).ToHashSet(), Today);

    private Consent Yes(PersonId by, ConsentPurpose purpose = ConsentPurpose.Pictures) =>
        new(new ConsentId(Guid.CreateVersion7()), Ada, purpose, null, null, true, by, null, new DateTime(2026, 3, 1, 0, _minute++, 0, DateTimeKind.Utc));

    private Consent No(PersonId by, ConsentPurpose purpose = ConsentPurpose.Pictures) => Yes(by, purpose) with { IsGiven = false };
}
