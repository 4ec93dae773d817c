using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Portfolios;

/// <summary>A learner's portfolio, over all their years: what they picked, why, and to whom they show it.</summary>
public partial class ShowPortfolio
{
    private const string Route = "/learners/{id:guid}/portfolio";
    private const int LongestWhy = 1000;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The pieces that the reader may see.</summary>
    [Parameter] public IReadOnlyList<PortfolioLine> All { get; set; } = [];

    /// <summary>A piece of the record that is to go in; null for none.</summary>
    [Parameter] public (PieceOfEvidence Piece, EvidenceText? Text)? Adding { get; set; }

    /// <summary>The area whose pieces are shown; empty for all.</summary>
    [Parameter] public string Area { get; set; } = "";

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The pick whose form was sent with a fault; null for none.</summary>
    [Parameter] public Guid? Sent { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).OpenToBadges().InFamilyLanguages();
        routes.MapPost(Route, Add).For(Who.Learners | Who.Educators, Rights.Plan);
        routes.MapPost(Route + "/{pick:guid}", Change).For(Who.Learners | Who.Educators, Rights.Plan);
    }

    private static RazorComponentResult<ShowPortfolio>? Show(Guid id, Visit visit, Words words, HttpContext http, string? add = null, string? area = null) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, http, Typed.Of(words, ("evidence", add ?? "")), area: area ?? "") : null;

    private static async Task<IResult?> Add(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        if (Piece(visit, learner, typed.Id("evidence")) is not var (piece, _)) return null;
        var (why, to) = (typed.Text("why", LongestWhy, isNeeded: true), ReaderOf(typed));
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        await visit.Write(turn => PortfolioRows.Add(turn, new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now), learner.Id, piece.Id, why, to));
        return Results.Redirect(PathOf(learner));
    }

    private static async Task<IResult?> Change(Guid id, Guid pick, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || PortfolioRows.Of(visit.Db, visit.Scope, learner.Id).All(each => each.Pick.Id.Value != pick)) return null;
        var (typed, one) = (await Typed.Read(http, words), new PortfolioPickId(pick));
        if (typed["do"] is "up" or "remove")
        {
            var isUp = typed["do"] == "up";
            var isDone = await visit.Write(turn =>
            {
                var scope = new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now);
                return isUp ? PortfolioRows.MoveUp(turn, scope, learner.Id, one) : PortfolioRows.Remove(turn, scope, learner.Id, one);
            });
            return isDone ? Results.Redirect(PathOf(learner)) : null;
        }

        var (why, to) = (typed.Text("why", LongestWhy, isNeeded: true), ReaderOf(typed));
        if (!typed.IsGood) return Page(learner, visit, http, typed, pick);
        var seen = int.TryParse(typed.Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var done = await visit.Write(turn => PortfolioRows.Change(turn, new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now), learner.Id, one, seen, why, to));
        if (done == PlanChange.NotFound) return null;
        if (done == PlanChange.Done) return Results.Redirect(PathOf(learner));
        typed.IsOvertaken = true;
        return Page(learner, visit, http, typed, pick);
    }

    private static PortfolioReader ReaderOf(Typed typed) => typed.IsOn("family") ? PortfolioReader.Family : PortfolioReader.Educators;

    private static (PieceOfEvidence Piece, EvidenceText? Text)? Piece(Visit visit, Learner learner, Guid id) =>
        id == Guid.Empty ? null : visit.Scope.EvidenceOf(learner.Id, 0, int.MaxValue / 4).Page.Where(one => one.Piece.Id.Value == id).Select(one => ((PieceOfEvidence, EvidenceText?)?)one).FirstOrDefault();

    private static string PathOf(Learner learner) => $"{Visit.PathOf(learner.Id)}/portfolio";

    private static RazorComponentResult<ShowPortfolio> Page(Learner learner, Visit visit, HttpContext http, Typed typed, Guid? sent = null, string area = "")
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var all = PortfolioRows.Of(visit.Db, visit.Scope, learner.Id);
        var adding = visit.Scope.May(learner.Id, Rights.Plan) ? Piece(visit, learner, typed.Id("evidence")) : null;
        return new(new { Learner = learner, All = all, Adding = adding is var (piece, _) && all.Any(one => one.Piece.Id == piece.Id) ? null : adding, Typed = typed, Sent = sent, Area = area }) { PreventStreamingRendering = true };
    }

    private IEnumerable<Area> AreasOf(PortfolioLine line) => line.Competencies.SelectMany(id => Visit.Frameworks.Where(one => one.Content.Find(id) is not null).Select(one => one.Content.AreaOf(one.Content.Find(id)!))).DistinctBy(one => one.Id);

    private IReadOnlyList<PortfolioLine> Picked => [.. All.Where(one => one.Pick.IsPicked && (Area.Length == 0 || AreasOf(one).Any(area => area.Code == Area)))];
}
