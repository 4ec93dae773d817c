using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Seeing;

/// <summary>Whom people and systems from outside see: mentors, other systems, and nobody.</summary>
public sealed class OutsideScopeTests : IAsyncLifetime
{
    private TwoSchools _here = null!;

    public async ValueTask InitializeAsync() => _here = await TwoSchools.Make();

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    [Trait("Abuse", "M1")]
    [Trait("Abuse", "M7")]
    public async Task A_mentor_sees_their_own_placements_by_first_name_and_initial_and_no_record()
    {
        await Place(_here.Ada);

        var scope = Maren();

        scope.Placements().Select(one => (one.Name, one.Title)).ShouldBe([("Ada B.", "Boats")]);
        scope.Find(_here.Ada).ShouldBeNull("a learner's own row holds more than a mentor is told");
        scope.Learners.ToList().ShouldBeEmpty();
        scope.Record(_here.Ada).JudgmentsUnder(_here.Record.Drawing).ShouldBeEmpty();
        scope.NewestEvidence(_here.Ada, 9).ShouldBeEmpty();
        scope.GuardiansOf(_here.Ada).ShouldBeEmpty();
        scope.Groups().ShouldBeEmpty();
        scope.Schools().ShouldBeEmpty();
        (scope.RightsTo(_here.Ada), scope.RightsTo(_here.Ben)).ShouldBe((Rights.See, Rights.None));
    }

    [Fact]
    [Trait("Abuse", "M2")]
    public async Task A_placement_that_ended_shows_nobody()
    {
        await Place(_here.Ada, until: -1);
        await Place(_here.Ben, from: 1);
        await Place(_here.Cleo);
        await _here.Change(_here.Cleo, one => one.Leave(TwoSchools.Now));

        Maren().Placements().ShouldBeEmpty();
        foreach (var learner in (LearnerId[])[_here.Ada, _here.Ben, _here.Cleo]) Maren().RightsTo(learner).ShouldBe(Rights.None);
        Maren(TwoSchools.Today.AddDays(-1)).Placements().Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Abuse", "M5")]
    public async Task A_mentor_sees_no_learner_of_another_mentor()
    {
        await Place(_here.Ada);
        _here.Of(ActorKind.Sponsor, Guid.CreateVersion7()).Placements().ShouldBeEmpty();
        _here.Of(ActorKind.Sponsor, Guid.CreateVersion7()).RightsTo(_here.Ada).ShouldBe(Rights.None);
    }

    [Theory]
    [Trait("Abuse", "K1")]
    [Trait("Abuse", "K2")]
    [InlineData("", "", Rights.None)]
    [InlineData("frameworks.read", "", Rights.None)]
    [InlineData("roster.read", "ada", Rights.See)]
    [InlineData("determinations.read", "ada", Rights.See | Rights.SeeRecord)]
    [InlineData("record.read", "ada", Rights.See | Rights.SeeRecord | Rights.Export)]
    [InlineData("roster.read record.write", "ada", Rights.See | Rights.SeeRecord | Rights.Judge)]
    public void A_token_opens_what_it_is_for_at_its_own_school(string scopes, string sees, Rights rights)
    {
        var scope = Client(scopes, _here.Hill);

        TwoSchools.Seen(scope).ShouldBe(sees);
        scope.RightsTo(_here.Ada).ShouldBe(rights);
        scope.RightsTo(_here.Ben).ShouldBe(Rights.None);
        var readsRecord = rights.HasFlag(Rights.SeeRecord);
        (scope.StandingIn(_here.Ada, _here.Record.Framework) is not null).ShouldBe(readsRecord);
        scope.StandingsIn(_here.Record.Framework, scope.Learners).ContainsKey(_here.Ada).ShouldBe(readsRecord);
        scope.Record(_here.Ada).JudgmentsUnder(_here.Record.Drawing).Any().ShouldBe(readsRecord);
        scope.GridOf(_here.Record.Framework).ShouldBeEmpty();
    }

    [Fact]
    public void A_token_of_the_district_sees_all_of_it() => TwoSchools.Seen(Client("roster.read", null)).ShouldBe("ada ben cleo");

    [Theory]
    [InlineData(ActorKind.Anyone)]
    [InlineData(ActorKind.System)]
    [InlineData(ActorKind.Sponsor)]
    [InlineData(ActorKind.Guardian)]
    [InlineData(ActorKind.Learner)]
    public void Who_is_nobody_here_sees_nobody(ActorKind kind)
    {
        var scope = _here.Of(new Actor(kind, Guid.CreateVersion7(), ""));
        TwoSchools.Seen(scope).ShouldBe("");
        scope.RightsTo(_here.Ada).ShouldBe(Rights.None);
        scope.Find(_here.Ada).ShouldBeNull();
    }

    private Scope Maren(DateOnly? on = null) => _here.Of(ActorKind.Sponsor, _here.Maren.Value, on);

    private Scope Client(string scopes, OrganizationId? school) => _here.Of(new Actor(ActorKind.Client, Guid.CreateVersion7(), "") { Scopes = scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries), School = school });

    private Task Place(LearnerId learner, int from = -10, int? until = null) =>
        _here.Add(new Placement(new PlacementId(Guid.CreateVersion7()), _here.Maren, learner, "Boats", TwoSchools.Today.AddDays(from), until is { } last ? TwoSchools.Today.AddDays(last) : null));
}
