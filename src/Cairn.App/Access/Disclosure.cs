using System.Collections.Concurrent;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Access;

/// <summary>
/// Writes down who was shown whose record, before it is sent: everybody but the learner, their family and their own educators and
/// advisors. One entry for each person, learner and door within ten minutes, and within half a day where many are set side by side:
/// docs/decisions/0023.
/// </summary>
internal sealed class Disclosure(TimeProvider clock)
{
    private const int Many = 20;
    private const int MostKept = 500_000;
    private static readonly TimeSpan OfOne = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan OfMany = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<(string District, Guid Person, string Door, LearnerId Learner), DateTimeOffset> _told = new();

    /// <summary>Tells the journal of what this request shows, where that was not told just now; completes once it is durable.</summary>
    public Task Tell(Visit visit) => visit.ShownToOutsider is { Count: > 0 } shown ? Tell(visit.Served.District!, visit.Acting, visit.Scope, shown) : Task.CompletedTask;

    /// <summary>The same through a door with a scope of its own.</summary>
    /// <param name="district">The district.</param>
    /// <param name="acting">Who acts.</param>
    /// <param name="scope">What they saw it through.</param>
    public Task Tell(District district, Acting acting, Scope scope) => scope.ShownToOutsider() is { Count: > 0 } shown ? Tell(district, acting, scope, shown) : Task.CompletedTask;

    /// <summary>Tells that somebody follows the journal from outside: once in half a day, for each telling is an entry that they come for.</summary>
    public async Task TellJournal(District district, Acting acting)
    {
        var (now, key) = (clock.GetUtcNow(), (district.Name, acting.Person, acting.Where, default(LearnerId)));
        if (_told.TryGetValue(key, out var at) && now - at < OfMany) return;
        await district.Writer.Tell(turn => turn.Tell(JournalAct.Exported, words: new { what = "journal" }), acting);
        _told[key] = now;
    }

    private async Task Tell(District district, Acting acting, Scope scope, IReadOnlyList<LearnerId> shown)
    {
        var now = clock.GetUtcNow();
        var within = shown.Count > Many ? OfMany : OfOne;
        (string, Guid, string, LearnerId) Key(LearnerId learner) => (district.Name, acting.Person, acting.Where, learner);
        List<LearnerId> news = [.. shown.Where(one => !_told.TryGetValue(Key(one), out var at) || now - at >= within)];
        if (news.Count == 0) return;
        await district.Writer.Tell(turn => turn.Disclosed(JournalAct.Viewed, news), acting with { Purpose = PurposeOf(scope, shown) });
        if (_told.Count > MostKept) _told.Clear();
        foreach (var one in news) _told[Key(one)] = now;
    }

    private static string PurposeOf(Scope scope, IReadOnlyList<LearnerId> shown)
    {
        if (scope.Actor.Viewer is not null) return "viewing as another";
        if (shown.Count == 1 && scope.Actor.IsEducator && scope.RelationsTo(shown[0]).HasFlag(Learning.People.Relations.Emergency)) return "emergency";
        return scope.Actor.Kind switch
        {
            ActorKind.Leader => "leading", ActorKind.Auditor => "examining", ActorKind.Client => "another system", ActorKind.Sponsor => "placement", ActorKind.Operator => "operating", _ => "caseload",
        };
    }
}
