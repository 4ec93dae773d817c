using System.Collections.Concurrent;
using Cairn.App.Running;
using Cairn.Learning;
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

    /// <summary>It asked for what is not there, or is not theirs: nobody is told which.</summary>
    NotFound,

    /// <summary>It asked for the last step without a fresh proof.</summary>
    NotProved,

    /// <summary>A rule of the record stood against it, or somebody had changed meanwhile what it changes.</summary>
    AgainstRule,

    /// <summary>The passkey proved nothing.</summary>
    BadPasskey,

    /// <summary>The token is none, has run out or was taken back.</summary>
    BadToken,

    /// <summary>The link, or the code from paper, is none or works no more.</summary>
    DeadLink,

    /// <summary>The badge or the pictures are none, or the device is not open.</summary>
    BadBadge,
}

/// <summary>Whom a refusal is told of where that is not who is signed in, and what is said of it.</summary>
/// <param name="Key">By what it is counted: a person, an account, a code, a device.</param>
/// <param name="By">Who acted.</param>
/// <param name="Words">What is said.</param>
internal sealed record RefusedOne(Guid Key, Acting By, object Words)
{
    /// <summary>The learner whom it is about.</summary>
    public LearnerId? Learner { get; init; }

    /// <summary>The row that it is about.</summary>
    public (Type Type, Guid Id)? Row { get; init; }
}

/// <summary>Every refusal by a door passes here once. It is counted, and where somebody is known the journal says so: who, why, and on which
/// route. Of one person who is refused again and again the journal says it so often and no more.</summary>
internal sealed class Refusals(Measures measures, TimeProvider clock)
{
    /// <summary>Where strangers were refused, as the journal has it: at any door, within a minute.</summary>
    public const string Strangers = "refused within a minute";

    // As many keys as there are reasons, whatever comes.
    private readonly ConcurrentDictionary<(string District, RefusedWhy Why), int> _strangers = new();

    // As many keys as there are systems and people.
    private readonly ConcurrentDictionary<(string District, Guid Key), (RefusedWhy Why, Acting By, int Count)> _heldBack = new();

    private readonly Throttle _told = new(clock, new Rate(20, TimeSpan.FromMinutes(3)));

    /// <summary>Notes the refusal of whoever is signed in; of anybody else it is one of many.</summary>
    public async Task Note(HttpContext http, RefusedWhy why)
    {
        var visit = http.RequestServices.GetRequiredService<Visit>();
        if (visit is { Served.District: not null, Actor: { } actor })
        {
            await Note(http, why, new RefusedOne(actor.Person, visit.Acting with { Where = RequestWatch.RouteOf(http) }, new { because = why.ToString() }));
            return;
        }

        Mark(http, why);
        if (visit.Served.District is { } here) _strangers.AddOrUpdate((here.Name, why), 1, static (_, before) => before + 1);
    }

    /// <summary>Notes the refusal of somebody who is known by something else than a session.</summary>
    public async Task Note(HttpContext http, RefusedWhy why, RefusedOne one)
    {
        Mark(http, why);
        if (http.RequestServices.GetRequiredService<Visit>().Served.District is not { } district || _told.Take($"{district.Name} {one.Key:N}") > TimeSpan.Zero) return;
        await district.Writer.Tell(turn => turn.Tell(JournalAct.Refused, one.Learner, one.Words, one.Row), one.By);
    }

    /// <summary>Notes that somebody who is known was held back. It is told within a minute: who is to wait because much goes on is not kept
    /// waiting for the journal as well.</summary>
    public void NoteLater(HttpContext http, RefusedWhy why, RefusedOne one)
    {
        Mark(http, why);
        if (http.RequestServices.GetRequiredService<Visit>().Served.District is { } district)
            _heldBack.AddOrUpdate((district.Name, one.Key), (why, one.By, 1), (_, before) => before with { Count = before.Count + 1 });
    }

    /// <summary>Was the refusal of this request noted already?</summary>
    public static bool IsNoted(HttpContext http) => http.Items.ContainsKey(typeof(Refusals));

    /// <summary>Tells the journals how many strangers were refused since the last time: one entry a district, so that nobody can flood it; and
    /// one of each who was held back.</summary>
    public async Task TellStrangers(IReadOnlyList<District> districts)
    {
        foreach (var district in districts)
            foreach (var key in _heldBack.Keys.Where(one => one.District == district.Name))
                if (_heldBack.TryRemove(key, out var held)) await district.Writer.Tell(turn => turn.Tell(JournalAct.Refused, words: new { because = held.Why.ToString(), times = held.Count }), held.By);
        foreach (var district in districts)
        {
            var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var key in _strangers.Keys.Where(one => one.District == district.Name))
                if (_strangers.TryRemove(key, out var count)) counts[key.Why.ToString()] = count;
            if (counts.Count > 0) await district.Writer.Tell(turn => turn.Tell(JournalAct.Refused, words: new { strangers = counts }), new Acting(ActorKind.Anyone, Guid.Empty, Strangers));
        }
    }

    private void Mark(HttpContext http, RefusedWhy why)
    {
        measures.Refused(why.ToString());
        http.Items[typeof(Refusals)] = true;
    }
}
