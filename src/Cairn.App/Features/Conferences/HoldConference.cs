using Cairn.App.Access;
using Cairn.App.Notices;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Families;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Conferences;

/// <summary>A conference that the learner leads: picks works and a struggle, writes and rehearses, opens it to the family; then goals and decisions are signed, also by who could not come.</summary>
public partial class HoldConference
{
    private const string Route = "/learners/{id:guid}/conference";
    private const int Longest = 8000;
    private const int WorkOffered = 60;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The newest conference that the reader may see; null for none.</summary>
    [Parameter] public Conference? Now { get; set; }

    /// <summary>Earlier ones.</summary>
    [Parameter] public IReadOnlyList<Conference> Before { get; set; } = [];

    /// <summary>Who signed the newest.</summary>
    [Parameter] public IReadOnlyList<ConferenceSignature> Signatures { get; set; } = [];

    /// <summary>The learner's work: what can be picked, and what was.</summary>
    [Parameter] public IReadOnlyList<(PieceOfEvidence Piece, EvidenceText? Text)> Work { get; set; } = [];

    /// <summary>The first picture of each piece that has one.</summary>
    [Parameter] public IReadOnlyDictionary<EvidenceId, FileLook> Pictures { get; set; } = new Dictionary<EvidenceId, FileLook>();

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Is the script read aloud now?</summary>
    [Parameter] public bool IsRehearsing { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost(Route, Act).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
    }

    private static RazorComponentResult<HoldConference>? Show(Guid id, Visit visit, Words words, HttpContext http, string? rehearse = null) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, http, Typed.Of(words), rehearse is not null) : null;

    private static async Task<IResult?> Act(Guid id, Visit visit, Words words, Letters letters, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var (actor, today) = (visit.Actor!, visit.Today);
        if (typed["do"] == "begin") return await visit.Write(turn => ConferenceRows.Begin(turn, actor, today, learner.Id)) is null ? null : Back(learner);
        var lacks = ConferenceRows.Of(visit.Db, visit.Scope, learner.Id) is [var newest, ..] ? typed["do"] switch { "open" => newest.ToOpen, "sign" => newest.ToSign, _ => ConferenceLack.None } : ConferenceLack.None;
        if (lacks != ConferenceLack.None)
        {
            typed.Refuse(typed["do"], words["conference.lacks", ("what", lacks.ToString())]);
            return Page(learner, visit, http, typed, false);
        }

        if (typed["do"] == "sign") return Answer(await visit.Write(turn => ConferenceRows.Sign(turn, actor, today, learner.Id, typed.WholeOrNone("edition", 1, int.MaxValue) ?? 0)), learner, visit, http, typed);
        if (ChangeOf(typed, learner, visit, words) is not { } change) return null;
        if (!typed.IsGood) return Page(learner, visit, http, typed, false);
        int? seen = typed["do"] is "rehearse" or "open" or "close" ? null : typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0;
        var changed = await visit.Write(turn => ConferenceRows.Change(turn, actor, today, learner.Id, seen, one => change(one, turn.Now)));
        // Who is asked to come hears of it, and who could not come hears what was decided.
        if (changed == Changed.Done && (typed["do"], typed["next"]) is ("open" or "close", _) or ("prepare", "open")) letters.TellOf(visit, learner.Id);
        return changed == Changed.Done && typed["next"] == "rehearse" ? Results.Redirect($"{Visit.PathOf(learner.Id)}/conference?rehearse=1") : Answer(changed, learner, visit, http, typed);
    }

    /// <summary>The change that a form asks for; null for none. What is wrong with the form is noted in it.</summary>
    private static Action<Conference, DateTime>? ChangeOf(Typed typed, Learner learner, Visit visit, Words words)
    {
        switch (typed["do"])
        {
            case "prepare":
                var works = typed["work"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => new EvidenceId(Guid.TryParse(one, out var id) ? id : Guid.Empty)).Distinct().ToList();
                if (works.Count > Conference.MostWorks) typed.Refuse("work", words["conference.works.most", ("count", works.Count)]);
                else if (!ConferenceRows.AreOf(visit.Scope, learner.Id, works)) typed.Refuse("work", words["form.choose"]);
                var (struggle, script, goals) = (typed.Text("struggle", Longest), typed.Text("script", Longest), typed.Text("goals", Longest));
                if (typed["next"] == "open" && works.Count == 0) typed.Refuse("work", words["conference.lacks", ("what", nameof(ConferenceLack.Works))]);
                DateOnly? day = typed["day"].Length == 0 ? null : typed.PlannedDay("day", visit.Today, ConferenceRows.Of(visit.Db, visit.Scope, learner.Id).FirstOrDefault(one => one.ClosedAt is null)?.HeldOn);
                return (one, at) =>
                {
                    // Those that were picked before keep their order.
                    one.Pick([.. one.Works.Where(works.Contains), .. works.Where(each => !one.Works.Contains(each))], struggle);
                    one.Write(script, goals);
                    one.PlanFor(day);
                    if (typed["next"] == "open") one.Open(at);
                };
            case "decide":
                var decisions = typed.Text("decisions", Longest, isNeeded: true);
                return (one, _) => one.Decide(decisions);
            case "rehearse": return (one, _) => one.Rehearse();
            case "open":
                return (one, at) =>
                {
                    if (one.ToOpen != ConferenceLack.None) throw new InvalidOperationException("Nothing is picked.");
                    one.Open(at);
                };
            case "close" when visit.Actor!.IsEducator: return (one, at) => one.Close(at);
            default: return null;
        }
    }

    private static IResult? Answer(Changed changed, Learner learner, Visit visit, HttpContext http, Typed typed)
    {
        if (changed == Changed.NotThere) return null;
        if (changed == Changed.Done) return Back(learner);
        // Nothing that was typed is lost: it is shown again beside what stands now.
        typed.IsOvertaken = true;
        return Page(learner, visit, http, typed, false);
    }

    private static RazorComponentResult<HoldConference> Page(Learner learner, Visit visit, HttpContext http, Typed typed, bool isRehearsing)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (!typed.IsGood || typed.IsOvertaken) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        var all = ConferenceRows.Of(visit.Db, visit.Scope, learner.Id);
        var now = all.Count > 0 ? all[0] : null;
        var (work, _) = visit.Scope.EvidenceOf(learner.Id, 0, int.MaxValue / 4);
        IReadOnlyList<(PieceOfEvidence Piece, EvidenceText? Text)> offered = [.. work.Take(WorkOffered).Concat(work.Skip(WorkOffered).Where(one => now?.Works.Contains(one.Piece.Id) == true))];
        var pictures = visit.Scope.FilesOf(learner.Id, [.. offered.Select(one => one.Piece.Id)]).SelectMany(one => one).Select(one => FileLook.Of(visit, learner.Id, one)).Where(one => one.IsPicture && one.May.How != ShownHow.NotAtAll);
        return new(new
        {
            Learner = learner, Now = now, Before = (IReadOnlyList<Conference>)[.. all.Skip(1)], Signatures = now is null ? [] : ConferenceRows.SignaturesOf(visit.Db, visit.Scope, now),
            Work = offered, Pictures = (IReadOnlyDictionary<EvidenceId, FileLook>)pictures.GroupBy(one => one.File.Evidence).ToDictionary(one => one.Key, one => one.MinBy(each => each.File.Position)!),
            Typed = typed, IsRehearsing = isRehearsing && now is { ClosedAt: null } && ConferenceRows.Prepares(visit.Scope, learner.Id),
        }) { PreventStreamingRendering = true };
    }

    private static IResult Back(Learner learner) => Results.Redirect($"{Visit.PathOf(learner.Id)}/conference");
}
