using Cairn.App.Running;
using Cairn.Storage.Journal;

namespace Cairn.App.Access;

/// <summary>Why a door refused a request.</summary>
internal enum RefusedWhy
{
    /// <summary>Another site sent it.</summary>
    OtherSite,

    /// <summary>It asked for a learner, or for a deed, that is not theirs.</summary>
    NotTheirs,

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
    private readonly Throttle _told = new(clock, new Rate(20, TimeSpan.FromMinutes(3)));

    public async Task Note(HttpContext http, RefusedWhy why)
    {
        measures.Refused(why.ToString());
        var visit = http.RequestServices.GetRequiredService<Visit>();
        if (visit.Served.District is not { } district || visit.Actor is not { } actor || _told.Take($"{district.Name} {actor.Person:N}") > TimeSpan.Zero) return;
        await district.Writer.Tell(turn => turn.Tell(JournalAct.Refused, words: new { because = why.ToString() }), visit.Acting with { Where = RequestWatch.RouteOf(http) });
    }
}
