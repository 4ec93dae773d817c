using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>A district of a test's own with a small framework, and builders of its facts with defaults.</summary>
internal sealed class TestDistrict : IAsyncDisposable
{
    public const int LastStage = 4;
    public static readonly DateTime Day = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    public static readonly PersonId Teacher = new(Guid.CreateVersion7());

    private readonly TempFolder _temp = new();

    private TestDistrict(DeterminationRule rule, TimeProvider clock)
    {
        Cairn.Storage.District.Create(Folder, "test", "Test", "UTC");
        District = Cairn.Storage.District.OpenExisting(Folder, "test", toWrite: true, clock);
        Rule = rule;
    }

    public DataFolder Folder => new(_temp.Of("data"));

    public District District { get; }

    public DeterminationRule Rule { get; }

    public FrameworkId Framework { get; } = new(Guid.CreateVersion7());

    public ScaleId Scale { get; } = new(Guid.CreateVersion7());

    public CompetencyId Drawing { get; } = new(Guid.CreateVersion7());

    public CompetencyId Clay { get; } = new(Guid.CreateVersion7());

    public TargetId Lines { get; } = new(Guid.CreateVersion7());

    public TargetId Shades { get; } = new(Guid.CreateVersion7());

    public LearnerId Ada { get; } = new(Guid.CreateVersion7());

    public LearnerId Ben { get; } = new(Guid.CreateVersion7());

    /// <summary>A district with two competencies, Drawing with two targets and Clay without; the rule is of both, or with a rule of targets of Drawing as their parent.</summary>
    public static async Task<TestDistrict> With(DeterminationRule? rule = null, DeterminationRule? ofTargets = null, TimeProvider? clock = null)
    {
        var made = new TestDistrict(rule ?? new Continuum(LastStage), clock ?? TimeProvider.System);
        await made.District.Writer.Alone(turn =>
        {
            made.Fill(turn, ofTargets);
            return true;
        });
        return made;
    }

    public Db Open() => District.Open();

    public PieceOfEvidence Piece(LearnerId? learner = null, DateTime? shown = null) =>
        new(new EvidenceId(Guid.CreateVersion7()), learner ?? Ada, new ExperienceId(Guid.CreateVersion7()), EvidenceKind.Demonstration, "", "", shown ?? Day, default);

    public Judgment Judged(PieceOfEvidence piece, decimal? level = 2, CompetencyId? competency = null, TargetId? target = null, int? stage = 1, NonScore? nonScore = null, bool isCompletion = false) => new(
        new JudgmentId(Guid.CreateVersion7()), piece.Learner, competency ?? Drawing, target, stage, piece.Id, level, nonScore, isCompletion, Teacher, JudgeRole.Educator, piece.DemonstratedOn, piece.DemonstratedOn, default);

    /// <summary>A recording of one new piece with one judgment on it.</summary>
    public Recording OnePiece(LearnerId? learner = null, decimal level = 2)
    {
        var piece = Piece(learner);
        return new Recording(piece.Learner) { Evidence = [piece], EvidenceTexts = [new EvidenceText(piece.Id, "A tree", "Studio", "", "")], Judgments = [Judged(piece, level, target: Lines)] };
    }

    public Task Record(Recording facts) => District.Writer.Record(facts);

    public List<string> Standings()
    {
        using var db = Open();
        return [.. db.Standings.AsNoTracking().ToList().Select(one => $"{one.Learner.Value} {one.FrameworkNumber} {one.AsOf:O} {Convert.ToHexString(one.Cells)}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Adopts a next version in which each competency is as it is told.</summary>
    public Task Revise(Func<Competency, Competency> competency) => District.Writer.Alone(turn =>
    {
        var next = new FrameworkVersionId(Guid.CreateVersion7());
        turn.Db.Add(new FrameworkVersion(next, Framework, 0, null, LastStage));
        turn.Db.SaveChanges();
        var rows = FrameworkRows.CopyOf(turn.Db, turn.Db.FrameworkVersions.AsNoTracking().Where(one => one.AdoptedAt != null).OrderByDescending(one => one.Number).First().Id, next);
        for (var i = 0; i < rows.Competencies.Count; i++) rows.Competencies[i] = competency(rows.Competencies[i]);
        rows.Store(turn);
        turn.Adopt(next, turn.Now);
        return true;
    });

    public Task<int> Recompute() => District.Writer.Alone(turn =>
    {
        turn.ConcludeWhole(Ada);
        turn.ConcludeWhole(Ben);
        return turn.ConcludeNow();
    });

    public async ValueTask DisposeAsync()
    {
        await District.DisposeAsync();
        _temp.Dispose();
    }

    private void Fill(WriteTurn turn, DeterminationRule? ofTargets)
    {
        var (version, area) = (new FrameworkVersionId(Guid.CreateVersion7()), new AreaId(Guid.CreateVersion7()));
        turn.Db.AddRange(
            new Framework(Framework, "test", "Test"), ProficiencyScale.OfStages(Scale, "Stages", LastStage),
            new FrameworkVersion(version, Framework, 1, null, LastStage), new Area(version, area, "ART", "Art", AreaKind.Learning, true, 1),
            new Competency(version, Drawing, area, "ART.1", "Drawing", "", "", Scale, 2, true, 1, 1), new Competency(version, Clay, area, "ART.2", "Clay", "", "", Scale, 2, true, 2, 2),
            new LearningTarget(version, Lines, Drawing, "ART.1.a", "Lines", "", 2, 1, true, true, 1), new LearningTarget(version, Shades, Drawing, "ART.1.b", "Shades", "", 1, 1, true, true, 2),
            new RuleAssignment(new RuleId(Guid.CreateVersion7()), Framework, ofTargets is null ? null : Drawing, false, 1, DateTime.UnixEpoch, Rule),
            new Learner(Ada, "ada", "Ada", "Byron"), new Learner(Ben, "ben", "Ben", ""));
        if (ofTargets is not null) turn.Db.Add(new RuleAssignment(new RuleId(Guid.CreateVersion7()), Framework, Drawing, true, 1, DateTime.UnixEpoch, ofTargets));
        turn.Adopt(version, Day);
    }
}

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class StillClock(DateTime now) : TimeProvider
{
    public DateTime Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => new(Now);
}
