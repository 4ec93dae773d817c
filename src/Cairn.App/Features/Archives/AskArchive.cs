using Cairn.App.Access;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Archives;

/// <summary>A family, or a learner of age, asks for everything that is held, and fetches it once it is made.</summary>
public partial class AskArchive
{
    private const string Route = "/learners/{id:guid}/archive";
    private const int Again = 3;
    private const int ProofMinutes = 15;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>Those that wait to be fetched.</summary>
    [Parameter] public IReadOnlyList<KeptArchive> Kept { get; set; } = [];

    /// <summary>Is one being made?</summary>
    [Parameter] public bool IsMaking { get; set; }

    /// <summary>Was there no room for one more?</summary>
    [Parameter] public bool IsFull { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(For).InFamilyLanguages();
        routes.MapPost(Route, Ask).For(For).InFamilyLanguages();
        routes.MapGet("/archives/{id:guid}/{archive:guid}", Fetch).For(For.Who).AddEndpointFilter(StepUp.Within(ProofMinutes)).WithMetadata(new Costly(Cost.Export));
    }

    private static Audience For { get; } = new(Who.Family | Who.DistrictLeaders | Who.PrivacyOfficers, Rights.Export);

    private static IResult? Show(Guid id, Visit visit, KeptArchives archives, HttpContext http) => Page(id, visit, archives, http, isFull: false) ?? (IResult?)Later(id, visit);

    private static RazorComponentResult<NotYours>? Later(Guid id, Visit visit) => visit.Scope.Find(new LearnerId(id)) is { } seen ? new RazorComponentResult<NotYours>(new { Learner = seen }) { PreventStreamingRendering = true } : null;

    private static IResult? Ask(Guid id, Visit visit, KeptArchives archives, Words words, HttpContext http)
    {
        if (Find(id, visit) is not { } learner) return null;
        return archives.IsMaking(learner.Id) || archives.Begin(learner.Id, visit.Actor!, visit.Today, words) ? Results.Redirect($"{Visit.PathOf(learner.Id)}/archive") : Page(id, visit, archives, http, isFull: true);
    }

    private static async Task<IResult?> Fetch(Guid id, Guid archive, Visit visit, KeptArchives archives, HttpContext http)
    {
        // An archive that is not there and a learner who is not the reader's look the same.
        if (Find(id, visit) is not { } learner || !visit.Scope.May(learner.Id, Rights.Export) || archives.Open(learner.Id, visit.Actor!, archive) is not { } file) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        await visit.Tell(turn => turn.Tell(JournalAct.Exported, learner.Id), "archive");
        return Results.File(file, "application/zip", "record.zip");
    }

    private static RazorComponentResult<AskArchive>? Page(Guid id, Visit visit, KeptArchives archives, HttpContext http, bool isFull)
    {
        if (Find(id, visit) is not { } learner) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        return new RazorComponentResult<AskArchive>(new { Learner = learner, Kept = archives.Of(learner.Id, visit.Actor!), IsMaking = archives.IsMaking(learner.Id), IsFull = isFull }) { PreventStreamingRendering = true };
    }

    // A learner who is not of age yet finds nothing here: until then the right is the family's.
    private static Learner? Find(Guid id, Visit visit) => visit.Scope.Find(new LearnerId(id)) is { } learner
        && (visit.Actor!.IsEducator || RightsHolders.Has(visit.Db, visit.Actor, learner, visit.Today, visit.Now)) ? learner : null;
}
