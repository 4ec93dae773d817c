using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Files;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage.Assessing;
using Microsoft.AspNetCore.Http.Features;

namespace Cairn.App.Features.Assessing;

/// <summary>The one-pass form as it was sent: what was seen, and what is said of each row.</summary>
internal static class JudgeForm
{
    public const int LongestTitle = 200;
    public const int LongestWords = 2000;
    private const string Day = "yyyy-MM-dd";

    /// <summary>Lets a form with a file in; what is larger is told as a fault of its field.</summary>
    public static async Task<bool> Open(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return false;
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = CaptureLimits.Largest + (1 << 20);
        try
        {
            await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = CaptureLimits.Largest + (1 << 20), ValueCountLimit = RequestLimits.Usual.Fields });
            return true;
        }
        catch (Exception wrong) when (SentForm.IsUnreadable(wrong) || wrong is BadHttpRequestException)
        {
            return false;
        }
    }

    /// <summary>What the form says, or null where something in it is wrong, which is then told.</summary>
    public static PieceAsk? Read(Visit visit, Words words, Learner learner, IReadOnlyList<RubricRow> rows, Typed typed)
    {
        var (title, note, link) = (typed.Text("title", LongestTitle), typed.Text("note", LongestWords), typed.Address("link"));
        var day = typed["day"].Length == 0 ? visit.Today : typed.Day("day") ?? visit.Today;
        if (day > visit.Today) typed.Refuse("day", words["assess.InFuture"]);
        if (day.Year < 1901) typed.Refuse("day", words["form.day"]);
        var kind = Enum.TryParse<EvidenceKind>(typed["kind"], out var one) && Enum.IsDefined(one) && one != EvidenceKind.Decision ? one : EvidenceKind.Demonstration;
        var said = rows.Select(row => (Row: row, Said: Said(row, typed, words))).Where(each => each.Said is not null).Select(each => (each.Row, Said: each.Said!)).ToList();
        foreach (var (row, claim) in said)
            if (claim.FaultOf(row.Framework, learner) is var fault && fault != AssessFault.None) typed.Refuse($"said.{row.Key}", words[$"assess.{fault}", ("name", learner.CalledName)]);
        if (said.Count == 0 && note.Length == 0 && typed.IsGood) typed.Refuse("note", words["judge.empty"]);
        if (!typed.IsGood) return null;
        var policies = visit.Scope.CriteriaPolicies();
        var alone = said.Where(each => !each.Said.IsJudged && each.Said.Reason.Length > 0).Select(each => $"{each.Row.Title}: {each.Said.Reason}");
        return new PieceAsk(typed.Id("id"), learner.Id, kind, title, string.Join('\n', alone.Prepend(note).Where(text => text.Length > 0)), link, [], [.. said.Select(each => each.Said)], day,
            day == visit.Today ? visit.Now : ZonedDay.StartOf(day, visit.Served.Zone))
        {
            CriteriaFirst = said.Where(each => each.Said.Level is not null && each.Said.Target is null).DistinctBy(each => each.Said.Competency)
                .ToDictionary(each => each.Said.Competency, each => each.Said.CriteriaFirst(each.Row.Framework, learner, policies, day)),
        };
    }

    /// <summary>What the next learner's form keeps: what was looked at, the day and the rows.</summary>
    public static string KeptFor(LearnerId next, RoomPlace room, IEnumerable<RubricRow> rows, Typed typed)
    {
        var kept = new List<string> { $"group={room.Group?.Value:N}" };
        foreach (var name in (string[])["title", "day", "kind"])
            if (typed[name].Length > 0) kept.Add($"{name}={Uri.EscapeDataString(typed[name])}");
        // As many as an address holds.
        kept.AddRange(rows.Where(row => row.IsChosen || typed[$"said.{row.Key}"].Length > 0).Take(40).Select(row => $"competency={row.Key}"));
        return $"{Visit.PathOf(next)}/judge?{string.Join('&', kept)}";
    }

    /// <summary>The form before anybody types.</summary>
    public static Typed Begin(HttpRequest request, Visit visit, Words words)
    {
        string One(string name, int most) => request.Query[name].ToString() is var text && text.Length <= most ? text : "";
        var day = DateOnly.TryParseExact(One("day", 10), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked <= visit.Today ? asked : visit.Today;
        return Typed.Of(words, ("id", Guid.CreateVersion7().ToString("N")), ("title", One("title", LongestTitle)), ("day", day.ToString(Day, CultureInfo.InvariantCulture)), ("kind", One("kind", 20)));
    }

    private static SaidClaim? Said(RubricRow row, Typed typed, Words words)
    {
        var (said, why) = (typed[$"said.{row.Key}"], typed.Text($"words.{row.Key}", LongestWords));
        if (said.Length == 0 && why.Length == 0) return null;
        NonScore? non = said switch { "missed" => NonScore.Missed, "few" => NonScore.InsufficientEvidence, _ => null };
        decimal? level = non is null && decimal.TryParse(said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (said.Length > 0 && said != "words" && non is null && level is null) typed.Refuse($"said.{row.Key}", words["form.choose"]);
        if (said == "words" && why.Length == 0) typed.Refuse($"words.{row.Key}", words["form.needed"]);
        return new SaidClaim(row.Competency.Id, row.Target?.Id, row.Stage, level, non, why);
    }
}
