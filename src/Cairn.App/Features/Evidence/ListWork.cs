using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Evidence;

/// <summary>A learner's work, newest first: each piece with what it speaks to, in every subject at once.</summary>
public partial class ListWork
{
    private const int ShownAPage = 20;

    /// <summary>Whose work.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The pieces of this page.</summary>
    [Parameter] public IReadOnlyList<Piece> Pieces { get; set; } = [];

    /// <summary>How many there are on all pages.</summary>
    [Parameter] public int Count { get; set; }

    /// <summary>The page, from 1.</summary>
    [Parameter] public int Page { get; set; } = 1;

    /// <summary>A piece of work and what was said of it.</summary>
    public sealed record Piece(PieceOfEvidence Evidence, EvidenceText? Text, IReadOnlyList<Spoken> Speaks, IReadOnlyList<FileLook> Files, IReadOnlyList<Artifact> Links, bool IsOwnCapture);

    /// <summary>A level that a piece was judged at in one competency.</summary>
    public sealed record Spoken(string Text, int Step, string Href);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/learners/{id:guid}/work", Show).For(Who.Family | Who.Educators, Rights.SeeRecord).OpenToBadges().InFamilyLanguages();

    private static RazorComponentResult<ListWork>? Show(Guid id, Visit visit, Words words, HttpContext http, string? page = null)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var at = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Max(1, wanted) : 1;
        var (pieces, count) = visit.Scope.EvidenceOf(learner.Id, Math.Min(at - 1, 10_000) * ShownAPage, ShownAPage);
        if (pieces.Count == 0 && count > 0)
        {
            // A page past the end is the last one.
            at = (count + ShownAPage - 1) / ShownAPage;
            (pieces, count) = visit.Scope.EvidenceOf(learner.Id, (at - 1) * ShownAPage, ShownAPage);
        }

        var record = visit.Scope.Record(learner.Id);
        List<EvidenceId> ids = [.. pieces.Select(one => one.Piece.Id)];
        var (files, links, own) = (visit.Scope.FilesOf(learner.Id, ids), visit.Scope.ArtifactsOf(learner.Id, ids), visit.Scope.OwnCapturesOf(learner.Id, ids));
        http.Response.Headers.CacheControl = "private, no-cache";
        return new RazorComponentResult<ListWork>(new
        {
            Learner = learner, Count = count, Page = at,
            Pieces = (IReadOnlyList<Piece>)[.. pieces.Select(one => new Piece(one.Piece, one.Text, [.. Speaks(one.Piece.Id, record, learner, visit, words)], [.. files[one.Piece.Id].Select(file => FileLook.Of(visit, learner.Id, file))], [.. links[one.Piece.Id].Where(link => EvidenceLook.IsSafe(link.Address))], own.Contains(one.Piece.Id)))],
        }) { PreventStreamingRendering = true };
    }

    private static IEnumerable<Spoken> Speaks(EvidenceId piece, LearnerRecord record, Learner learner, Visit visit, Words words)
    {
        foreach (var (framework, rules) in visit.Frameworks.Select(one => (one, one.RulesFor(learner.Place))))
            foreach (var competency in framework.Content.Competencies)
                foreach (var one in record.JudgmentsUnder(competency.Id).Where(one => one.Evidence == piece && one.Role != JudgeRole.Learner && one.Level is not null && !record.IsRetracted(one, AsOf.Everything)))
                {
                    // In the words of the scale that it was judged on.
                    var scale = Standing.ScaleOf(competency, framework.Content, framework.RulesFor(learner.Place, one.JudgedAt));
                    var level = scale.WithNumber(one.Level!.Value) ?? scale.LevelOf(one.Level.Value);
                    var step = LevelLook.Step(level.Number, scale, one.Stage, rules.RuleOf(competency.Id).Rule is Continuum);
                    yield return new Spoken($"{competency.Title}: {LevelLook.Text(level, words, step)}", step, $"{Visit.PathOf(record.Learner, competency)}{(one.Stage is { } stage ? $"?stage={stage}" : "")}");
                }
    }
}
