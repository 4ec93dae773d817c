using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Credits;

namespace Cairn.App.Tests.Credits;

/// <summary>A class is read from what is kept packed, and one learner from the facts: both say the same.</summary>
public sealed class PackedCreditTests : IAsyncLifetime
{
    private CreditSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CreditSite.Make();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private FrameworkInForce Framework => _site.District.District.Frameworks[0];

    [Fact]
    public async Task What_is_kept_packed_for_a_class_says_the_same_as_the_facts()
    {
        await _site.Show(_site.District.Drawing, 3);
        await _site.Show(_site.District.Clay, 2, pieces: 1);
        await _site.District.Record(new Recording(_site.Ada) { Overrides = [new Cairn.Learning.Mastery.Override(new OverrideId(Guid.CreateVersion7()), _site.Ada, _site.District.Clay, null, 4, _site.Person("teacher"), Storage.TestDistrict.Day, default, null)] });

        var (concluded, packed) = await _site.As("registrar", (turn, scope) =>
        {
            var learner = scope.Find(_site.Ada)!;
            return (CreditStandings.Of(scope, learner, Framework, [_site.District.Drawing, _site.District.Clay], CreditSite.Day), CreditStandings.Of(scope.StandingIn(_site.Ada, _site.District.Framework), Framework, learner.Place, CreditSite.Day.Now));
        });
        packed.ShouldBe(concluded.Select(one => one with { NewestFact = null }));
        concluded.Select(one => (one.Level, one.IsProficient, one.IsComplete, one.IsSetByPerson)).ShouldBe([(3m, false, false, false), (4m, true, false, true)]);
    }
}
