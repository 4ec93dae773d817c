using System.CommandLine;
using System.Globalization;
using Cairn.App.Features.Competencies;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Reasons;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Certainty;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Cli;

/// <summary><c>cairn explain USERNAME COMPETENCY</c>: "Why this level?" in words and arithmetic.</summary>
internal static class ExplainVerb
{
    private static readonly string[] Moments = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    private static readonly ReasonWords Reasons = new(Say.Words);

    public static Command Make(Terminal terminal)
    {
        var username = new Argument<string>("USERNAME") { Description = Say.Words["cli.explain.username"] };
        var competency = new Argument<string>("COMPETENCY") { Description = Say.Words["cli.explain.competency"] };
        var stage = new Option<int?>("--stage") { Description = Say.Words["cli.explain.stage"], HelpName = "N" };
        var shownBy = new Option<string?>("--shown-by") { Description = Say.Words["cli.explain.shownBy"], HelpName = "DATE" };
        var knownBy = new Option<string?>("--known-by") { Description = Say.Words["cli.explain.knownBy"], HelpName = "DATE" };
        var verb = new Command("explain", Say.Words["cli.explain"]) { username, competency, stage, shownBy, knownBy };
        verb.WithCommon().SetAction((asked, _) => Run(
            asked, asked.GetValue(username)!, asked.GetValue(competency)!, asked.GetValue(stage), new AsOf(Until(asked, "--shown-by"), Until(asked, "--known-by")), terminal));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, string username, string code, int? stage, AsOf asOf, Terminal terminal)
    {
        await using var district = asked.OpenDistrict(toWrite: false);
        using var db = district.Open();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var scope = new Scope(db, Actor.Operator, DateOnly.FromDateTime(now));
        var learner = scope.Find(username) ?? throw new RefusedException(Say.Words["cli.explain.noLearner", ("username", username)]);
        if (district.Frameworks.All(one => one.Content.Find(code) is null)) throw new RefusedException(Say.Words["cli.explain.noCompetency", ("code", code)]);
        var standing = CompetencyStanding.Find(db, district.Frameworks, scope, learner, code, stage, asOf)
            ?? throw new RefusedException(Say.Words["cli.explain.noStage", ("username", username), ("code", code), ("stage", stage ?? 0)]);
        await Operated.Tell(asked.Folder(), district.Name, "explain", JournalAct.Viewed, [standing.Learner.Id], terminal);
        if (asked.WantsJson()) terminal.AnswerJson(Facts(standing, now));
        else foreach (var line in Lines(standing, now)) await terminal.Out.WriteLineAsync(line);
        return CommandLine.Done;
    }

    private static IEnumerable<string> Lines(CompetencyStanding standing, DateTime now)
    {
        var (is_, held) = (standing.Shown, standing.Shown.At(now));
        yield return Say.Words["cli.explain.head", ("learner", standing.Learner.FullName), ("code", standing.Competency.Code), ("title", standing.Competency.Title), ("stage", is_.Stage ?? 0)];
        yield return held.Level is { } level
            ? Say.Words["cli.explain.level", ("level", LevelLook.Text(level, Say.Words)), ("value", Number(is_.Value)), ("proficient", held.IsProficient)]
            : Say.Words["cli.explain.noLevel", ("proficient", held.IsProficient)];
        if (is_ is { Value: { } value, Level: { } reached } && !standing.IsContinuum && value != reached.Number)
            yield return "  " + Say.Words["why.reaches", ("value", Number(value)), ("level", LevelLook.Text(reached, Say.Words)), ("from", reached.From)];
        if (is_.NotYet.Reason != NotYetReason.None) yield return "  " + Reasons.Of(is_.NotYet);
        yield return Say.Words["cli.explain.rule", ("rule", RuleText.Of(is_.Rule.Rule)), ("number", is_.Rule.Number), ("words", Reasons.Of(is_.Rule.Rule, standing.RuleOfParts is not null))];
        if (standing.RuleOfParts is { } parts) yield return "  " + Say.Words["rule.ofParts", ("rule", Reasons.Of(parts))];
        if (is_.Override is { } set)
            yield return Say.Words["cli.explain.override", ("level", set.Level), ("author", standing.JudgeOf(set.Author)), ("date", Day(set.DecidedOn)),
                ("reason", standing.OverrideReason ?? ""), ("state", held.Override?.ToString() ?? "")];
        yield return Say.Words["cli.explain.boxes", ("completed", is_.Boxes.Completed), ("required", is_.Boxes.Required), ("missed", is_.Boxes.Missed), ("percent", is_.Boxes.Percent)];
        if (is_.Baseline is { } baseline) yield return Say.Words["cli.explain.baseline", ("baseline", baseline)];
        if (is_.Growth is { } growth) yield return Say.Words["cli.explain.growth", ("growth", growth)];
        yield return "";
        yield return Say.Words["cli.explain.arithmetic"];
        foreach (var line in is_.Arithmetic)
            yield return $"  {Reasons.Of(line)}: {ReasonWords.Formula(line)}";
        yield return Say.Words["cli.explain.counted", ("count", is_.Counted.Count)];
        foreach (var one in is_.Counted) yield return "  " + Line(standing, one);
        var others = standing.Judgments.Where(one => !is_.Counted.Contains(one)).ToList();
        yield return Say.Words["cli.explain.dropped", ("count", others.Count)];
        foreach (var one in others) yield return $"  {Line(standing, one)}: {(standing.WhyDropped(one) is { } why ? Reasons.Of(why) : Say.Words["cli.explain.notRead"])}";
        yield return Say.Words["cli.explain.change"];
        var changes = Reasons.Of(is_.WouldChange, held, standing.TargetTitle, level => LevelLook.Text(level, Say.Words)).DefaultIfEmpty(Say.Words["cli.explain.nothing"]);
        foreach (var one in changes) yield return "  " + one;
        yield return Say.Words["estimate.title"];
        foreach (var one in Sure(standing, now)) yield return "  " + one;
        if (is_.NewestFact is { } newest) yield return Say.Words["cli.explain.asOf", ("moment", newest.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))];
    }

    private static IEnumerable<string> Sure(CompetencyStanding standing, DateTime now)
    {
        if (standing.EstimateAt(now) is not { } estimate) return [Say.Words["estimate.none"]];
        var say = new EstimateWords(Say.Words, estimate, standing.Shown.Scale);
        return [say.Sure, say.Shares, .. say.Why() is { } why ? [why] : Array.Empty<string>(), .. say.Settle(), Say.Words["estimate.advises"]];
    }

    private static string Line(CompetencyStanding standing, Judgment one)
    {
        var said = one.Level is { } level ? ArithmeticLine.Print(level) : one.IsCompletion ? "complete" : one.NonScore?.ToString() ?? "";
        var target = one.Target is { } at ? $" · {standing.TargetTitle(at)}" : "";
        return $"{Day(one.DemonstratedOn)}  {said,-8}  {standing.TextOf(one)?.Title}{target} ({standing.JudgeOf(one.Judge)})";
    }

    private static object Facts(CompetencyStanding standing, DateTime now)
    {
        var (is_, held) = (standing.Shown, standing.Shown.At(now));
        return new
        {
            username = standing.Learner.Username, competency = standing.Competency.Code, stage = is_.Stage,
            value = is_.Value, level = held.Level?.Number, label = held.Level?.Label, proficient = held.IsProficient,
            reason = is_.NotYet.Reason == NotYetReason.None ? null : Reasons.Of(is_.NotYet),
            rule = RuleText.Of(is_.Rule.Rule), ruleVersion = is_.Rule.Number, chosen = is_.Chosen,
            completed = is_.Boxes.Completed, missed = is_.Boxes.Missed, required = is_.Boxes.Required, progressPercent = is_.Boxes.Percent,
            complete = is_.IsComplete, baseline = is_.Baseline, growth = is_.Growth,
            setByPerson = held.IsSetByPerson, @override = is_.Override is { } set ? new { level = set.Level, author = standing.JudgeOf(set.Author), reason = standing.OverrideReason, state = held.Override } : null,
            arithmetic = is_.Arithmetic.Select(line => new { what = Reasons.Of(line), formula = line.Formula, result = line.Result }),
            counted = is_.Counted.Select(one => Piece(standing, one, null)),
            dropped = standing.Judgments.Where(one => !is_.Counted.Contains(one)).Select(one => Piece(standing, one, standing.WhyDropped(one))),
            wouldChange = Reasons.Of(is_.WouldChange, held, standing.TargetTitle, level => LevelLook.Text(level, Say.Words)),
            estimate = standing.EstimateAt(now) is { } estimate ? Advice(standing, estimate) : null,
            asOf = is_.NewestFact,
        };
    }

    private static object Advice(CompetencyStanding standing, Estimate estimate) => new
    {
        advises = Say.Words["estimate.advises"], likely = estimate.Likely.Number, sureness = estimate.Sureness, abstains = estimate.IsAbstaining,
        words = new EstimateWords(Say.Words, estimate, standing.Shown.Scale).Sure, proficientChance = Digits(estimate.ProficientChance),
        levels = estimate.Levels.Levels.Zip(estimate.Ability.Levels, (level, chance) => new { level = level.Number, chance = Digits(chance) }),
        mean = Digits(estimate.Ability.Mean), sd = Digits(estimate.Ability.Deviation), low80 = Digits(estimate.Ability.Low80), high80 = Digits(estimate.Ability.High80),
        pieces = estimate.Pieces.Count, daysSince = (int)estimate.DaysSince,
        wouldSettle = estimate.WouldSettle.Select(one => new { kind = one.Kind, gain = Digits(one.Gain), shownFrom = one.ShownFrom?.Number, notYetUpTo = one.NotYetUpTo?.Number }),
    };

    private static double Digits(double number) => Math.Round(number, 6);

    private static object Piece(CompetencyStanding standing, Judgment one, DropReason? why) => new
    {
        title = standing.TextOf(one)?.Title, target = one.Target is { } at ? standing.TargetTitle(at) : null, level = one.Level, nonScore = one.NonScore, completion = one.IsCompletion,
        judge = standing.JudgeOf(one.Judge), demonstratedOn = one.DemonstratedOn, judgedAt = one.JudgedAt, recordedAt = one.RecordedAt, why = why is { } reason ? Reasons.Of(reason) : null,
    };

    /// <summary>A bare day means all of it.</summary>
    private static DateTime Until(ParseResult asked, string option)
    {
        if (asked.GetValue<string?>(option) is not { } text) return AsOf.Everything.ShownBy;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc);
        return DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment : throw new UsageException(Say.Words["cli.explain.badDate", ("option", option), ("text", text)]);
    }

    private static string Number(decimal? number) => number is { } value ? ArithmeticLine.Print(value) : "-";

    private static string Day(DateTime moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
