using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Families;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Messages;

/// <summary>All conversations that somebody is in, the newest first.</summary>
public partial class ListMessages
{
    internal const string Inbox = "/messages";

    /// <summary>The conversations.</summary>
    [Parameter] public IReadOnlyList<ConversationLine> Lines { get; set; } = [];

    /// <summary>The learners of a family, to begin a conversation about; none for educators, who begin on a learner's page.</summary>
    [Parameter] public IReadOnlyList<Learner> About { get; set; } = [];

    /// <summary>The groups that an educator may tell something.</summary>
    [Parameter] public IReadOnlyList<LearningGroup> Groups { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Inbox, Show).For(Who.Family | Who.Educators).InFamilyLanguages();

    private static RazorComponentResult<ListMessages> Show(Visit visit, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new
        {
            Lines = MessageRows.Of(visit.Db, visit.Scope), About = visit.Actor!.IsEducator ? [] : (IReadOnlyList<Learner>)[.. visit.Scope.Learners.Where(one => one.EndedAt == null).Take(20)],
            Groups = visit.Actor.IsEducator ? visit.Scope.Groups() : [],
        }) { PreventStreamingRendering = true };
    }
}
