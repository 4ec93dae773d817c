using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage;

namespace Cairn.App.Features.Paces;

/// <summary>Says how a learner goes, in whole school weeks and plain words.</summary>
internal sealed class PaceSaying(LearnerPace pace, Learner learner, IReadOnlyList<FrameworkInForce> frameworks, Words words, Visit visit)
{
    private bool IsSelf => visit.Actor!.Kind == ActorKind.Learner;

    public string Answer => words[$"pace.is.{pace.Band.State}", ("self", IsSelf), ("name", learner.CalledName), ("weeks", Math.Abs(pace.Band.Weeks)), ("by", By)];

    /// <summary>The same in one sentence without a number, for a learner and a family.</summary>
    public string Plain => words[$"pace.plain.{pace.Band.State}", ("self", IsSelf), ("name", learner.CalledName), ("by", By)];

    /// <summary>What comes next: the plan's next step, else what is nearest to full, else what is ready; null for nothing.</summary>
    public CompetencyId? NextStep => pace.Steps is { Open: { Count: > 0 } open } && open.FirstOrDefault(one => Title(one.Competency).Length > 0) is { } step ? step.Competency
        : pace.Missing.Nearest.FirstOrDefault() is { } nearest ? nearest.Competency
        : pace.Ready.Next.Count > 0 ? pace.Ready.Next[0] : null;

    /// <summary>By what it is told: "plan" or "year".</summary>
    public string By => pace.Steps is null ? "year" : "plan";

    /// <summary>The same in a sentence.</summary>
    public string ByWhat => pace.Steps is { Plan: var plan } ? words["pace.by.plan", ("title", plan.Title), ("from", words.Date(plan.From)), ("until", words.Date(plan.Until))] : words["pace.by.year"];

    public string Done => words[pace.Steps is null ? "pace.done" : "pace.done.plan", ("done", pace.Band.Done), ("needed", pace.Band.Needed), ("expected", pace.Band.Expected)]
        + (pace.Band.Further > 0 ? $" {words["pace.further", ("count", pace.Band.Further)]}" : pace.Steps is { Before.Count: > 0 and var before } ? $" {words["pace.before", ("count", before)]}" : "");

    public string Forecast => pace.Forecast is var said && pace.Steps is { Open.Count: 0 } ? words["pace.forecast.all.plan"]
        : !said.HasOne ? words["pace.forecast.none", ("by", By)]
        : said.Left == 0 ? words["pace.forecast.all"]
        : said.Likely is not { } likely ? words["pace.forecast.far", ("left", said.Left)]
        : said.Surer is { } surer ? words["pace.forecast", ("left", said.Left), ("likely", likely), ("surer", surer)]
        : words["pace.forecast.likely", ("left", said.Left), ("likely", likely)];

    public Competency? Find(CompetencyId id) => frameworks.Select(one => one.Content.Find(id)).FirstOrDefault(one => one is not null);

    public string Title(CompetencyId id) => Find(id)?.Title ?? "";

    public string? Href(CompetencyId id) => Find(id) is { } found ? Visit.PathOf(learner.Id, found) : null;

    /// <summary>Why adults look: each reason in a sentence, what weighs most first; none where nothing is off.</summary>
    public IEnumerable<string> Reasons
    {
        get
        {
            if (pace.Stall.IsQuiet) yield return words["pace.why.quiet", ("days", pace.Stall.Days)];
            foreach (var loop in pace.Stall.Loops) yield return words["pace.why.loop", ("count", loop.Count), ("title", Title(loop.Of.Competency))];
            if (pace.Band.State == PaceState.Behind) yield return words["pace.why.behind", ("weeks", -pace.Band.Weeks), ("by", By)];
            if (pace.Band.State == PaceState.Ahead) yield return words["pace.why.ahead", ("weeks", pace.Band.Weeks), ("by", By)];
        }
    }

    /// <summary>What to do next, for adults.</summary>
    public string Next => pace.Stall.IsQuiet ? words["pace.do.talk", ("name", learner.CalledName)]
        : pace.Stall.Loops.Count > 0 ? words["pace.do.anotherWay"]
        : pace.Band.State == PaceState.Ahead ? words["pace.do.further", ("name", learner.CalledName)]
        : pace.Steps?.Open.Select(one => Title(one.Competency)).FirstOrDefault(one => one.Length > 0) is { } step ? words["pace.do.step", ("title", step)]
        : pace.Missing.Nearest.FirstOrDefault() is { } nearest ? words["pace.do.piece", ("title", Title(nearest.Competency))] : words["pace.do.talk", ("name", learner.CalledName)];

    /// <summary>Choices where something is shown and not at the top: never on a continuum, whose next stage opens by itself.</summary>
    public IEnumerable<NextChoice> Choices => pace.Standing.Where(one => one.Stage is null)
        .Select(one => NextChoice.From(one.Competency, one.Scale, one.At(visit.Now).Level, one.At(visit.Now).IsProficient, pace.Ready.Next)).OfType<NextChoice>();

    /// <summary>What the top level asks for: its own words where there are any.</summary>
    public string TopOf(NextChoice choice) => frameworks.SelectMany(one => one.Content.Descriptors[choice.Competency]).FirstOrDefault(one => one.Level == choice.Top.Number) is { } said
        ? visit.Actor!.Kind == ActorKind.Guardian && said.FamilyWords.Length > 0 ? said.FamilyWords : said.Words
        : words["pace.choice.top.plain", ("level", choice.Top.Label.Length > 0 ? FamilyLevel.Word(choice.Top.Label, words) : words.Number(choice.Top.Number))];
}
