using Cairn.App.Access;
using Cairn.App.Notices;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Families;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Messages;

/// <summary>An educator tells the families of a group something; who opened it is seen afterwards.</summary>
public partial class TellGroup
{
    private const string Route = "/groups/{group:guid}/announcements";

    /// <summary>The group.</summary>
    [Parameter, EditorRequired] public LearningGroup Group { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route, Tell).For(Who.Educators);
    }

    private static RazorComponentResult<TellGroup>? Show(Guid group, Visit visit, Words words, HttpContext http) => Find(group, visit) is { } found ? Page(found, http, Typed.Of(words)) : null;

    private static async Task<IResult?> Tell(Guid group, Visit visit, Words words, Letters letters, HttpContext http)
    {
        if (Find(group, visit) is not { } found) return null;
        var typed = await Typed.Read(http, words);
        var (subject, text) = (typed.Text("subject", BeginConversation.LongestSubject, isNeeded: true), typed.Text("text", BeginConversation.Longest, isNeeded: true));
        if (subject.Any(char.IsControl)) typed.Refuse("subject", words["message.oneLine"]);
        if (!typed.IsGood) return Page(found, http, typed);
        var (actor, today, own, isNew) = (visit.Actor!, visit.Today, new ConversationId(typed.Once("announcement", visit.Actor!.Person)), true);
        var made = await visit.Write(turn =>
        {
            isNew = MessageRows.Find(turn.Db, new Scope(turn.Db, actor, today, turn.Now), own) is null;
            return MessageWriting.Announce(turn, actor, today, found.Id, subject, text, own);
        });
        if (made is not { } told) return null;
        if (isNew) letters.TellOf(visit, told);
        return Results.Redirect($"{ListMessages.Inbox}/{told.Value:N}");
    }

    private static LearningGroup? Find(Guid group, Visit visit) => visit.Scope.Groups().FirstOrDefault(one => one.Id == new GroupId(group));

    private static RazorComponentResult<TellGroup> Page(LearningGroup group, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (!typed.IsGood) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return new(new { Group = group, Typed = typed }) { PreventStreamingRendering = true };
    }
}
