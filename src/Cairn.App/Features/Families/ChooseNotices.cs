using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Storage.Families;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Families;

/// <summary>How somebody hears from school: in what language, by mail or only here, with a weekly letter or without.</summary>
public partial class ChooseNotices
{
    private const string Route = "/notices";

    /// <summary>What holds now.</summary>
    [Parameter, EditorRequired] public NoticeChoice Choice { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators).InFamilyLanguages();
        routes.MapPost(Route, Choose).For(Who.Family | Who.Educators).InFamilyLanguages();
    }

    private static RazorComponentResult<ChooseNotices> Show(Visit visit, Words words, HttpContext http) => Page(visit, words, http, Typed.Of(words));

    private static async Task<IResult> Choose(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var language = typed["language"];
        if (!Shelf.Languages.Contains(language, StringComparer.Ordinal)) typed.Refuse("language", words["form.choose"]);
        if (!typed.IsGood) return Page(visit, words, http, typed);
        var person = new PersonId(visit.Actor!.Person);
        await visit.Write(turn => PolicyRows.Choose(turn, person, language, typed.IsOn("mail"), typed.IsOn("weekly")));
        return Results.Redirect(Route);
    }

    private static RazorComponentResult<ChooseNotices> Page(Visit visit, Words words, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (!typed.IsGood) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        var person = new PersonId(visit.Actor!.Person);
        return new(new { Choice = PolicyRows.ChoiceOf(visit.Db, person) ?? new NoticeChoice(person, words.Language), Typed = typed }) { PreventStreamingRendering = true };
    }
}
