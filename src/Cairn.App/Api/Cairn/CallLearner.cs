using System.Globalization;
using System.Text;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Api.Cairn;

/// <summary>PATCH /learners/{id}: the name that a learner goes by. They say it themselves, or a leader does. If-Match names the version that was read.</summary>
internal static class CallLearner
{
    private const int LongestName = 100;

    public static void Map(IEndpointRouteBuilder api) => api.MapPatch("/learners/{id:guid}", Change).Needs(ClientScope.RecordWrite);

    private static async Task<ApiAnswer> Change(Guid id, HttpContext http, ApiCaller caller)
    {
        var query = AskedQuery.Of(http);
        if (!query.IsGood) return query.Refusal;
        var body = await SentBody.Read(http);
        if (body.Root is not { } root) return body.Refusal!;
        if (!root.IsSent("preferredName")) root.Refuse("preferredName", "is needed");
        var name = root.Text("preferredName", LongestName);
        if (name.EnumerateRunes().Any(IsUnseen)) root.Refuse("preferredName", "a name of one line");
        if (root.Faults is { Count: > 0 } faults) return ApiAnswer.Of(Problems.Invalid(faults));
        var tag = http.Request.Headers.IfMatch.ToString();
        if (tag.Length == 0) return ApiAnswer.Of(Problems.Find("version-needed"));
        return await ApiWrite.Run(http, caller, body, caller.Acting, isKeyNeeded: false, turn => Do(turn, caller, new LearnerId(id), name, tag));
    }

    private static ApiAnswer Do(WriteTurn turn, ApiCaller caller, LearnerId id, string name, string tag)
    {
        var scope = caller.ScopeIn(turn.Db);
        if (scope.Find(id) is not { } learner) return ApiAnswer.Of(Problems.NotFound());
        // Who looks at what another sees changes nothing of it.
        if (!(caller.Actor!.MayWrite && scope.RelationsTo(id).HasFlag(Relations.Self)) && !scope.May(id, Rights.Manage))
            return ApiAnswer.Of(Problems.NotAllowed("A learner says what they are called, or a leader does."));
        if (tag != ReadLearners.TagOf(learner.Version)) return ApiAnswer.Of(Problems.Find("stale"));
        if (name != learner.PreferredName) turn.Change(learner, one => one.IsCalled(name));
        return ApiAnswer.Of(new ChangedLearnerJson(id.Value, learner.Version), ApiJson.Default.ChangedLearnerJson);
    }

    // Joiners belong to names of several scripts; what turns the direction of writing does not.
    private static bool IsUnseen(Rune one) => one.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(one) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
