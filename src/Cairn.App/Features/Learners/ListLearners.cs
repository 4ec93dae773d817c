using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Learners;

/// <summary>The learners that somebody works with: who they are and where each stands, by name or by room.</summary>
public partial class ListLearners
{
    private const int ShownAPage = 30;

    /// <summary>The learners of this page.</summary>
    [Parameter] public IReadOnlyList<Row> Rows { get; set; } = [];

    /// <summary>How many there are on all pages.</summary>
    [Parameter] public int Count { get; set; }

    /// <summary>The page, from 1.</summary>
    [Parameter] public int Page { get; set; } = 1;

    /// <summary>What is looked for.</summary>
    [Parameter] public string Q { get; set; } = "";

    /// <summary>The room that is looked at; empty for all.</summary>
    [Parameter] public Guid? Group { get; set; }

    /// <summary>The rooms there are to look at.</summary>
    [Parameter] public IReadOnlyList<LearningGroup> Groups { get; set; } = [];

    /// <summary>Pages there are.</summary>
    private int Pages => Math.Max(1, (Count + ShownAPage - 1) / ShownAPage);

    /// <summary>A learner, and where they stand in sum.</summary>
    public sealed record Row(Learner Learner, int? Age, int Shown, int All, Cairn.Learning.Mastery.Boxes Boxes, IReadOnlyList<int> Steps, DateOnly? LastSeen);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/learners", Show).For(Who.Educators | Who.Guardians).WithMetadata(new Costly(Cost.Search));

    private static RazorComponentResult<ListLearners>? Show(Visit visit, Words words, HttpContext http, string? q = null, string? group = null, string? page = null)
    {
        var groups = visit.Scope.Groups();
        var within = Guid.TryParse(group, out var id) && groups.Any(one => one.Id.Value == id) ? id : (Guid?)null;
        var search = NameSearch.Tidy(q);
        var learners = within is { } room ? visit.Scope.LearnersOf(new GroupId(room)) : visit.Scope.Learners.Where(one => one.EndedAt == null);
        var found = Found([.. learners.Select(one => new Name(one.Id, one.PreferredName.Length > 0 ? one.PreferredName : one.GivenName, one.FamilyName, one.Username))], search, words);
        var at = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, Math.Max(1, (found.Count + ShownAPage - 1) / ShownAPage)) : 1;
        var shown = found.Skip((at - 1) * ShownAPage).Take(ShownAPage).Select(one => one.Id).ToList();
        http.Response.Headers.CacheControl = "private, no-cache";
        return new RazorComponentResult<ListLearners>(new
        {
            Rows = (IReadOnlyList<Row>)[.. RowsOf(visit, shown, words)], Count = found.Count, Page = at, Q = search, Group = within, Groups = groups,
        }) { PreventStreamingRendering = true };
    }

    /// <summary>Those whose name or username holds every word, whatever its case and accents, in the reader's order.</summary>
    private static List<Name> Found(List<Name> names, string search, Words words)
    {
        var wanted = new NameSearch(search, words);
        var order = StringComparer.Create(words.Culture, ignoreCase: true);
        return [.. names.Where(one => wanted.Finds(one.All))
            .OrderBy(one => one.GivenName, order).ThenBy(one => one.FamilyName, order).ThenBy(one => one.Username, StringComparer.Ordinal)];
    }

    private static IEnumerable<Row> RowsOf(Visit visit, List<LearnerId> ids, Words words)
    {
        var shown = visit.Scope.Learners.Where(one => ids.Contains(one.Id));
        var standings = visit.Frameworks.Select(one => (Framework: one, Of: visit.Scope.StandingsIn(one.Content.Framework.Id, shown))).ToList();
        foreach (var learner in shown.ToList().OrderBy(one => ids.IndexOf(one.Id)))
        {
            var lines = standings.SelectMany(one => LearnerLine.Of(one.Framework, learner, one.Of.GetValueOrDefault(learner.Id), standings.Count == 1, visit.Now, words)
                .Where(line => one.Framework.Content.AreaOf(line.Competency).Kind == Cairn.Learning.Frameworks.AreaKind.Learning)).ToList();
            var seen = standings.Max(one => one.Of.GetValueOrDefault(learner.Id)?.AsOf);
            var boxes = lines.Aggregate(default(Cairn.Learning.Mastery.Boxes), (sum, line) => sum + line.Cell.Boxes);
            yield return new Row(learner, learner.AgeOn(visit.Today), lines.Count(line => line.IsShown), lines.Count, boxes,
                [.. Enumerable.Range(0, 5).Select(step => lines.Count(line => line.Step == step))], seen is { } at ? visit.Day(at) : null);
        }
    }

    private sealed record Name(LearnerId Id, string GivenName, string FamilyName, string Username)
    {
        public string All => $"{GivenName} {FamilyName} {Username}";
    }

    private string Address(int page) => $"/learners?page={page}"
        + (Q.Length > 0 ? $"&q={Uri.EscapeDataString(Q)}" : "") + (Group is { } room ? $"&group={room:N}" : "");
}
