using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Storage;

namespace Cairn.Drills.Record;

/// <summary>What a drill records, made from a seed alone: whoever has the seed can say word by word what has to be there.</summary>
internal static class Sown
{
    private const string Letters = "abcdefghij klmnopq rstuvwxyzäé—學'=";
    private static readonly DateTime Day = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The recording of a seed: a piece with words, artifacts and judgments, a judgment of a body, an entry into a stage, or an override.</summary>
    public static Recording Of(Guid seed)
    {
        var chance = new Random(seed.GetHashCode());
        var learner = Field.Learner(chance.Next(Field.Learners));
        return chance.Next(12) switch
        {
            0 => new Recording(learner) { StageEntries = [Entry(seed, learner, chance)] },
            1 => new Recording(learner) { Overrides = [Override(seed, learner, chance)], OverrideTexts = [new OverrideText(new OverrideId(seed), Words(chance, 400))] },
            2 => new Recording(learner) { Judgments = [Judged(seed, learner, null, chance)], JudgmentTexts = [new JudgmentText(new JudgmentId(seed), Words(chance, 400))] },
            _ => Piece(seed, learner, chance),
        };
    }

    /// <summary>Takes what a seed recorded out of force.</summary>
    public static Recording Retraction(Guid seed)
    {
        var facts = Of(seed);
        var (kind, fact) = facts switch
        {
            { StageEntries: [var entry] } => (RetractedKind.StageEntry, entry.Id.Value),
            { Overrides: [var set] } => (RetractedKind.Override, set.Id.Value),
            { Evidence: [var piece], Judgments: [_] } => (RetractedKind.Evidence, piece.Id.Value),
            _ => (RetractedKind.Judgment, facts.Judgments[0].Id.Value),
        };
        return new Recording(facts.Learner) { Retractions = [new Retraction(new RetractionId(NamedId.Of("drill", "retraction", $"{seed}")), facts.Learner, kind, fact, Field.Teacher, default)] };
    }

    private static Recording Piece(Guid seed, LearnerId learner, Random chance)
    {
        var piece = new PieceOfEvidence(new EvidenceId(seed), learner, new ExperienceId(NamedId.Of("drill", "experience", $"{seed}")), EvidenceKind.Demonstration, "", "", Shown(chance), default);
        List<Judgment> judgments = [.. Enumerable.Range(1, 1 + chance.Next(3)).Select(i => Judged(NamedId.Of("drill", "judgment", $"{seed}", $"{i}"), learner, piece, chance))];
        return new Recording(learner)
        {
            Evidence = [piece],
            // Some words fill pages of their own.
            EvidenceTexts = [new EvidenceText(piece.Id, $"Piece {seed}", Words(chance, 40), Words(chance, 40), Words(chance, chance.Next(8) == 0 ? 9000 : 300))],
            Artifacts = [.. Enumerable.Range(1, chance.Next(3)).Select(i => new Artifact(piece.Id, i, Words(chance, 30), $"https://example.org/{seed}/{i}"))],
            Judgments = judgments,
            JudgmentTexts = [.. judgments.Select(one => new JudgmentText(one.Id, Words(chance, 200)))],
        };
    }

    private static Judgment Judged(Guid id, LearnerId learner, PieceOfEvidence? piece, Random chance)
    {
        var (competency, shown) = (1 + chance.Next(Field.Competencies), piece?.DemonstratedOn ?? Shown(chance));
        TargetId? target = piece is null ? null : Field.Target(competency, 1 + chance.Next(2));
        return new Judgment(new JudgmentId(id), learner, Field.Competency(competency), target, 1 + chance.Next(Field.LastStage), piece?.Id, 1 + chance.Next(Field.LastStage), null, false,
            Field.Teacher, JudgeRole.Educator, shown, shown.AddDays(chance.Next(9)), default);
    }

    private static StageEntry Entry(Guid seed, LearnerId learner, Random chance) => new(
        new StageEntryId(seed), learner, Field.Competency(1 + chance.Next(Field.Competencies)), 1 + chance.Next(Field.LastStage), "drill", null, "", Shown(chance), default);

    private static Override Override(Guid seed, LearnerId learner, Random chance) => new(
        new OverrideId(seed), learner, Field.Competency(1 + chance.Next(Field.Competencies)), 1 + chance.Next(Field.LastStage), 1 + chance.Next(Field.LastStage), Field.Teacher, Shown(chance), default, null);

    private static DateTime Shown(Random chance) => Day.AddMinutes(chance.Next(60 * 24 * 200));

    private static string Words(Random chance, int most) => string.Create(chance.Next(1, most), chance, static (text, one) =>
    {
        for (var i = 0; i < text.Length; i++) text[i] = Letters[one.Next(Letters.Length)];
    });
}
