using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.People;

/// <summary>GET /people: who has which role at which place.</summary>
public partial class ListPeople
{
    private const int ShownAPage = 50;

    /// <summary>The educators of this page, each with their roles of today.</summary>
    [Parameter] public IReadOnlyList<(Educator Who, IReadOnlyList<string> Roles)> Rows { get; set; } = [];

    /// <summary>What is looked for.</summary>
    [Parameter] public string Q { get; set; } = "";

    [Parameter] public int Page { get; set; } = 1;

    [Parameter] public int Count { get; set; }

    private int Pages => Math.Max(1, (Count + ShownAPage - 1) / ShownAPage);

    internal static void Map(IEndpointRouteBuilder people) => people.MapGet("", Show).WithMetadata(new Costly(Cost.Search));

    private static RazorComponentResult<ListPeople> Show(Visit visit, Words words, string? q = null, string? page = null)
    {
        var search = NameSearch.Tidy(q);
        var wanted = new NameSearch(search, words);
        var all = visit.Scope.Educators.ToList();
        var grants = visit.Db.RoleGrants.AsNoTracking().Where(one => one.Until == null || one.Until >= visit.Today).ToLookup(one => one.Educator);
        var names = new PlaceNames(visit, words);
        // Whoever has a role comes first: they are what the page is about.
        var found = all.Where(one => wanted.Finds($"{one.DisplayName} {one.Username}")).OrderBy(one => grants[one.Id].Any() ? 0 : 1).ThenBy(one => one.DisplayName, StringComparer.Create(words.Culture, ignoreCase: true)).ToList();
        var at = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Math.Max(1, (found.Count + ShownAPage - 1) / ShownAPage)) : 1;
        return new(new
        {
            Rows = (IReadOnlyList<(Educator, IReadOnlyList<string>)>)[.. found.Skip((at - 1) * ShownAPage).Take(ShownAPage).Select(one => (one, (IReadOnlyList<string>)[.. grants[one.Id].Where(grant => grant.HoldsOn(visit.Today)).Select(names.Of)]))],
            Q = search, Page = at, Count = found.Count,
        }) { PreventStreamingRendering = true };
    }

    private string Address(int page) => $"{PeopleDoor.Path}?page={page}{(Q.Length > 0 ? $"&q={Uri.EscapeDataString(Q)}" : "")}";
}
