using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Seeing;

/// <summary>Whom guardians see: until the learner is of age, and not while a court says otherwise.</summary>
public sealed class FamilyScopeTests : IAsyncLifetime
{
    private TwoSchools _here = null!;

    public async ValueTask InitializeAsync()
    {
        _here = await TwoSchools.Make();
        await _here.Care(_here.May, _here.Ada);
        await _here.Care(_here.Jun, _here.Ada);
    }

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    [Trait("Abuse", "G1")]
    public async Task A_guardian_sees_the_child_they_are_linked_to_and_no_sibling_without_a_link()
    {
        await _here.Change(_here.Ben, one => one.Rename("Ben", "Byron"));
        TwoSchools.Seen(May()).ShouldBe("ada");
        May().Find(_here.Ben).ShouldBeNull();
        May().Record(_here.Ben).JudgmentsUnder(_here.Record.Drawing).ShouldBeEmpty();
        May().RightsTo(_here.Ben).ShouldBe(Rights.None);
    }

    [Theory]
    [Trait("Abuse", "G2")]
    [InlineData("2008-04-01", "2026-03-31", true)]
    [InlineData("2008-04-01", "2026-04-01", false)]
    [InlineData("2008-02-29", "2026-02-28", true)]
    [InlineData("2008-02-29", "2026-03-01", false)]
    [InlineData("2006-02-28", "2024-02-28", false)]
    [InlineData("2006-03-01", "2024-02-29", true)]
    [InlineData("1990-01-01", "2026-03-31", false)]
    public async Task A_guardians_right_ends_with_the_learners_eighteenth_birthday(string born, string on, bool sees)
    {
        var (birth, day) = (Date(born), Date(on));
        await _here.Change(_here.Ada, one => one.Born(birth));
        await _here.Add(new Guardianship(_here.May, _here.Ada, new DateOnly(2020, 1, 1), null));

        var scope = _here.Of(ActorKind.Guardian, _here.May.Value, day);

        (scope.Find(_here.Ada) is not null).ShouldBe(sees);
        TwoSchools.Seen(scope).ShouldBe(sees ? "ada" : "");
        sees.ShouldBe(new Learner(_here.Ada, "a", "A", "").Born(birth).AgeOn(day) < OfAge.Years, "one count of years everywhere");
    }

    [Fact]
    public async Task Where_the_birth_date_is_not_known_a_guardian_stays()
    {
        await _here.Change(_here.Ada, one => one.Born(null));
        TwoSchools.Seen(May()).ShouldBe("ada");
    }

    [Fact]
    [Trait("Abuse", "G2")]
    public async Task A_block_keeps_one_guardian_out_from_its_moment_until_it_is_lifted_and_the_other_stays()
    {
        var block = new GuardianBlock(new GuardianBlockId(Guid.CreateVersion7()), _here.May, _here.Ada, TwoSchools.Now, default, "Family court 12-3");
        await _here.Add(block);

        May(TwoSchools.Now.AddMicroseconds(-1)).Find(_here.Ada).ShouldNotBeNull();
        May(TwoSchools.Now).Find(_here.Ada).ShouldBeNull();
        TwoSchools.Seen(May()).ShouldBe("");
        May().GuardiansOf(_here.Ada).ShouldBeEmpty();
        TwoSchools.Seen(_here.Of(ActorKind.Guardian, _here.Jun.Value)).ShouldBe("ada");
        new Scope(_here.Open(), new Actor(ActorKind.Guardian, _here.May.Value, ""), TwoSchools.Today).Find(_here.Ada).ShouldBeNull("without a moment a block holds");

        await _here.Write(turn => turn.Db.Find<GuardianBlock>(block.Id)!.Lift(TwoSchools.Now.AddHours(1)));
        May(TwoSchools.Now.AddMinutes(59)).Find(_here.Ada).ShouldBeNull();
        May(TwoSchools.Now.AddHours(1)).Find(_here.Ada).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Abuse", "G2")]
    public async Task Who_is_unlinked_or_has_left_sees_nobody()
    {
        await _here.Care(_here.May, _here.Ben, until: -1);
        May().Find(_here.Ben).ShouldBeNull();
        await _here.Write(turn => turn.Db.Find<Guardian>(_here.May)!.Leave(TwoSchools.Now));
        May().Find(_here.Ada).ShouldBeNull();
        TwoSchools.Seen(May()).ShouldBe("");
    }

    [Fact]
    [Trait("Abuse", "G3")]
    public void A_guardian_learns_nothing_of_the_other_guardian()
    {
        May().GuardiansOf(_here.Ada).Select(one => one.DisplayName).ShouldBe(["May Byron"]);
        _here.Of(Actor.Operator).GuardiansOf(_here.Ada).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Abuse", "G6")]
    public void A_guardian_reads_and_asks_and_changes_nothing() =>
        May().RightsTo(_here.Ada).ShouldBe(Rights.See | Rights.SeeRecord | Rights.Export | Rights.AskAmendment);

    [Fact]
    [Trait("Abuse", "L1")]
    [Trait("Abuse", "L2")]
    public void A_learner_sees_themself_alone_and_judges_nothing()
    {
        var self = _here.Of(ActorKind.Learner, _here.Ada.Value);
        TwoSchools.Seen(self).ShouldBe("ada");
        self.Find(_here.Ben).ShouldBeNull();
        (self.RelationsTo(_here.Ada), self.RightsTo(_here.Ben)).ShouldBe((Relations.Self, Rights.None));
        (self.RightsTo(_here.Ada) & (Rights.Judge | Rights.Override | Rights.Amend | Rights.Manage | Rights.SeeNotes)).ShouldBe(Rights.None);
    }

    private Scope May(DateTime? at = null) => _here.Of(ActorKind.Guardian, _here.May.Value, at: at);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
