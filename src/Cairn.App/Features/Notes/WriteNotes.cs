using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Notes;

/// <summary>An educator's own notes about a learner, which nobody else sees until they are shared, and those that were.</summary>
public partial class WriteNotes
{
    private const string Route = "/learners/{id:guid}/notes";
    private const int Longest = 8000;

    /// <summary>About whom.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The reader's own.</summary>
    [Parameter] public IReadOnlyList<PrivateNote> Own { get; set; } = [];

    /// <summary>Those that were shared, with their authors.</summary>
    [Parameter] public IReadOnlyList<(PrivateNote Note, string Author)> Shared { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators | Who.Family, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost(Route, Add).For(Who.Educators, Rights.SeeNotes);
        routes.MapPost($"{Route}/{{note:guid}}", Change).For(Who.Educators, Rights.SeeNotes);
    }

    private static RazorComponentResult<WriteNotes>? Show(Guid id, Visit visit, Words words, HttpContext http) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, http, Typed.Of(words)) : null;

    private static async Task<IResult?> Add(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var text = typed.Text("text", Longest, isNeeded: true);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        await visit.Write(turn => NoteRows.Add(turn, visit.Actor!, learner.Id, text, new PrivateNoteId(typed.Once($"note {learner.Id.Value:N}", visit.Actor!.Person))));
        return Results.Redirect(PathOf(learner));
    }

    private static async Task<IResult?> Change(Guid id, Guid note, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var (what, one) = (typed["do"], new PrivateNoteId(note));
        // Whatever was typed: another's note is not there, and one that was shared stays.
        if (what is not ("share" or "remove" or "write") || NoteRows.OwnOf(visit.Db, visit.Scope, learner.Id).FirstOrDefault(each => each.Id == one && each.SharedAt is null) is not { } found) return null;
        var text = what == "remove" ? typed["text"] : typed.Text("text", Longest, isNeeded: true);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        // Neither can be taken back: what would be shared or deleted is shown first.
        if (what is "share" or "remove" && typed["sure"] != "true") return SureOfNote.Page(learner, found, what == "share", text, http);
        var isDone = await visit.Write(turn => what switch
        {
            "share" => NoteRows.Change(turn, visit.Actor!, learner.Id, one, each => { each.Write(text); each.Share(turn.Now); }),
            "remove" => NoteRows.Remove(turn, visit.Actor!, learner.Id, one),
            _ => NoteRows.Change(turn, visit.Actor!, learner.Id, one, each => each.Write(text)),
        });
        return isDone ? Results.Redirect(PathOf(learner)) : null;
    }

    private static RazorComponentResult<WriteNotes> Page(Learner learner, Visit visit, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Learner = learner, Own = NoteRows.OwnOf(visit.Db, visit.Scope, learner.Id), Shared = NoteRows.SharedOf(visit.Db, visit.Scope, learner.Id), Typed = typed }) { PreventStreamingRendering = true };
    }

    internal static string PathOf(Learner learner) => $"{Visit.PathOf(learner.Id)}/notes";
}
