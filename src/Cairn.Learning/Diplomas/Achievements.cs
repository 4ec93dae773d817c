using System.Globalization;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Policies;

namespace Cairn.Learning.Diplomas;

/// <summary>A learner's record as what policies count: credit, competencies, tests and the like, people's words and waivers. A conclusion: the same record gives the same list.</summary>
public static class Achievements
{
    private const int YearsOfHighSchool = 4;

    /// <summary>Everything that counts, is under way or is planned, by kind and then by id.</summary>
    /// <param name="has">The record.</param>
    /// <param name="plan">The code of the diploma plan: a waiver is of one plan.</param>
    /// <param name="day">The day, in the district: credit that was taken for granted until a day before it counts no more.</param>
    public static IReadOnlyList<OwnAchievement> Of(LearnerHoldings has, string plan, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(has);
        var underWay = has.UnderWay.Select(one => one.Policy).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. InOrder(has.Awards.Where(one => one.Award.ProvisionalUntil is not { } until || until >= day).Select(one => Credit(one.Award, one.Text, has.Areas))),
            .. InOrder(has.UnderWay.Select(WouldBe)),
            // What is agreed on and worked for already is one hope, and not two.
            .. InOrder(has.Agreed.Where(one => !underWay.Contains(one.Policy)).Select(Credit)),
            .. InOrder(has.Competencies.GroupBy(one => (one.Framework, one.Code)).SelectMany(Competency)),
            .. InOrder(has.Others.Where(one => one.EndedAt is null).Select(Other)),
            .. InOrder(has.Attestations.Where(one => one.EndedAt is null).Select(Said)),
            .. InOrder(has.Waivers.Where(one => one.State == WaiverState.Approved && string.Equals(one.Plan, plan, StringComparison.Ordinal)).Select(Waived)),
            .. InOrder(has.Plans.Where(one => one.State is PlanState.Active or PlanState.Complete).Select(Planned)),
        ];
    }

    /// <summary>A competency as if it were shown at a level: for whoever asks what would then be.</summary>
    public static OwnAchievement Shown(ShownCompetency competency, decimal level, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(competency);
        return Competency(competency with { Level = level, IsProficient = true, LastShown = day, Pieces = Math.Max(1, competency.Pieces) }, AchievementStatus.Earned);
    }

    /// <summary>What rules ask of a learner beside achievements: classOf, grade9Entry, yearsInHighSchool, school and program.</summary>
    /// <param name="classOf">The year they shall graduate; null where it is not known.</param>
    /// <param name="school">The name of their school; empty for none.</param>
    /// <param name="program">The name of their program; empty for none.</param>
    public static IReadOnlyDictionary<string, FieldValue> Facts(int? classOf, string school, string program)
    {
        var facts = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        if (classOf is { } year)
        {
            facts["classOf"] = new NumberValue(year);
            facts["grade9Entry"] = new NumberValue(year - YearsOfHighSchool);
            facts["yearsInHighSchool"] = new NumberValue(YearsOfHighSchool);
        }

        if (!string.IsNullOrEmpty(school)) facts["school"] = new TextValue(school);
        if (!string.IsNullOrEmpty(program)) facts["program"] = new TextValue(program);
        return facts;
    }

    private static IEnumerable<OwnAchievement> InOrder(IEnumerable<OwnAchievement> all) => all.OrderBy(one => one.Id, StringComparer.Ordinal);

    private static OwnAchievement Credit(CreditAward award, CreditAwardText? text, IReadOnlyDictionary<AreaId, string> areas)
    {
        var isProvisional = award.ProvisionalUntil is not null;
        var title = text?.Title ?? "";
        var made = new AchievementFields("credit").Tagged(Tags(text?.Tags ?? "")).Say("units", award.Hundredths / 100m).Say("subject", text?.Subject ?? "")
            .Say("area", award.Area is { } area ? areas.GetValueOrDefault(area, "") : "").Say("name", title).Say("code", text?.Code ?? "").Say("level", award.Level)
            .Say("via", Via(award.Source)).On(award.EarnedOn).Say("provenance", text?.Origin ?? "").Is(isProvisional ? AchievementStatus.InProgress : AchievementStatus.Earned);
        return new(made.With($"credit:{award.Id.Value:N}"), AchievementOrigin.Credit, award.Id.Value, title, award.EarnedOn) { IsProvisional = isProvisional, Until = award.ProvisionalUntil, By = award.By };
    }

    /// <summary>Credit by a policy as it would be when all of it is awarded: under way where something is shown, and for whoever asks what would then be.</summary>
    public static OwnAchievement WouldBe(CreditUnderWay one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var made = new AchievementFields("credit").Tagged(one.Tags).Say("units", one.Hundredths / 100m).Say("subject", one.Subject).Say("area", one.Area).Say("name", one.Title)
            .Say("via", Via(CreditSource.Mastery)).Is(AchievementStatus.InProgress);
        return new(made.With($"credit-policy:{one.Policy}"), AchievementOrigin.CreditUnderWay, Guid.Empty, one.Title, null) { Code = one.Policy, IsReady = one.IsEarned };
    }

    private static OwnAchievement Credit(AgreedCredit one)
    {
        var made = new AchievementFields("credit").Tagged(one.Tags).Say("units", one.Hundredths / 100m).Say("subject", one.Subject).Say("name", one.Title)
            .Say("via", Via(CreditSource.Agreement)).On(one.Due).Is(AchievementStatus.Planned);
        return new(made.With($"agreement:{one.Agreement.Value:N}"), AchievementOrigin.Agreement, one.Agreement.Value, one.Title, one.Due) { Code = one.Policy };
    }

    // On a continuum: the highest stage that is complete, and the one above it that is worked at. Lower ones would count the same thing again.
    private static IEnumerable<OwnAchievement> Competency(IEnumerable<ShownCompetency> stages)
    {
        var highest = stages.Where(one => one.IsProficient).MaxBy(one => one.Stage ?? 0);
        if (highest is not null) yield return Competency(highest, AchievementStatus.Earned);
        var next = stages.Where(one => !one.IsProficient && (highest is null || one.Stage > highest.Stage)).MinBy(one => one.Stage ?? 0);
        if (next is null || (next.Pieces == 0 && !next.IsPlanned)) yield break;
        yield return Competency(next, next.Pieces > 0 ? AchievementStatus.InProgress : AchievementStatus.Planned, isNext: highest is not null);
    }

    private static OwnAchievement Competency(ShownCompetency one, AchievementStatus status, bool isNext = false)
    {
        // What is worked at counts as what it will be: Proficient, and no higher than that unless it is higher already.
        var level = status == AchievementStatus.Earned ? one.Level : Math.Max(one.Line, one.Level ?? one.Line);
        var made = new AchievementFields("competency").Say("code", one.Code).Say("name", one.Title).Say("area", one.Area).Say("framework", one.Framework).Say("level", level)
            .Say("stage", one.Stage).Say("proficient", status == AchievementStatus.Earned).Say("complete", one.IsComplete).On(one.LastShown).Is(status);
        var id = $"competency:{one.Framework}/{one.Code}{(isNext ? FormattableString.Invariant($"@{one.Stage}") : "")}";
        return new(made.With(id), AchievementOrigin.Competency, one.Competency.Value, one.Title, status == AchievementStatus.Earned ? one.LastShown : one.PlannedBy) { Code = one.Code };
    }

    private static OwnAchievement Other(OtherAchievement one)
    {
        var type = one.Kind switch
        {
            OtherKind.Test => "test", OtherKind.Credential => "credential", OtherKind.Seal => "seal", OtherKind.Course => "course", OtherKind.Engagement => "engagement", _ => "attendance",
        };
        var shortly = AchievementFields.Short(one.Name);
        var made = new AchievementFields(type).Tagged(Tags(one.Tags)).Say("name", one.Name).Say(one.Kind == OtherKind.Test ? "exam" : "code", shortly).Say("score", one.Score)
            .Say("units", one.Hundredths / 100m).Say("subject", one.Subject).Say("year", SchoolYearOf(one.On)).On(one.On).Say("provenance", one.Origin);
        return new(made.With($"{type}:{one.Id.Value:N}"), AchievementOrigin.Other, one.Id.Value, one.Name, one.On) { By = one.By };
    }

    private static OwnAchievement Said(Attestation one)
    {
        var on = DateOnly.FromDateTime(one.RecordedAt);
        return new(new AchievementFields("attestation").Say("key", one.Key).Say("by", one.Role).On(on).With($"attestation:{one.Id.Value:N}"), AchievementOrigin.Attestation, one.Id.Value, one.Key, on) { By = one.By };
    }

    private static OwnAchievement Waived(Waiver one)
    {
        var on = one.DecidedAt is { } at ? DateOnly.FromDateTime(at) : (DateOnly?)null;
        var made = new AchievementFields("attestation").Say("key", "waive").Say("leaf", one.Leaf).Say("by", one.Role).Say("reason", one.Reason).On(on);
        return new(made.With($"waiver:{one.Id.Value:N}"), AchievementOrigin.Waiver, one.Id.Value, one.Reason, on) { By = one.DecidedBy };
    }

    private static OwnAchievement Planned(LearningPlan one)
    {
        var made = new AchievementFields("plan").Say("kind", "plp").Say("status", one.State == PlanState.Complete ? "complete" : "current").Say("name", one.Title).On(one.From);
        return new(made.With($"plan:{one.Id.Value:N}"), AchievementOrigin.Plan, one.Id.Value, one.Title, one.From);
    }

    private static string Via(CreditSource source) => source switch
    {
        CreditSource.Mastery => "mastery", CreditSource.ExamAndArtifact => "exam-and-artifact", CreditSource.JudgedWhole => "judged-whole",
        CreditSource.Agreement => "agreement", CreditSource.Equivalency => "equivalency", _ => "transfer",
    };

    // The year in which a school year ends, which begins in July at the earliest.
    private static decimal SchoolYearOf(DateOnly day) => day.Month >= 7 ? day.Year + 1 : day.Year;

    private static string[] Tags(string tags) => tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
