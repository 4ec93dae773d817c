using System.Security.Cryptography;
using Cairn.App.Access;
using Cairn.App.Files;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Storage.Captures;
using Cairn.Storage.Projects;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Captures;

/// <summary>The page on which work is captured; without scripts it is a plain form.</summary>
public partial class ShowCapture
{
    // Around the files of a form.
    private const long Around = 1L << 20;
    private const int Recent = 8;
    private const int LongestTitle = 500;
    private const int LongestWords = 8000;

    /// <summary>Whom one may capture for, by group.</summary>
    [Parameter] public IReadOnlyList<(string Group, IReadOnlyList<Learner> Learners)> Groups { get; set; } = [];

    /// <summary>What it may speak to, by area.</summary>
    [Parameter] public IReadOnlyList<(string Area, IReadOnlyList<(Guid Id, string Text)> Competencies)> Areas { get; set; } = [];

    /// <summary>Competencies that were chosen lately.</summary>
    [Parameter] public IReadOnlyList<Guid> Lately { get; set; } = [];

    /// <summary>The project that it is a piece of; null for none.</summary>
    [Parameter] public ProjectView? Project { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The key of the capture that is typed.</summary>
    [Parameter] public Guid Key { get; set; }

    /// <summary>The pieces of the one that was just saved; null where none was.</summary>
    [Parameter] public IReadOnlyList<CapturedOf>? Arrived { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/capture", Show).For(CapturesDoor.ForWhom).OpenToBadges();
        routes.MapPost("/capture", Save).For(CapturesDoor.ForWhom).OpenToBadges();
    }

    private static RazorComponentResult<ShowCapture> Show(Visit visit, Words words, Capturing capturing, HttpContext http, string? saved = null, string? learner = null, string? project = null)
    {
        var arrived = Guid.TryParse(saved, out var before) ? capturing.Look(before)?.State.Of : null;
        if (ProjectOf(visit, project) is not { } view) return Page(visit, http, Typed.Of(words, ("kind", nameof(EvidenceKind.Demonstration)), ("learners", learner)), Guid.CreateVersion7(), arrived);
        // Of whom it is and what it speaks to is said already, where the project says it.
        return Page(visit, http, Typed.Of(words, ("kind", nameof(EvidenceKind.Project)), ("project", view.Project.Id.Value.ToString("N")), ("learners", string.Join(',', view.Team.Where(one => visit.Scope.May(one.Learner, Rights.Plan)).Select(one => one.Learner.Value))),
            ("competencies", string.Join(',', AimsOf(view)))), Guid.CreateVersion7(), arrived);
    }

    // One that goes on, and that whoever asks may write.
    private static ProjectView? ProjectOf(Visit visit, string? asked) =>
        Guid.TryParse(asked, out var id) && ProjectRows.Find(visit.Db, visit.Scope, new ProjectId(id)) is { Rights.Write: true, Project.IsOpen: true } view ? view : null;

    private static IEnumerable<Guid> AimsOf(ProjectView view) => view.Aims.Select(one => one.Competency.Value).Distinct();

    private static async Task<IResult> Save(Visit visit, Words words, Capturing capturing, Refusals refusals, HttpContext http)
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = CaptureLimits.Largest + Around;
        if (http.Request.HasFormContentType) http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = CaptureLimits.Largest + Around, ValueCountLimit = 200 }));
        var form = await SentForm.Of(http.Request);
        var typed = await Typed.Read(http, words);
        var key = typed.Id("key") is var sent && sent == Guid.Empty ? Guid.CreateVersion7() : sent;
        var files = form.Files.Where(one => one.Length > 0).ToList();
        if (!IsWithin(typed, form, words)) return Page(visit, http, typed, key, null, StatusCodes.Status400BadRequest);
        var said = new CaptureSaid(key, visit.Actor!.Person, typed["kind"])
        {
            Title = typed["title"], Words = typed["words"], Link = typed["link"], At = typed["day"] == visit.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ? "" : typed["day"],
            Learners = visit.Actor.Kind == Storage.ActorKind.Learner ? [visit.Actor.Person] : Ids(form["learners"]), Claims = [.. Ids(form["competencies"]).Select(one => new ClaimSaid(one))],
            Files = [.. await Task.WhenAll(files.Select(FileOf))], Project = typed.Id("project") is var project && project != Guid.Empty ? project : null,
        };
        var step = await capturing.Begin(said, http.RequestAborted);
        foreach (var (i, one) in files.Index())
        {
            if (step.State.State != "waiting") break;
            await using var bytes = one.OpenReadStream();
            bytes.Position = Math.Min(step.State.Files[i], one.Length);
            if (bytes.Position < one.Length) step = await capturing.Bring(key, i, bytes.Position, bytes, http.RequestAborted);
        }

        if (step.State.Error is "learner" or "allowed") await refusals.Note(http, RefusedWhy.NotTheirs);
        if (step.State.State == "saved") return Results.Redirect($"/capture?saved={key:N}{(said.Project is { } of ? $"&project={of:N}" : "")}");
        if (step.State.Error == "other")
        {
            // Saved again it is a piece of its own, and whoever does so was told.
            typed.SentBefore($"/capture?saved={key:N}", "key");
            return Page(visit, http, typed, typed.Id("key"), null, step.Status);
        }

        // At the field that has to be put right.
        typed.Refuse(said.Learners.Count == 0 ? "learners" : step.State.Error switch { "learner" or "allowed" => "learners", "future" or "before" or "long" => "day", "competency" => "competencies", "type" or "picture" or "broken" or "large" => "files", _ => "words" },
            said.Learners.Count == 0 ? words["capture.error.nobody"] : step.State.Text ?? words["capture.error.invalid"]);
        return Page(visit, http, typed, key, null, step.Status);
    }

    // Told exactly, each at its own field, before anything is kept.
    private static bool IsWithin(Typed typed, IFormCollection form, Words words)
    {
        _ = (typed.Text("title", LongestTitle), typed.Text("words", LongestWords), typed.Address("link"));
        if (typed["day"].Length > 0) typed.Day("day");
        var named = form.Files.Where(one => one.FileName.Length > 0).ToList();
        if (named.Find(one => one.Length == 0) is { } empty) typed.Refuse("files", words["capture.error.file", ("name", empty.FileName), ("why", words["capture.error.empty"])]);
        if (named.Count > CaptureLimits.MostFiles) typed.Refuse("files", words["capture.error.many", ("count", named.Count), ("most", CaptureLimits.MostFiles)]);
        if (Ids(form["learners"]).Count > CaptureLimits.MostLearners) typed.Refuse("learners", words["capture.error.crowd", ("most", CaptureLimits.MostLearners)]);
        if (Ids(form["competencies"]).Count > CaptureLimits.MostClaims) typed.Refuse("competencies", words["capture.error.claims", ("most", CaptureLimits.MostClaims)]);
        return typed.IsGood;
    }

    private static RazorComponentResult<ShowCapture> Page(Visit visit, HttpContext http, Typed typed, Guid key, IReadOnlyList<CapturedOf>? arrived, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        CaptureShell.Allow(http);
        var areas = from framework in visit.Frameworks
                    from area in framework.Content.Areas
                    let inUse = framework.Content.Competencies.Where(one => one.Area == area.Id && framework.Content.Counts(one.Id)).Select(one => (one.Id.Value, $"{one.Code} {one.Title}")).ToList()
                    where inUse.Count > 0
                    select (area.Title, (IReadOnlyList<(Guid, string)>)inUse);
        var project = ProjectOf(visit, typed["project"]);
        return new(new
        {
            Project = project,
            Groups = visit.Scope.ToCaptureFor(), Areas = (IReadOnlyList<(string, IReadOnlyList<(Guid, string)>)>)[.. areas], Typed = typed, Key = key, Arrived = arrived,
            Lately = (IReadOnlyList<Guid>)[.. (project is null ? [] : AimsOf(project)).Concat(CaptureRows.RecentOf(visit.Db, new PersonId(visit.Actor!.Person), Recent).Select(one => one.Value)).Distinct()],
        }) { PreventStreamingRendering = true, StatusCode = status };
    }

    private static async Task<FileSaid> FileOf(IFormFile file)
    {
        await using var bytes = file.OpenReadStream();
        return new FileSaid(file.FileName, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes)));
    }

    private static List<Guid> Ids(IEnumerable<string?> values) => [.. values.Where(one => !string.IsNullOrEmpty(one)).Select(one => Guid.TryParse(one, out var id) ? id : Guid.Empty)];
}
