using Cairn.App.Access;
using Cairn.App.Notices;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Families;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Messages;

/// <summary>Conversations about one learner, and a new one: whom to, what about, what it says.</summary>
public partial class BeginConversation
{
    private const string Route = "/learners/{id:guid}/messages";
    internal const int Longest = 4000;
    internal const int LongestSubject = 120;

    /// <summary>About whom.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The reader's conversations about them.</summary>
    [Parameter] public IReadOnlyList<ConversationLine> Lines { get; set; } = [];

    /// <summary>Whom the reader may write to.</summary>
    [Parameter] public IReadOnlyList<Correspondent> To { get; set; } = [];

    /// <summary>Does the school let the reader begin one?</summary>
    [Parameter] public bool MayBegin { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost(Route, Begin).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
    }

    private static RazorComponentResult<BeginConversation>? Show(Guid id, Visit visit, Words words, HttpContext http) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, http, Typed.Of(words)) : null;

    private static async Task<IResult?> Begin(Guid id, Visit visit, Words words, Letters letters, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var form = await SentForm.Of(http.Request);
        var typed = await Typed.Read(http, words);
        var to = form["to"].Select(one => Guid.TryParse(one, out var person) ? new PersonId(person) : default).Where(one => one != default).Distinct().ToList();
        var (subject, text) = (typed.Text("subject", LongestSubject, isNeeded: true), typed.Text("text", Longest, isNeeded: true));
        if (subject.Any(char.IsControl)) typed.Refuse("subject", words["message.oneLine"]);
        if (to.Count == 0) typed.Refuse("to", words["form.choose"]);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        var (actor, today, own, isNew) = (visit.Actor!, visit.Today, new ConversationId(typed.Once("conversation", visit.Actor!.Person)), true);
        var made = await visit.Write(turn =>
        {
            isNew = MessageRows.Find(turn.Db, new Scope(turn.Db, actor, today, turn.Now), own) is null;
            return MessageWriting.Begin(turn, actor, today, learner.Id, to, subject, text, own);
        });
        if (made is not { } begun) return null;
        if (isNew) letters.TellOf(visit, begun);
        return Results.Redirect($"{ListMessages.Inbox}/{begun.Value:N}");
    }

    private static RazorComponentResult<BeginConversation> Page(Learner learner, Visit visit, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (!typed.IsGood) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        var policy = MessageRows.PolicyFor(visit.Db, learner.School);
        return new(new
        {
            Learner = learner, Lines = MessageRows.Of(visit.Db, visit.Scope, learner.Id), To = MessageRows.WhomTo(visit.Db, visit.Scope, learner, visit.Today, visit.Now, policy),
            MayBegin = visit.Actor!.MayWrite && policy.May(MessageRows.PartOf(visit.Actor) ?? MemberPart.Learner, isAnswer: false, learner.AgeOn(visit.Today)), Typed = typed,
        }) { PreventStreamingRendering = true };
    }
}
