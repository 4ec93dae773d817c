using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Families;

/// <summary>The work behind a statement of the family's page: the pieces that speak to an area or a competency, newest first, in words.</summary>
public partial class ShowFamilyWork
{
    private const int Most = 30;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>Of what: the title of an area or a competency; empty for all work.</summary>
    [Parameter] public string Of { get; set; } = "";

    /// <summary>What the framework says of it to families; empty for nothing.</summary>
    [Parameter] public string Statement { get; set; } = "";

    /// <summary>The pieces.</summary>
    [Parameter] public IReadOnlyList<Piece> Pieces { get; set; } = [];

    /// <summary>How many there are, shown or not.</summary>
    [Parameter] public int Count { get; set; }

    /// <summary>A piece of work, its words, what it speaks to and in how many areas, what educators said of it, its links and its files.</summary>
    public sealed record Piece(PieceOfEvidence Evidence, EvidenceText? Text, IReadOnlyList<(int Step, string Text)> Speaks, IReadOnlyList<Artifact> Links)
    {
        /// <summary>The areas that it counts in.</summary>
        public IReadOnlyList<string> Areas { get; init; } = [];

        /// <summary>What educators wrote about it, each with who wrote it.</summary>
        public IReadOnlyList<(string Name, string Words)> Said { get; init; } = [];

        /// <summary>Its pictures, recordings and documents, as the reader may see them.</summary>
        public IReadOnlyList<FileLook> Files { get; init; } = [];

        /// <summary>Did the learner capture it themself? Then its words are theirs.</summary>
        public bool IsOwn { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/learners/{id:guid}/family/work", Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();

    private static RazorComponentResult<ShowFamilyWork>? Show(Guid id, Visit visit, Words words, HttpContext http, string? of = null)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var wanted = visit.Frameworks.SelectMany(one => one.Content.Competencies.Where(each => of is null || one.Content.AreaOf(each).Code == of || each.Code == of).Select(each => (Framework: one.Content, Competency: each))).ToList();
        if (of is not null && wanted.Count == 0) return null;
        var record = visit.Scope.Record(learner.Id);
        var speaks = wanted.SelectMany(one => record.JudgmentsUnder(one.Competency.Id).Where(each => each is { Evidence: not null } && each.Role != JudgeRole.Learner && !record.IsRetracted(each, AsOf.Everything)).Select(each => (one.Competency, Judgment: each)))
            .ToLookup(one => one.Judgment.Evidence!.Value);
        var (all, _) = visit.Scope.EvidenceOf(learner.Id, 0, int.MaxValue / 4);
        var behind = all.Where(one => of is null || speaks.Contains(one.Piece.Id)).ToList();
        var shown = behind.Take(Most).ToList();
        List<EvidenceId> ids = [.. shown.Select(one => one.Piece.Id)];
        var (links, files, own) = (visit.Scope.ArtifactsOf(learner.Id, ids), visit.Scope.FilesOf(learner.Id, ids), visit.Scope.OwnCapturesOf(learner.Id, ids));
        var written = FamilyTold.Of(visit, learner.Id, ids, speaks);
        http.Response.Headers.CacheControl = "private, no-cache";
        return new(new
        {
            Learner = learner, Count = behind.Count,
            Of = of is null ? "" : wanted.Find(one => one.Competency.Code == of) is { Competency: { } single } ? single.Title : wanted[0].Framework.AreaOf(wanted[0].Competency).Title,
            Statement = of is not null && wanted is [{ Competency: { } only }] && only.Code == of ? FamilySaying.Statement(only) : "",
            Pieces = (IReadOnlyList<Piece>)[.. shown.Select(one => new Piece(one.Piece, one.Text, [.. Said(speaks[one.Piece.Id], learner, visit, words)], [.. links[one.Piece.Id].Where(each => EvidenceLook.IsSafe(each.Address))])
            {
                Areas = [.. speaks[one.Piece.Id].Where(each => each.Judgment.Level is not null).Select(each => wanted.First(single => single.Competency == each.Competency).Framework.AreaOf(each.Competency).Title).Distinct(StringComparer.Ordinal)],
                Said = [.. written[one.Piece.Id]], Files = [.. files[one.Piece.Id].Select(each => FileLook.Of(visit, learner.Id, each))], IsOwn = own.Contains(one.Piece.Id),
            })],
        }) { PreventStreamingRendering = true };
    }

    private static IEnumerable<(int Step, string Text)> Said(IEnumerable<(Competency Competency, Judgment Judgment)> all, Learner learner, Visit visit, Words words)
    {
        foreach (var one in all.Where(one => one.Judgment.Level is not null).GroupBy(one => (one.Competency.Id, one.Judgment.Target)).Select(each => each.OrderByDescending(single => single.Judgment.JudgedAt).First()))
        {
            var framework = visit.Frameworks.First(each => each.Content.Find(one.Competency.Id) is not null);
            var rules = framework.RulesFor(learner.Place, one.Judgment.JudgedAt);
            var (step, text) = FamilyLevel.Of(one.Judgment.Level, Standing.ScaleOf(one.Competency, framework.Content, rules), one.Judgment.Stage, rules.RuleOf(one.Competency.Id).Rule is Continuum, words);
            yield return (step, $"{EvidenceLook.Claim(framework.Content, one.Competency, one.Judgment.Target)}: {text}");
        }
    }
}
