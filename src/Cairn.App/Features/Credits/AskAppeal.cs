using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Credits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Credits;

/// <summary>A learner or their family asks that a decision about credit or a diploma be looked at again, and reads what came of it.</summary>
public partial class AskAppeal
{
    private const string Route = "/learners/{id:guid}/appeals";

    /// <summary>Whose record.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The appeals so far, newest first.</summary>
    [Parameter] public IReadOnlyList<CreditAppeal> Asked { get; set; } = [];

    /// <summary>What each is about, in words.</summary>
    [Parameter] public IReadOnlyDictionary<string, string> Titles { get; set; } = new Dictionary<string, string>();

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost(Route, Ask).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost($"{Route}/{{appeal:guid}}", TakeBack).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
    }

    internal static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/appeals";

    internal static string PathOf(LearnerId learner, AppealAbout about, string what) => $"{PathOf(learner)}?about={about}&what={Uri.EscapeDataString(what)}";

    /// <summary>What appeals are about, in words: the title of an award, of a policy, the name of a requirement.</summary>
    internal static Dictionary<string, string> TitlesOf(Visit visit, Words words, IEnumerable<(LearnerId Learner, AppealAbout About, string What)> appeals)
    {
        var rules = new Dictionary<LearnerId, RequirementNames>();
        RequirementNames Rules(LearnerId learner) => rules.TryGetValue(learner, out var known) ? known : rules[learner] = RequirementNames.Of(visit, words, learner);
        var policies = CreditRows.Policies(visit.Db).GroupBy(one => one.Code, StringComparer.Ordinal).ToDictionary(some => some.Key, some => some.Last().Title, StringComparer.Ordinal);
        return appeals.DistinctBy(one => one.What).ToDictionary(one => one.What, one => one.About switch
        {
            AppealAbout.Refusal => policies.GetValueOrDefault(one.What, one.What),
            AppealAbout.Award => CreditRows.RecordOf(visit.Db, visit.Scope, one.Learner).All.FirstOrDefault(held => held.Award.Id.Value.ToString("N") == one.What)?.Text?.Title ?? "",
            _ => Rules(one.Learner).NameOf(one.What),
        }, StringComparer.Ordinal);
    }

    private static RazorComponentResult<AskAppeal>? Show(Guid id, Visit visit, Words words, HttpContext http, string? about = null, string? what = null) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, words, http, Typed.Of(words, ("about", about ?? ""), ("what", what ?? ""))) : null;

    private static async Task<IResult?> Ask(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (Found(id, visit) is not { } learner || !AppealRows.MayAsk(visit.Scope, learner.Id)) return null;
        var typed = await Typed.Read(http, words);
        var (about, text) = (typed.Choice<AppealAbout>("about"), typed.Text("words", 2_000, isNeeded: true));
        if (!typed.IsGood) return Page(learner, visit, words, http, typed);
        var done = await visit.Write(turn => AppealRows.Ask(turn, visit.ScopeOf(turn), new CreditAppealId(typed.OnceByKey($"appeal {learner.Id.Value:N}", visit.Actor!.Person)), learner.Id, about, typed["what"], text, visit.Today.AddDays(30)), purpose: "credit");
        // What is another's, or nothing, cannot be asked about.
        if (done is CreditOutcome.NotFound or CreditOutcome.Invalid) return null;
        if (done == CreditOutcome.Done) return Results.Redirect(PathOf(learner.Id));
        typed.Refuse("words", words[done == CreditOutcome.MovedOn ? "credit.appeal.open" : $"credit.not.{done}"]);
        return Page(learner, visit, words, http, typed);
    }

    private static async Task<IResult?> TakeBack(Guid id, Guid appeal, Visit visit, Words words, HttpContext http)
    {
        if (Found(id, visit) is not { } learner || AppealRows.Of(visit.Db, visit.Scope, learner.Id).All(one => one.Id.Value != appeal)) return null;
        var typed = await Typed.Read(http, words);
        var done = await visit.Write(turn => AppealRows.Change(turn, visit.ScopeOf(turn), new CreditAppealId(appeal), CreditsDoor.Seen(typed), null, ""), purpose: "credit");
        if (done == CreditOutcome.NotFound) return null;
        if (done == CreditOutcome.Done) return Results.Redirect(PathOf(learner.Id));
        typed.IsOvertaken = true;
        return Page(learner, visit, words, http, typed);
    }

    // Who neither asks nor decides is told so, and not whether there are any.
    internal static bool IsFor(Visit visit, LearnerId learner) => AppealRows.MayAsk(visit.Scope, learner) || visit.Scope.May(learner, Rights.Certify);

    private static Learner? Found(Guid id, Visit visit) => visit.Scope.Find(new LearnerId(id)) is { } learner && IsFor(visit, learner.Id) ? learner : null;

    private static RazorComponentResult<AskAppeal> Page(Learner learner, Visit visit, Words words, HttpContext http, Typed typed)
    {
        CreditsDoor.KeepNothing(http);
        var asked = AppealRows.Of(visit.Db, visit.Scope, learner.Id);
        var about = Enum.TryParse<AppealAbout>(typed["about"], out var kind) && typed["what"].Length is > 0 and <= 300 ? [(learner.Id, kind, typed["what"])] : Array.Empty<(LearnerId, AppealAbout, string)>();
        return new(new { Learner = learner, Asked = asked, Titles = TitlesOf(visit, words, [.. asked.Select(one => (one.Learner, one.About, one.What)), .. about]), Typed = typed }) { PreventStreamingRendering = true };
    }
}
