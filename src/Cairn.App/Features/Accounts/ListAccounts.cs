using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>The accounts of the district, for who leads it: who has one, who is invited, and claims of families that wait for the school's word.</summary>
public partial class ListAccounts
{
    internal const string Path = "/accounts";
    private const int OnAPage = 50;
    private static readonly string[] Fields = ["username", "email", "learner", "guardian"];

    /// <summary>Accounts of this page, with the names of those they belong to.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<(Account Account, string Whose)> Rows { get; set; } = [];

    /// <summary>How many there are.</summary>
    [Parameter] public int Count { get; set; }

    /// <summary>The page, from 1.</summary>
    [Parameter] public int At { get; set; }

    /// <summary>What is searched for among logins.</summary>
    [Parameter] public string Query { get; set; } = "";

    /// <summary>Claims that wait: who says what.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<(Guid Id, string Guardian, string Learner)> Claims { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>What was just done, in words; empty for nothing.</summary>
    [Parameter] public string Done { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (Visit visit, Words words, HttpRequest asked, string? q = null, int at = 1) => Page(visit, Before(words, asked), DoneOf(visit, words, asked), q, at)).For(Who.DistrictLeaders);
        ActOnAccount.Map(routes);
        AskDeed.Map(routes);
        AskClaim.Map(routes);
        ShowOnce.Map(routes);
        ListProviders.Map(routes);
        ChangeProvider.Map(routes);
    }

    /// <summary>Where a form goes on whose sender has to prove first who they are: back here, with what was typed.</summary>
    internal static async Task<string> BackTo(HttpContext http)
    {
        var form = await SentForm.Of(http.Request);
        var typed = Fields.Where(name => form[name].ToString().Length > 0).Select(name => $"{name}={Uri.EscapeDataString(form[name].ToString())}");
        return $"{Path}?{string.Join('&', typed)}" is var whole && OwnPath.Of(whole) is not null ? whole.TrimEnd('?') : Path;
    }

    private static Typed Before(Words words, HttpRequest asked) => Typed.Of(words, [.. Fields.Select(name => (name, (object?)asked.Query[name].ToString()))]);

    /// <summary>Claims that wait for the school's word: who says that they are whose family.</summary>
    internal static IReadOnlyList<(Guid Id, string Guardian, string Learner)> Waiting(Visit visit) => [.. Claiming.Waiting(visit.Db, visit.Now).Select(one =>
        (one.Id, Hats.Of(visit.Db, one.Kind, one.Person, visit.Today)?.Name ?? "", Hats.Of(visit.Db, ActorKind.Learner, one.Learner, visit.Today)?.Name ?? ""))];

    // Only what is known by name is said: an address says nothing of its own on a page.
    private static string DoneOf(Visit visit, Words words, HttpRequest asked)
    {
        var login = Guid.TryParse(asked.Query["of"], out var id) ? visit.Db.Accounts.AsNoTracking().Where(one => one.Id == id).Select(one => one.Login).FirstOrDefault() : null;
        return (asked.Query["done"].ToString(), login) switch
        {
            ("invite", _) => words["accounts.done.invite"],
            ("yes", _) => words["accounts.done.yes"],
            ("no", _) => words["accounts.done.no"],
            ("end", { } who) => words["accounts.done.end", ("login", who)],
            ("close", { } who) => words["accounts.done.close", ("login", who)],
            ("lost", { } who) => words["accounts.done.lost", ("login", who)],
            ("open", { } who) => words["accounts.done.open", ("login", who)],
            _ => "",
        };
    }

    internal static RazorComponentResult<ListAccounts> Page(Visit visit, Typed typed, string done = "", string? query = null, int at = 1)
    {
        var key = query is { Length: > 0 and < 200 } ? LoginName.Key(query) : "";
        var all = visit.Db.Accounts.AsNoTracking().Where(one => key == "" || one.Login.Contains(key)).OrderBy(one => one.Login);
        var page = all.Skip((Math.Clamp(at, 1, 10_000) - 1) * OnAPage).Take(OnAPage).ToList();
        return new RazorComponentResult<ListAccounts>(new
        {
            Rows = (IReadOnlyList<(Account, string)>)[.. page.Select(one => (one, string.Join(", ", Hats.Of(visit.Db, one.Id, visit.Today).Select(hat => hat.Name).Distinct())))],
            Count = all.Count(), At = Math.Clamp(at, 1, 10_000), Query = key, Typed = typed, Done = done,
            Claims = Waiting(visit),
        }) { PreventStreamingRendering = true, StatusCode = typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }
}
