using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Changes what something concludes by, from a day on, at a place: first what and which rule, then how, from when and where.</summary>
public partial class ChangeRule
{
    private const string Route = "/frameworks/{id:guid}/rules/change";

    /// <summary>The framework and its rules.</summary>
    [Parameter, EditorRequired] public Governed Governed { get; set; } = null!;

    /// <summary>The competency it is about; null where it is about all.</summary>
    [Parameter] public Competency? Competency { get; set; }

    /// <summary>What the rule is for.</summary>
    [Parameter, EditorRequired] public RuleSubject Subject { get; set; } = null!;

    /// <summary>The rule; null while it is still to choose.</summary>
    [Parameter] public RuleDefinition? Definition { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static RazorComponentResult<ChangeRule> Page(Governed governed, RuleSubject subject, RuleDefinition? definition, Typed typed) =>
        new(new { Governed = governed, subject.Competency, Subject = subject, Definition = definition, Typed = typed }) { PreventStreamingRendering = true };

    private static RazorComponentResult<ChangeRule>? Show(Guid id, Visit visit, Words words, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "for")] string? subject = null, string? competency = null, string? rule = null)
    {
        if (Governed.Find(visit, id) is not { } governed) return null;
        if (RuleSubject.Of(governed.Content, subject ?? (competency is null ? RuleSubject.All : $"{RuleSubject.One}-{competency}")) is not { } wanted) return null;
        var definition = rule is null ? null : RuleCatalog.Find(rule);
        var now = wanted.Competency is { } one && !wanted.IsOfTargets ? governed.RulesAt(visit.Now, PolicyPlace.District).RuleOf(one.Id).Rule : null;
        return Page(governed, wanted, definition, Typed.Of(words,
            [("for", Text(wanted)), ("rule", definition?.Name ?? now?.Name), ("from", $"{visit.Today:yyyy-MM-dd}"), ("place", Governed.District), .. definition is null ? [] : TypedRule.Values(definition, now)]));
    }

    private static async Task<IResult?> Save(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (Governed.Find(visit, id) is not { } governed) return null;
        var typed = await Typed.Read(http, words);
        if (RuleSubject.Of(governed.Content, typed["for"]) is not { } subject || RuleCatalog.Find(typed["rule"]) is not { } definition || governed.PlaceOf(typed["place"]) is not { } place) return null;
        var rule = TypedRule.Read(typed, definition, words);
        var stage = typed.WholeOrNone("stage", 1, 255);
        var begins = typed.Day("from") is { } day ? Governed.Begins(visit, day) : null;
        if (typed.IsGood && begins is null) typed.Refuse("from", words["workshop.rule.past"]);
        if (!typed.IsGood || rule is null || begins is not { } from) return Page(governed, subject, definition, typed);
        var wanted = new RuleAssignment(new RuleId(Guid.CreateVersion7()), governed.Content.Framework.Id, subject.Competency?.Id, subject.IsOfTargets, 0, from, rule)
        { Target = subject.Target?.Id, Stage = stage, School = place.School, Program = place.Program, IsLocked = typed.IsOn("locked") };
        if (subject.Misfit(governed, rule, governed.RulesAt(from, place)) is var misfit && misfit != RuleMisfit.None) typed.Refuse("rule", words[$"workshop.misfit.{misfit}"]);
        else if (PolicyLocks.Over(governed.Rules, wanted) is { } locked)
            typed.Refuse("place", words["workshop.rule.lockedAbove", ("place", governed.NameOf(locked.Place, words)), ("since", words.Date(visit.Day(locked.EffectiveFrom)))]);
        if (!typed.IsGood) return Page(governed, subject, definition, typed);
        await visit.Write(turn => Store(turn, wanted, subject.Kind == RuleSubject.Parts));
        return Results.Redirect($"{governed.Path}/rules");
    }

    private static bool Store(WriteTurn turn, RuleAssignment wanted, bool fromParts)
    {
        var rules = turn.Db.Rules.AsNoTracking().Where(one => one.Framework == wanted.Framework).ToList();
        turn.Db.Add(wanted with { Number = NextNumber(rules, wanted) });
        // To conclude from parts, the parts must conclude by something.
        if (fromParts && !new Rulebook(rules, wanted.EffectiveFrom, place: wanted.Place).IsParent(wanted.Competency!.Value))
        {
            var parts = wanted with { Id = new RuleId(Guid.CreateVersion7()), OfTargets = true, Stage = null, Rule = new MostRecent() };
            turn.Db.Add(parts with { Number = NextNumber(rules, parts) });
        }

        turn.ChangeFramework();
        return true;
    }

    private static int NextNumber(IEnumerable<RuleAssignment> rules, RuleAssignment wanted) =>
        1 + rules.Where(one => (one.Competency, one.OfTargets, one.Target, one.Stage, one.Place) == (wanted.Competency, wanted.OfTargets, wanted.Target, wanted.Stage, wanted.Place)).Select(one => one.Number).DefaultIfEmpty(0).Max();

    private static string Text(RuleSubject subject) => subject.Kind switch
    {
        RuleSubject.All => RuleSubject.All,
        RuleSubject.OneTarget => $"{subject.Kind}-{subject.Target!.Id.Value:N}",
        _ => $"{subject.Kind}-{subject.Competency!.Number}",
    };
}
