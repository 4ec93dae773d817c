using System.Collections.Concurrent;
using Cairn.App.Running;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Access;

/// <summary>Why a door refused a request.</summary>
internal enum RefusedWhy
{
    /// <summary>Another site sent it.</summary>
    OtherSite,

    /// <summary>It asked for a learner, or for a deed, that is not theirs.</summary>
    NotTheirs,

    /// <summary>Nobody was signed in.</summary>
    NotSignedIn,

    /// <summary>Too many came.</summary>
    TooMany,

    /// <summary>It asked for what is for this machine only.</summary>
    NotFromHere,

    /// <summary>It could not be read, or held too much.</summary>
    Unreadable,
}

/// <summary>Every refusal by a door passes here once. It is counted, and where somebody was signed in the journal says so: who, why, and
/// on which route. Of one person who is refused again and again the journal says it so often and no more.</summary>
internal sealed class Refusals(Measures measures, TimeProvider clock)
{
    // As many keys as there are reasons, whatever comes.
    private readonly ConcurrentDictionary<(string District, RefusedWhy Why), int> _strangers = new();

    private readonly Throttle _told = new(clock, new Rate(20, TimeSpan.FromMinutes(3)));

    public async Task Note(HttpContext http, RefusedWhy why)
    {
        measures.Refused(why.ToString());
        var visit = http.RequestServices.GetRequiredService<Visit>();
        if (visit is { Served.District: { } here, Actor: null }) _strangers.AddOrUpdate((here.Name, why), 1, static (_, before) => before + 1);
        if (visit.Served.District is not { } district || visit.Actor is not { } actor || _told.Take($"{district.Name} {actor.Person:N}") > TimeSpan.Zero) return;
        await district.Writer.Tell(turn => turn.Tell(JournalAct.Refused, words: new { because = why.ToString() }), visit.Acting with { Where = RequestWatch.RouteOf(http) });
    }

    /// <summary>Tells the journals how many strangers were refused since the last time: one entry a district, so that nobody can flood it.</summary>
    public async Task TellStrangers(IReadOnlyList<District> districts)
    {
        foreach (var district in districts)
        {
            var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var key in _strangers.Keys.Where(one => one.District == district.Name))
                if (_strangers.TryRemove(key, out var count)) counts[key.Why.ToString()] = count;
            if (counts.Count > 0) await district.Writer.Tell(turn => turn.Tell(JournalAct.Refused, words: new { strangers = counts }), new Acting(ActorKind.Anyone, Guid.Empty, "refused within a minute"));
        }
    }
}
