using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

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

        List<EvidenceId> ids = [.. pieces.Select(one => one.Piece.Id)];
        var judged = Judged(ids, visit.Scope.Record(learner.Id), visit);
        var names = NamesOf(judged.Select(one => one.One.Judge.Value).Distinct().ToList(), visit);
        var (files, links, own) = (visit.Scope.FilesOf(learner.Id, ids), visit.Scope.ArtifactsOf(learner.Id, ids), visit.Scope.OwnCapturesOf(learner.Id, ids));
        http.Response.Headers.CacheControl = "private, no-cache";
        return new RazorComponentResult<ListWork>(new
        {
            Learner = learner, Count = count, Page = at,
            Pieces = (IReadOnlyList<Piece>)[.. pieces.Select(one => new Piece(one.Piece, one.Text, [.. Speaks([.. judged.Where(each => each.One.Evidence == one.Piece.Id)], names, learner, visit, words)], [.. files[one.Piece.Id].Select(file => FileLook.Of(visit, learner.Id, file))], [.. links[one.Piece.Id].Where(link => EvidenceLook.IsSafe(link.Address))], own.Contains(one.Piece.Id)))],
        }) { PreventStreamingRendering = true };
    }

    // What is in force of these pieces, as it was judged.
    private static List<(FrameworkInForce Framework, Competency Competency, Judgment One)> Judged(List<EvidenceId> pieces, LearnerRecord record, Visit visit) =>
        [.. from framework in visit.Frameworks
            from competency in framework.Content.Competencies
            from one in record.JudgmentsUnder(competency.Id)
            where one.Evidence is { } of && pieces.Contains(of) && one.Role != JudgeRole.Learner && one.Level is not null && !record.IsRetracted(one, AsOf.Everything)
            select (framework, competency, one)];

    // A mentor outside school judges too.
    private static Dictionary<Guid, string> NamesOf(List<Guid> judges, Visit visit)
    {
        var (educators, sponsors) = (judges.Select(one => new EducatorId(one)).ToList(), judges.Select(one => new SponsorId(one)).ToList());
        return visit.Db.Educators.AsNoTracking().Where(one => educators.Contains(one.Id)).ToDictionary(one => one.Id.Value, one => one.DisplayName)
            .Concat(visit.Db.Sponsors.AsNoTracking().Where(one => sponsors.Contains(one.Id)).ToDictionary(one => one.Id.Value, one => one.DisplayName)).DistinctBy(one => one.Key).ToDictionary();
    }

    private static IEnumerable<Spoken> Speaks(List<(FrameworkInForce Framework, Competency Competency, Judgment One)> judged, Dictionary<Guid, string> names, Learner learner, Visit visit, Words words)
    {
        foreach (var (framework, competency, one) in judged)
        {
            // In the words of the scale that it was judged on.
            var scale = Standing.ScaleOf(competency, framework.Content, framework.RulesFor(learner.Place, one.JudgedAt));
            var level = scale.WithNumber(one.Level!.Value) ?? scale.LevelOf(one.Level.Value);
            var step = LevelLook.Step(level.Number, scale, one.Stage, framework.RulesFor(learner.Place).RuleOf(competency.Id).Rule is Continuum);
            // Two levels of one skill are understood where it is said of which part each is, and whose.
            var several = judged.Where(each => each.Competency == competency && each.One.Target == one.Target).Select(each => each.One.Judge).Distinct().Count() > 1;
            var who = several && names.GetValueOrDefault(one.Judge.Value, "") is { Length: > 0 } name ? $" ({name})" : "";
            yield return new Spoken($"{EvidenceLook.Claim(framework.Content, competency, one.Target)}: {LevelLook.Text(level, words, step)}{who}", step, $"{Visit.PathOf(learner.Id, competency)}{(one.Stage is { } stage ? $"?stage={stage}" : "")}");
        }
    }
}
