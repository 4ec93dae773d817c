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
using Message = Cairn.Learning.Families.Message;

namespace Cairn.App.Features.Messages;

/// <summary>One conversation: who is in it, what was written, and an answer. Opening it notes that it was read.</summary>
public partial class ReadConversation
{
    private const string Route = "/messages/{conversation:guid}";

    /// <summary>The conversation.</summary>
    [Parameter, EditorRequired] public Conversation Conversation { get; set; } = null!;

    /// <summary>About whom; null for an announcement.</summary>
    [Parameter] public Learner? Learner { get; set; }

    /// <summary>The messages, oldest first.</summary>
    [Parameter] public IReadOnlyList<Message> Messages { get; set; } = [];

    /// <summary>Names of who is in it, as far as the reader may know them.</summary>
    [Parameter] public IReadOnlyDictionary<PersonId, string> Names { get; set; } = new Dictionary<PersonId, string>();

    /// <summary>Who opened an announcement.</summary>
    [Parameter] public IReadOnlyList<(string Name, DateTime? ReadAt)> Receipts { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators).InFamilyLanguages();
        routes.MapPost(Route, Answer).For(Who.Family | Who.Educators).InFamilyLanguages();
    }

    private static async Task<RazorComponentResult<ReadConversation>?> Show(Guid conversation, Visit visit, Words words, HttpContext http)
    {
        var id = new ConversationId(conversation);
        if (MessageRows.Find(visit.Db, visit.Scope, id) is not { } found) return null;
        var (actor, today) = (visit.Actor!, visit.Today);
        // Whoever looks at what another sees opens nothing in their name.
        if (actor.MayWrite) await visit.Write(turn => MessageWriting.Open(turn, actor, today, id));
        return Page(found, visit, words, http, Typed.Of(words));
    }

    private static async Task<IResult?> Answer(Guid conversation, Visit visit, Words words, Letters letters, HttpContext http)
    {
        var id = new ConversationId(conversation);
        if (MessageRows.Find(visit.Db, visit.Scope, id) is not { } found) return null;
        var typed = await Typed.Read(http, words);
        var text = typed.Text("text", BeginConversation.Longest, isNeeded: true);
        if (!typed.IsGood) return Page(found, visit, words, http, typed);
        var (actor, today, own, isNew) = (visit.Actor!, visit.Today, new MessageId(typed.Once("message", visit.Actor!.Person)), true);
        var isDone = await visit.Write(turn =>
        {
            isNew = MessageRows.MessagesOf(turn.Db, new Scope(turn.Db, actor, today, turn.Now), id).All(one => one.Id != own);
            return MessageWriting.Answer(turn, actor, today, id, text, own);
        });
        if (!isDone) return null;
        if (isNew) letters.TellOf(visit, id);
        return Results.Redirect($"{ListMessages.Inbox}/{conversation:N}");
    }

    private static RazorComponentResult<ReadConversation> Page(Conversation found, Visit visit, Words words, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (!typed.IsGood) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        var names = new Dictionary<PersonId, string>();
        foreach (var one in MessageRows.MembersOf(visit.Db, visit.Scope, found.Id)) names[one.Person] = NameOf(one, found, visit, words);
        return new(new
        {
            Conversation = found, Learner = found.Learner is { } learner ? visit.Scope.Find(learner) : null, Messages = MessageRows.MessagesOf(visit.Db, visit.Scope, found.Id), Names = names,
            Receipts = MessageWriting.ReceiptsOf(visit.Db, visit.Scope, found), Typed = typed,
        }) { PreventStreamingRendering = true };
    }

    // Of another home a guardian learns that it is in the conversation, and no more.
    private static string NameOf(ConversationMember one, Conversation found, Visit visit, Words words) => one.Person.Value == visit.Actor!.Person ? words["message.you"] : one.Part switch
    {
        MemberPart.Educator => visit.Db.Educators.Where(each => each.Id == new EducatorId(one.Person.Value)).Select(each => each.DisplayName).FirstOrDefault() ?? "",
        MemberPart.Learner => found.Learner is { } learner ? visit.Scope.Find(learner)?.CalledName ?? "" : "",
        _ => visit.Actor.IsEducator && found.Learner is { } about ? visit.Scope.GuardiansOf(about).FirstOrDefault(each => each.Id.Value == one.Person.Value)?.DisplayName ?? words["message.family"] : words["message.family"],
    };
}
