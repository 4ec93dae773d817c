using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Competencies;

/// <summary>One competency of one learner: "Why this level?" with trend, evidence, arithmetic and what would change it.</summary>
public partial class ShowCompetency
{
    /// <summary>What is explained.</summary>
    [Parameter, EditorRequired] public CompetencyStanding Standing { get; set; } = null!;

    /// <summary>The last day whose showings count; null for today.</summary>
    [Parameter] public DateOnly? ShownBy { get; set; }

    private ReasonWords Reasons => new(Words);

    private Determination Is => Standing.Shown;

    private Held Held => Is.At(Visit.Now);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/learners/{id:guid}/competencies/{**code:minlength(1)}", Show).AddEndpointFilter(SignedIn.Only);

    private static IResult? Show(Guid id, string code, Visit visit, HttpContext http, string? stage = null, string? shownBy = null)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        int? at = int.TryParse(stage, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        DateOnly? day = DateOnly.TryParseExact(shownBy, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked < visit.Today ? asked : null;
        var asOf = day is { } last ? AsOf.Everything with { ShownBy = EndOf(last, visit) } : AsOf.Everything;
        if (CompetencyStanding.Find(visit.Db, visit.Frameworks, visit.Scope, learner, code, at, asOf) is not { } standing) return null;
        var version = $"{standing.Shown.NewestFact:O}/{standing.Framework.Content.Version.Number}/{standing.Shown.Rule.Number}/"
            + string.Join('.', standing.Stages.Select(one => one.At(visit.Now).Override));
        return Doors.IsFresh(http, id, code, at, day, version, visit.Actor!.Kind, visit.Actor.Person, visit.Today, learner.Version)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : new RazorComponentResult<ShowCompetency>(new { Standing = standing, ShownBy = day }) { PreventStreamingRendering = true };
    }

    private static DateTime EndOf(DateOnly day, Visit visit) =>
        TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue), visit.Served.Zone).AddMicroseconds(-1);

    private int Step(decimal? level) => LevelLook.Step(level, Is.Scale, Is.Stage, Standing.IsContinuum);

    private string Level(ProficiencyLevel level) => LevelLook.Text(level, Words);

    private string Level(decimal number) => Is.Scale.WithNumber(number) is { } level ? Level(level) : Words.Number(number);

    private string HeldText => TextOf(Is);

    private string TextOf(Determination of) => of.At(Visit.Now) is var held && held.Level is not { } level
        ? Words[held.IsProficient ? "level.shown" : of.Boxes.Completed == 0 ? "level.notYetSeen" : of.Rule.Rule is ConditionRule ? "level.partly" : "level.tooLittle"]
        : Standing.IsContinuum && !held.IsSetByPerson ? Words.Number(of.Value ?? level.Number) : Level(level);

    private int StepOf(Determination of) => of.At(Visit.Now) is var held && held.Level is null && of.Rule.Rule is ConditionRule
        ? LevelLook.StepOfCondition(held.IsProficient, of.Boxes.Completed) : LevelLook.Step(held.Level?.Number, of.Scale, of.Stage, Standing.IsContinuum);

    private bool IsSelf => Visit.Actor!.Kind == Cairn.Storage.ActorKind.Learner;

    private string Conclusion =>
        Held.IsSetByPerson ? Words["why.setByPerson", ("self", IsSelf), ("name", Standing.Learner.CalledName), ("level", HeldText), ("author", Standing.JudgeOf(Is.Override!.Author))]
        : Held.Level is null ? Words["why.noLevel", ("self", IsSelf), ("name", Standing.Learner.CalledName), ("state", Held.IsProficient ? "shown" : Is.Rule.Rule is ConditionRule && Is.Boxes.Completed > 0 ? "partly" : "none")]
        : Is.Boxes.Empty > 0 ? Words["why.thin", ("self", IsSelf), ("name", Standing.Learner.CalledName), ("level", HeldText), ("had", Is.Boxes.Completed), ("all", Is.Boxes.Required)]
        : Words["why.full", ("self", IsSelf), ("name", Standing.Learner.CalledName), ("level", HeldText)];

    /// <summary>Open boxes are said even where the conclusion would stay as it is.</summary>
    private IEnumerable<string> Changes => (Is.Boxes.Empty == 0 || Is.WouldChange.Any(one => one is FillBoxes) ? [] : (string[])[Words["change.boxes", ("pieces", Is.Boxes.Empty)]])
        .Concat(Reasons.Of(Is.WouldChange, Held, Standing.TargetTitle, Level));

    /// <summary>What an educator judged, oldest first; the learner's own reflections stand apart.</summary>
    private List<Judgment> Judged => [.. Standing.Judgments.Where(one => one.Role != JudgeRole.Learner)];

    private List<SparkPoint> Trend => [.. Judged.Where(one => one.Level is not null && Standing.WhyDropped(one) is not DropReason.Retracted)
        .Select(one => new SparkPoint(Visit.Day(one.DemonstratedOn), one.Level!.Value, Step(one.Level), Is.Counted.Contains(one)))];

    private string Said(Judgment one) => one.Level is { } level ? Level(level) : one.IsCompletion ? Words["judgment.completion"] : Words[$"judgment.{one.NonScore}"];

    private string Meta(Judgment one)
    {
        var counts = Is.Counted.Contains(one) ? Words["judgment.counts"]
            : Standing.WhyDropped(one) is { } why ? Words["judgment.not", ("why", Reasons.Of(why))] : Words["judgment.notRead"];
        return Words["judgment.meta", ("date", Words.Date(Visit.Day(one.DemonstratedOn))), ("judge", Standing.JudgeOf(one.Judge)), ("counts", counts)];
    }
}
