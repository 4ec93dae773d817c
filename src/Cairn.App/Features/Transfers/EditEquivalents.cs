using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Storage.Credits;
using Cairn.Storage.Families;
using Cairn.Storage.Transfers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Transfers;

/// <summary>What courses elsewhere are taken for here: kept once, proposed for every old transcript that has such a line.</summary>
public partial class EditEquivalents
{
    private const string Route = "/transfers/equivalents";

    /// <summary>All that are proposed.</summary>
    [Parameter] public IReadOnlyList<CourseEquivalent> Known { get; set; } = [];

    /// <summary>The policies that there are, the newest version of each code.</summary>
    [Parameter] public IReadOnlyList<CreditPolicy> Policies { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Registrars);
        routes.MapPost(Route, Add).For(Who.Registrars);
        routes.MapPost(Route + "/{equivalent:guid}/end", End).For(Who.Registrars);
    }

    private static RazorComponentResult<EditEquivalents> Show(Visit visit, Words words, HttpContext http) => Page(visit, http, Typed.Of(words));

    private static async Task<IResult?> Add(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var (code, title, policy, subject) = (typed.Text("code", PriorLine.LongestCode), typed.Text("words", CourseEquivalent.Longest), typed.Text("policy", 100), typed.Text("subject", 60));
        if ((code.Length > 0) == (title.Length > 0) || (code.Length > 0 && CourseName.Bare(code).Length == 0) || (title.Length > 0 && CourseName.WordsOf(title).Count == 0)) typed.Refuse("words", words["transfer.known.either"]);
        if (policy.Length > 0 && !PoliciesOf(visit).Any(one => string.Equals(one.Code, policy, StringComparison.Ordinal))) typed.Refuse("policy", words["form.choose"]);
        if ((policy.Length > 0) == (subject.Length > 0)) typed.Refuse("policy", words["transfer.known.one"]);
        if (!typed.IsGood) return Page(visit, http, typed);
        var id = new CourseEquivalentId(typed.Once("equivalent", visit.Actor!.Person));
        if (await visit.Write(turn => EquivalentRows.Add(turn, new CourseEquivalent(id, code, title, policy, subject, new PersonId(visit.Actor.Person), turn.Now)))) return Results.Redirect(Route);
        typed.Refuse("words", words["transfer.known.full", ("most", EquivalentRows.Most)]);
        return Page(visit, http, typed);
    }

    private static async Task<IResult?> End(Guid equivalent, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var changed = await visit.Write(turn => EquivalentRows.End(turn, new CourseEquivalentId(equivalent), typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0));
        if (changed == Changed.NotThere) return null;
        if (changed == Changed.Done) return Results.Redirect(Route);
        typed.IsOvertaken = true;
        return Page(visit, http, typed);
    }

    private static RazorComponentResult<EditEquivalents> Page(Visit visit, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Known = EquivalentRows.InUse(visit.Db), Policies = PoliciesOf(visit), Typed = typed })
        { PreventStreamingRendering = true, StatusCode = typed.IsOvertaken ? StatusCodes.Status409Conflict : typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    private static IReadOnlyList<CreditPolicy> PoliciesOf(Visit visit) => [.. CreditRows.Policies(visit.Db).GroupBy(one => one.Code, StringComparer.Ordinal).Select(one => one.Last()).Where(one => one.IsActive)];
}
