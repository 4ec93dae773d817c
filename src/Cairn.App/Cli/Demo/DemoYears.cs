using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;

namespace Cairn.App.Cli.Demo;

/// <summary>A fact of the demonstration, with the moment it was recorded and its words.</summary>
internal sealed record DemoFact(DateTime At, object Fact, params IReadOnlyList<object> Words);

/// <summary>Two years of one learner: experiences that suit the age, judged at the stage the learner works at, which rises.</summary>
internal sealed class DemoYears(DemoContent content, DemoFramework framework, DemoPeople people, DemoCalendar calendar, DemoLearner of, Dice dice)
{
    private readonly Dictionary<string, Progress> _progress = new(StringComparer.Ordinal);
    private readonly List<DemoFact> _facts = [];
    private readonly double _ability = dice.Bell() * 0.45;
    private int _count;

    private LearnerId Learner => of.Learner.Id;

    public IReadOnlyList<DemoFact> Make()
    {
        foreach (var one in framework.Competencies.Select(one => one.Code).Concat(content.Framework.Habits.Select(one => one.Code))) Begin(one);
        var suits = content.Experiences.Experiences.Where(one => one.From <= of.Age && one.To >= of.Age - 1).ToList();
        foreach (var week in calendar.Days.Chunk(5))
        {
            // About two pieces in three weeks of four, so that some weeks are quiet.
            for (var n = dice.Percent(20) ? 0 : 1 + dice.Below(2); n > 0; n--) Show(dice.Of(week), MostWanted(suits));
            if (dice.Percent(12)) ShowHabit(dice.Of(week));
        }

        AddDecisions();
        return _facts;
    }

    private void Begin(string code)
    {
        var stage = Math.Clamp(of.Age - 6 + dice.Below(3) - 1, 1, DemoFramework.LastStage);
        _progress[code] = new Progress { Stage = stage, Gift = dice.Bell() * 0.35 };
        if (code.StartsWith("HB", StringComparison.Ordinal)) return;
        Enter(code, stage, "enrollment", DemoCalendar.At(calendar.First, 8, dice.Below(60)));
    }

    private void Enter(string code, int stage, string via, DateTime at) => _facts.Add(new DemoFact(at, new StageEntry(
        new StageEntryId(Id("stage", code, $"{stage}")), Learner, DemoFramework.CompetencyOf(code), stage, via, null, "demo", at, default)));

    /// <summary>Of a few experiences the one whose competencies have had the least.</summary>
    private DemoExperience MostWanted(IReadOnlyList<DemoExperience> suits)
    {
        var some = Enumerable.Range(0, 6).Select(_ => dice.Of(suits)).ToList();
        return some.MinBy(one => one.Competencies.Average(code => (double)_progress[code].AtStage))!;
    }

    private void Show(DateOnly day, DemoExperience experience)
    {
        var shown = DemoCalendar.At(day, 9 + dice.Below(6), dice.Below(60));
        var judged = DemoCalendar.At(Earlier(day.AddDays(dice.Below(4)), calendar.Last), 16, dice.Below(60));
        var piece = new PieceOfEvidence(new EvidenceId(Id("evidence", $"{++_count}")), Learner, new ExperienceId(Id("experience", experience.Title, $"{_count}")),
            Kind(experience.Kind), "demo", $"{_count}", shown, default);
        var levels = experience.Competencies.Take(4).Select(code => (Code: code, Level: Level(code))).ToList();
        var comments = content.Experiences.Comments[$"{levels[0].Level}"];
        _facts.Add(new DemoFact(shown, piece, new EvidenceText(piece.Id, dice.Of(experience.Works), experience.Title, people.RoomName(of.Room), dice.Of(comments))));
        foreach (var (code, level) in levels)
        {
            if (piece.Kind == EvidenceKind.Opportunity) Advise(code, piece, level, shown, judged);
            Judge(code, piece, level, shown, judged);
        }
    }

    /// <summary>A mentor of the partner says how they see it; it advises, and an educator decides.</summary>
    private void Advise(string code, PieceOfEvidence piece, int level, DateTime shown, DateTime judged)
    {
        if (DemoFramework.IsParent(code)) return;
        _facts.Add(new DemoFact(judged.AddHours(-1), new Judgment(new JudgmentId(Id("mentor", $"{++_count}")), Learner, DemoFramework.CompetencyOf(code), null, _progress[code].Stage, piece.Id,
            Math.Clamp(level + dice.Below(3) - 1, 1, 4), null, false, dice.Of(DemoPeople.Sponsors).Id.Person, JudgeRole.Mentor, shown, judged.AddHours(-1), default)));
    }

    private void Judge(string code, PieceOfEvidence piece, int level, DateTime shown, DateTime judged)
    {
        var progress = _progress[code];
        var educator = dice.Of(people.EducatorsOf(of.Room)).Username;
        var targets = framework.Competencies.FirstOrDefault(one => one.Code == code)?.Targets ?? [];
        TargetId? target = DemoFramework.IsParent(code) ? DemoFramework.TargetOf(targets[progress.AtStage % targets.Count].Code) : null;
        var said = dice.Percent(4) ? NonScore.Missed : dice.Percent(2) ? NonScore.InsufficientEvidence : (NonScore?)null;
        int? stage = code.StartsWith("HB", StringComparison.Ordinal) ? null : progress.Stage;
        var judgment = new Judgment(new JudgmentId(Id("judgment", $"{++_count}")), Learner, DemoFramework.CompetencyOf(code), target, stage, piece.Id,
            said is null ? level : null, said, false, DemoPeople.EducatorOf(educator).Person, JudgeRole.Educator, shown, judged, default);
        _facts.Add(new DemoFact(judged, judgment));
        if (dice.Percent(6)) AddSecond(judgment, level, judged);
        if (said is not null) return;
        progress.Levels.Add(level);
        if (progress.AtStage >= 3 && progress.Levels.TakeLast(3).Order().ElementAt(1) >= 3 && progress.AtStage >= progress.Wanted && progress.Stage < DemoFramework.LastStage && stage is not null)
            MoveOn(code, progress, judged.AddHours(18));
    }

    /// <summary>The learner's own judgment of the same work, or a correction: the first is taken back and another made.</summary>
    private void AddSecond(Judgment first, int level, DateTime judged)
    {
        if (dice.Percent(60))
        {
            _facts.Add(new DemoFact(judged.AddHours(-2), first with
            {
                Id = new JudgmentId(Id("own", $"{_count}")), Role = JudgeRole.Learner, Judge = Learner.Person, Level = Math.Min(4, level + dice.Below(2)), NonScore = null, JudgedAt = judged.AddHours(-2),
            }));
            return;
        }

        if (judged.AddDays(1) > DemoCalendar.At(calendar.Last, 17, 0)) return;
        _facts.Add(new DemoFact(judged.AddDays(1), new Retraction(new RetractionId(Id("retraction", $"{_count}")), Learner, RetractedKind.Judgment, first.Id.Value, first.Judge, default)));
        _facts.Add(new DemoFact(judged.AddDays(1).AddMinutes(2), first with { Id = new JudgmentId(Id("again", $"{_count}")), Level = Math.Clamp(level + 1, 1, 4), NonScore = null, JudgedAt = judged.AddDays(1).AddMinutes(2) }));
    }

    private void MoveOn(string code, Progress progress, DateTime at)
    {
        if (at > DemoCalendar.At(calendar.Last, 17, 0)) return;
        progress.Stage++;
        progress.Levels.Clear();
        progress.Wanted = 4 + dice.Below(5);
        Enter(code, progress.Stage, "moved on", at);
    }

    private void ShowHabit(DateOnly day)
    {
        var habit = dice.Of(content.Framework.Habits);
        var shown = DemoCalendar.At(day, 14, dice.Below(60));
        var piece = new PieceOfEvidence(new EvidenceId(Id("habit", $"{++_count}")), Learner, new ExperienceId(Id("seen", $"{_count}")), EvidenceKind.Conversation, "demo", $"{_count}", shown, default);
        _facts.Add(new DemoFact(shown, piece, new EvidenceText(piece.Id, dice.Of(habit.LooksLike), habit.Title, people.RoomName(of.Room), "")));
        Judge(habit.Code, piece, Level(habit.Code), shown, shown.AddHours(2));
    }

    /// <summary>Now and then an educator decides otherwise than the rule, and says why.</summary>
    private void AddDecisions()
    {
        if (!dice.Percent(35)) return;
        var (code, progress) = _progress.Where(one => one.Value.Levels.Count >= 2 && !one.Key.StartsWith("HB", StringComparison.Ordinal)).OrderByDescending(one => one.Value.Levels.Count).First();
        var at = DemoCalendar.At(calendar.Last.AddDays(-dice.Below(40)), 15, dice.Below(60));
        var set = new Override(new OverrideId(Id("override", code)), Learner, DemoFramework.CompetencyOf(code), progress.Stage, Math.Clamp(progress.Levels[^1] + 1, 1, 4),
            DemoPeople.EducatorOf(people.EducatorsOf(of.Room)[0].Username).Person, at, default, dice.Percent(30) ? at.AddDays(120) : null);
        _facts.Add(new DemoFact(at, set, new OverrideText(set.Id, "We talked it through and the reasons held in a new case.")));
    }

    /// <summary>A level: higher the longer at the stage.</summary>
    private int Level(string code)
    {
        var progress = _progress[code];
        return Math.Clamp((int)Math.Round(2.0 + _ability + progress.Gift + progress.AtStage * 0.25 + dice.Bell() * 0.55, MidpointRounding.AwayFromZero), 1, 4);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private Guid Id(params ReadOnlySpan<string> parts) => DemoFramework.Named([of.Learner.Id.Value.ToString(), .. parts]);

    private static EvidenceKind Kind(string kind) => Enum.Parse<EvidenceKind>(kind, ignoreCase: true);

    private sealed class Progress
    {
        public int Stage { get; set; }

        public double Gift { get; init; }

        public int Wanted { get; set; } = 5;

        public List<int> Levels { get; } = [];

        public int AtStage => Levels.Count;
    }
}
