using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Credits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Credits;

/// <summary>What counts for a diploma and no competency says: tests, credentials, seals, service; and what a person says is so.</summary>
public partial class RecordOthers
{
    private const string Route = "/learners/{id:guid}/achievements";

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>What was recorded, newest first.</summary>
    [Parameter] public IReadOnlyList<OtherAchievement> Others { get; set; } = [];

    /// <summary>What people said is so.</summary>
    [Parameter] public IReadOnlyList<Attestation> Said { get; set; } = [];

    /// <summary>Names of who said it.</summary>
    [Parameter] public IReadOnlyDictionary<PersonId, string> Names { get; set; } = new Dictionary<PersonId, string>();

    /// <summary>What the diploma's rules ask a person to say.</summary>
    [Parameter, EditorRequired] public RequirementNames Rules { get; set; } = null!;

    /// <summary>The form that was sent with a fault: "other" or "said".</summary>
    [Parameter] public string Sent { get; set; } = "";

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators, Rights.AwardCredit);
        routes.MapPost(Route, Add).For(Who.Educators, Rights.AwardCredit);
        routes.MapPost($"{Route}/{{one:guid}}/end", End).For(Who.Educators, Rights.AwardCredit);
        routes.MapPost("/learners/{id:guid}/attestations", Attest).For(Who.Educators, Rights.Certify);
        routes.MapPost("/learners/{id:guid}/attestations/{one:guid}/end", Unsay).For(Who.Educators, Rights.Certify);
    }

    private static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/achievements";

    private static RazorComponentResult<RecordOthers>? Show(Guid id, Visit visit, Words words, HttpContext http, string? key = null) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, words, http, Typed.Of(words, ("key", key)), "said") : null;

    private static async Task<IResult?> Add(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var (kind, name, on) = (typed.Choice<OtherKind>("kind"), typed.Text("name", 200, isNeeded: true), typed.Day("on"));
        var (score, units) = (typed.NumberOrNone("score", 0, 1_000_000), typed.NumberOrNone("units", 0, 10_000));
        if (on > visit.Today) typed.Refuse("on", words["credit.day.past"]);
        var (subject, tags, origin) = (typed.Text("subject", 60), typed.Text("tags", 200), typed.Text("origin", 200));
        if (!typed.IsGood) return Page(learner, visit, words, http, typed, "other");
        var what = new OtherAchievement(new OtherAchievementId(typed.OnceByKey($"achievement {learner.Id.Value:N}", visit.Actor!.Person)), learner.Id, kind, name, on!.Value, new PersonId(visit.Actor!.Person), visit.Now)
            .With(score, units is { } much ? (int)(much * 100) : null, subject, tags, origin);
        var done = await visit.Write(turn => OtherRows.Add(turn, visit.ScopeOf(turn), what, visit.Today), purpose: "credit");
        return After(done, learner, visit, http, typed, words, "name", "other");
    }

    private static async Task<IResult?> End(Guid id, Guid one, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || OtherRows.Of(visit.Db, visit.Scope, learner.Id).All(each => each.Id.Value != one)) return null;
        var typed = await Typed.Read(http, words);
        var done = await visit.Write(turn => OtherRows.End(turn, visit.ScopeOf(turn), new OtherAchievementId(one), CreditsDoor.Seen(typed)), purpose: "credit");
        return After(done, learner, visit, http, typed, words, "name", "other");
    }

    private static async Task<IResult?> Attest(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var key = typed.Text("key", 100, isNeeded: true);
        if (!typed.IsGood) return Page(learner, visit, words, http, typed, "said");
        var done = await visit.Write(turn => OtherRows.Attest(turn, visit.ScopeOf(turn), learner.Id, key), purpose: "credit");
        return After(done, learner, visit, http, typed, words, "key", "said");
    }

    private static async Task<IResult?> Unsay(Guid id, Guid one, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || OtherRows.AttestedOf(visit.Db, visit.Scope, learner.Id).All(each => each.Id.Value != one)) return null;
        var typed = await Typed.Read(http, words);
        var done = await visit.Write(turn => OtherRows.Unsay(turn, visit.ScopeOf(turn), new AttestationId(one), CreditsDoor.Seen(typed)), purpose: "credit");
        return After(done, learner, visit, http, typed, words, "key", "said");
    }

    private static IResult? After(CreditOutcome done, Learner learner, Visit visit, HttpContext http, Typed typed, Words words, string field, string sent)
    {
        if (done == CreditOutcome.NotFound) return null;
        if (done == CreditOutcome.Done) return Results.Redirect(PathOf(learner.Id));
        typed.Refuse(field, words[$"credit.not.{done}"]);
        return Page(learner, visit, words, http, typed, sent);
    }

    private static RazorComponentResult<RecordOthers> Page(Learner learner, Visit visit, Words words, HttpContext http, Typed typed, string sent)
    {
        CreditsDoor.KeepNothing(http);
        var (others, said) = (OtherRows.Of(visit.Db, visit.Scope, learner.Id), OtherRows.AttestedOf(visit.Db, visit.Scope, learner.Id));
        return new(new { Learner = learner, Others = (IReadOnlyList<OtherAchievement>)[.. others.Reverse()], Said = said, Rules = RequirementNames.Of(visit, words, learner.Id), Names = CreditsDoor.Names(visit, [.. others.Select(one => one.By), .. said.Select(one => one.By)]), Typed = typed, Sent = sent }) { PreventStreamingRendering = true };
    }

    private List<FieldOption> Keys(string chosen) => [.. Rules.Said.Select(one => one.Key).Append(chosen).Where(one => one.Length > 0).Distinct(StringComparer.Ordinal).Select(one => new FieldOption(one, Rules.SaidOf(one), Words.OfSchool))];

    private List<FieldOption> Kinds => [.. Enum.GetValues<OtherKind>().Select(one => new FieldOption(one.ToString(), Words[$"credit.other.{one}"]))];
}
