using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Cairn.Storage.Families;
using Cairn.Storage.Plans;
using Cairn.Storage.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Families;

/// <summary>The one screen of a family: on track or not, area by area, what is done well, what is next, how to help. In words, and each statement leads to the work.</summary>
public partial class ShowFamily
{
    internal const string Home = "/family";
    private const int WorkRead = 20;
    private const int Most = 20;
    private const int DaysAConferenceIsNews = 120;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>Where they stand, competency by competency.</summary>
    [Parameter] public IReadOnlyList<FamilyLine> Lines { get; set; } = [];

    /// <summary>The answer.</summary>
    [Parameter, EditorRequired] public FamilyView View { get; set; } = null!;

    /// <summary>The newest words of an educator about a piece of work, with its title; null for none.</summary>
    [Parameter] public (string Comment, string Title, DateTime On)? Said { get; set; }

    /// <summary>The support plan that was agreed and has not ended; null for none.</summary>
    [Parameter] public SupportOf? Support { get; set; }

    /// <summary>The conference that is open to the family and that the reader, a guardian, has not signed as it stands; null for none.</summary>
    [Parameter] public Conference? Asked { get; set; }

    /// <summary>All children of the reader, for the switch.</summary>
    [Parameter] public IReadOnlyList<Learner> Children { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Home, ShowFirst).For(Who.Guardians).InFamilyLanguages();
        routes.MapGet("/learners/{id:guid}/family", Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
    }

    private static IResult ShowFirst(Visit visit, HttpContext http)
    {
        var children = ChildrenOf(visit);
        http.Response.Headers.CacheControl = "private, no-cache";
        return children.Count == 0 ? new RazorComponentResult<NoChild> { PreventStreamingRendering = true } : Page(children[0], children, visit);
    }

    private static RazorComponentResult<ShowFamily>? Show(Guid id, Visit visit, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        http.Response.Headers.CacheControl = "private, no-cache";
        return Page(learner, ChildrenOf(visit), visit);
    }

    private static List<Learner> ChildrenOf(Visit visit) => visit.Actor!.Kind != ActorKind.Guardian ? []
        : [.. visit.Scope.Learners.Where(one => one.EndedAt == null).Take(Most).ToList().OrderBy(one => one.CalledName, StringComparer.Ordinal)];

    private static RazorComponentResult<ShowFamily> Page(Learner learner, IReadOnlyList<Learner> children, Visit visit)
    {
        var lines = FamilyLines.Of(visit.Db, visit.Scope, visit.Frameworks, learner, visit.Now, visit.Today);
        var said = visit.Scope.NewestEvidence(learner.Id, WorkRead).Where(one => one.Text?.Comment.Length > 0)
            .Select(one => ((string, string, DateTime)?)(one.Text!.Comment, one.Text.Title, one.Piece.DemonstratedOn)).FirstOrDefault();
        return new(new
        {
            Learner = learner, Lines = lines, View = FamilyLines.View(lines, visit.Today), Said = said, Children = children,
            Support = SupportRows.Of(visit.Db, visit.Scope, learner.Id).FirstOrDefault(one => one.Plan.State == SupportState.Agreed), Asked = AskedOf(learner, visit),
        }) { PreventStreamingRendering = true };
    }

    private static Conference? AskedOf(Learner learner, Visit visit)
    {
        if (visit.Actor!.Kind != ActorKind.Guardian || ConferenceRows.Of(visit.Db, visit.Scope, learner.Id) is not [var newest, ..] || newest.OpenedAt < visit.Now.AddDays(-DaysAConferenceIsNews)) return null;
        return ConferenceRows.SignaturesOf(visit.Db, visit.Scope, newest).Any(one => one.Person.Value == visit.Actor.Person && one.Edition == newest.Edition) ? null : newest;
    }
}
