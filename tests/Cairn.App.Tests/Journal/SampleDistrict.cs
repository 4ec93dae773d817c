using Cairn.App.Tests.Storage;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Journal;

/// <summary>A district with one row of every kind that the journal holds, whole, and its guards taken off.</summary>
public sealed class SampleDistrict : IAsyncLifetime
{
    internal static readonly IReadOnlyList<Type> Held = [.. JournalKinds.All.Where(one => one.Way is JournalWay.Fact or JournalWay.Words or JournalWay.Thing && one.Type != typeof(Cairn.Learning.Evidence.Claim)).Select(one => one.Type)];

    /// <summary>The one that tests share: each leaves it as it found it.</summary>
    internal TestDistrict District { get; private set; } = null!;

    public async ValueTask InitializeAsync() => District = await Make();

    /// <summary>A new one.</summary>
    internal static async Task<TestDistrict> Make()
    {
        var district = await TestDistrict.With();
        await district.District.Writer.Alone(turn =>
        {
            turn.Db.AddRange(Held.Select(Samples.Of));
            return true;
        });
        await district.District.Writer.Alone(turn =>
        {
            turn.Tell(JournalAct.Viewed, district.Ada, new { part = "page" });
            return true;
        });
        district.Verify().ShouldBeWhole();
        using var db = district.Open();
        JournalDistrict.Unguard(db);
        return district;
    }

    public ValueTask DisposeAsync() => District.DisposeAsync();
}
