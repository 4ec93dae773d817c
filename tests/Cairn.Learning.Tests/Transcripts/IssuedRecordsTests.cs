using Cairn.Learning.Transcripts;
using CsCheck;
using static Cairn.Learning.Tests.Transcripts.TranscriptBuilder;

namespace Cairn.Learning.Tests.Transcripts;

public sealed class IssuedRecordsTests
{
    private static readonly DateTime At = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);
    private static readonly PersonId Second = new(new Guid(99, 0, 0, new byte[8]));

    [Fact]
    public void Of_several_the_newest_holds_and_the_others_were_true_on_their_day() =>
        IssuedRecords.From([Record(1), Record(3), Record(2)], []).All.Select(one => (one.Record.Edition, one.State)).ShouldBe([(3, RecordState.InForce), (2, RecordState.Older), (1, RecordState.Older)]);

    [Fact]
    public void A_correction_takes_the_place_of_what_had_the_mistake()
    {
        var (first, second) = (Record(1), Record(2) with { InsteadOf = Record(1).Id });
        var erratum = Asked(first);
        erratum.Approve(Second, "So it is", second.Id, At);

        var all = IssuedRecords.From([first, second], [erratum]);

        (all.StateOf(first.Id), all.InForce!.Edition, all.StateOf(new FrozenRecordId(Guid.NewGuid()))).ShouldBe((RecordState.Corrected, 2, null));
    }

    [Fact]
    public void What_was_taken_back_holds_no_more_and_nothing_older_takes_its_place()
    {
        var erratum = Asked(Record(2), isWithdrawal: true);
        erratum.Approve(Second, "Not hers", null, At);

        var all = IssuedRecords.From([Record(1), Record(2)], [erratum]);

        (all.InForce, all.StateOf(Record(2).Id), all.StateOf(Record(1).Id)).ShouldBe((null, RecordState.Withdrawn, RecordState.Older));
    }

    [Fact]
    public void A_mistake_that_waits_or_was_refused_changes_nothing()
    {
        var (waiting, refused) = (Asked(Record(1), isWithdrawal: true), Asked(Record(1), isWithdrawal: true));
        refused.Refuse(Second, "No", At);

        IssuedRecords.From([Record(1)], [waiting, refused]).InForce.ShouldNotBeNull();
    }

    [Fact]
    public void A_record_is_closed_by_graduation_and_by_nothing_else()
    {
        IssuedRecords.From([Record(1)], []).IsClosed.ShouldBeFalse();
        IssuedRecords.From([Record(1) with { For = IssuedFor.Graduation }, Record(2) with { For = IssuedFor.Correction }], []).IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_decides_about_a_mistake_that_they_told_of_and_nobody_decides_twice()
    {
        var erratum = Asked(Record(1));

        Should.Throw<InvalidOperationException>(() => erratum.Approve(Feld, "Mine", Record(2).Id, At));
        Should.Throw<InvalidOperationException>(() => erratum.Approve(Second, "Without an edition", null, At));
        erratum.Refuse(Second, "It is right", At);
        Should.Throw<InvalidOperationException>(() => erratum.Refuse(Second, "Again", At));
        (erratum.State, erratum.Version).ShouldBe((ErratumState.Refused, 2));
    }

    [Fact]
    public void A_link_opens_until_its_day_or_until_it_is_taken_back()
    {
        var share = new TranscriptShare(new TranscriptShareId(Guid.NewGuid()), Rosa, "hash", "State College", ShareFormat.Both, ReleaseBasis.OwnWish, Feld, At, At.AddDays(1));

        (share.OpensAt(At), share.OpensAt(At.AddDays(1).AddTicks(-10)), share.OpensAt(At.AddDays(1))).ShouldBe((true, true, false));
        share.Revoke(Second, At.AddHours(1));
        share.OpensAt(At.AddHours(2)).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => share.Revoke(Second, At.AddHours(3)));
        share.Erase(At);
        (share.ToWhom, share.RevokedBy).ShouldBe(("", Second));
    }

    [Theory]
    [InlineData(ReleaseBasis.OwnWish, "", true, false, false, true)]
    [InlineData(ReleaseBasis.OwnWish, "words", false, true, true, false)]
    [InlineData(ReleaseBasis.Consent, "", false, true, true, true)]
    [InlineData(ReleaseBasis.Consent, "", false, true, false, false)]
    [InlineData(ReleaseBasis.Consent, "", false, false, true, false)]
    [InlineData(ReleaseBasis.Enrollment, "Northport High", false, true, false, true)]
    [InlineData(ReleaseBasis.Enrollment, "  ", false, true, false, false)]
    [InlineData(ReleaseBasis.Order, "12-CV-7", false, true, false, true)]
    [InlineData(ReleaseBasis.Order, "12-CV-7", true, false, false, false)]
    [InlineData((ReleaseBasis)99, "x", true, true, true, false)]
    public void A_transcript_leaves_the_house_on_a_ground_in_law_or_not_at_all(ReleaseBasis basis, string ground, bool holdsRights, bool mayCertify, bool isPermitted, bool may) =>
        Releasing.May(basis, ground, holdsRights, mayCertify, isPermitted).ShouldBe(may);

    [Fact]
    public void A_code_is_read_however_it_is_typed_from_paper() => Gen.Byte.Array[5].Sample(bytes =>
    {
        var code = RecordCode.Of(bytes);
        return code.Length == 9 && RecordCode.Read(code) == code && RecordCode.Read(code.ToLowerInvariant().Replace("-", " ")) == code
            && RecordCode.Read(code.Replace('1', 'l').Replace('0', 'o')) == code && RecordCode.Read(code[..8]) is null && RecordCode.Read(code + "7") is null;
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("UUUU-UUUU")]
    [InlineData("<script>")]
    [InlineData("7KQ2 M9XD 7KQ2 M9XD 7KQ2 M9XD 7KQ2 M9XD 7KQ2 M9XD")]
    public void What_is_no_code_is_none(string? typed) => RecordCode.Read(typed).ShouldBeNull();

    [Fact]
    public void The_profile_of_the_own_school_goes_before_the_districts_and_the_newest_version_before_others()
    {
        var school = new Cairn.Learning.OrganizationId(Guid.NewGuid());
        SchoolProfile[] all = [Profile(null, 3), Profile(school, 1), Profile(school, 2), Profile(new OrganizationId(Guid.NewGuid()), 9)];

        SchoolProfile.For(all, school)!.Number.ShouldBe(2);
        SchoolProfile.For(all, null)!.Number.ShouldBe(3);
        SchoolProfile.For([], school).ShouldBeNull();
    }

    private static SchoolProfile Profile(OrganizationId? school, int number) => new(new SchoolProfileId(Guid.NewGuid()), school, number, $"Profile {number}", "", "", "", "", "", Feld, At);

    private static FrozenRecord Record(int edition) => new(new FrozenRecordId(new Guid(5, 0, (short)edition, new byte[8])), Rosa, edition, IssuedFor.Request, "7KQ2-M9XD", new string('0', 64), Day, Feld, At);

    private static Erratum Asked(FrozenRecord about, bool isWithdrawal = false) => new(new ErratumId(Guid.NewGuid()), Rosa, about.Id, isWithdrawal, "Her name", Feld, At);
}
