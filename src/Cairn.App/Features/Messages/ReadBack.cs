using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Cairn.Storage.Families;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Message = Cairn.Learning.Families.Message;

namespace Cairn.App.Features.Messages;

/// <summary>Who leads the school, or answers for privacy, reads back what was written about a learner: with a reason, and told in the journal.</summary>
public partial class ReadBack
{
    private const int LongestWhy = 500;

    /// <summary>About whom.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The conversations with their messages; null while no reason was given.</summary>
    [Parameter] public IReadOnlyList<(Conversation About, IReadOnlyList<Message> Messages)>? Found { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/learners/{id:guid}/messages/read-back", Read).For(Who.Leaders | Who.PrivacyOfficers, Rights.SeeRecord | Rights.Amend);

    private static async Task<RazorComponentResult<ReadBack>?> Read(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var why = typed.Text("why", LongestWhy, isNeeded: true);
        http.Response.Headers.CacheControl = "private, no-store";
        if (!typed.IsGood) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        var (actor, today) = (visit.Actor!, visit.Today);
        var found = typed.IsGood ? await visit.Write(turn => MessageWriting.ReadBack(turn, actor, today, learner.Id), why, "messages") : null;
        return new(new { Learner = learner, Found = found, Typed = typed }) { PreventStreamingRendering = true };
    }
}
