using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery;

/// <summary>Something said of a learner: by whom, of what, when, and how late it was marked and stored.</summary>
internal sealed record Said(int What, int Judge, JudgeRole Role, int Experience, int? Target, int? Stage, bool IsOther, int Day, int Late, int Stored);

/// <summary>A retraction of the n-th fact of its kind, counted around.</summary>
internal sealed record Taken(RetractedKind Kind, int Which, int Day);

/// <summary>A whole small record and the rules it is read by.</summary>
internal sealed record RecordCase(
    DeterminationRule Rule, DeterminationRule? OfTargets, JudgmentPolicy Policy, Said[] Said, (int Stage, int Baseline, int Day, int Stored)[] Entries,
    (int Level, int Stage, int Day, int Stored)[] Overrides, Taken[] Taken);

/// <summary>Random records over two competencies of two targets each, at no stage or at stages 1 to 3.</summary>
internal static class RecordCases
{
    public static readonly FrameworkContent Content = new FrameworkBuilder()
        .WithCompetency(Some.Competency, "C1", position: 1, pieces: 2).WithCompetency(Some.OtherCompetency, "C2", position: 2, pieces: 1)
        .WithTarget(2).WithTarget(1).WithTarget(1, of: Some.OtherCompetency).WithTarget(1, of: Some.OtherCompetency).Asking(1, stage: 2, pieces: 0).Build();

    private static readonly WeightedByEvidence ExamsHalf = new() { Kinds = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["exam"] = 0.5m, ["project"] = 0 } };

    public static readonly Gen<ScoreRule> GenScores = Gen.Select(
        Gen.OneOfConst<ScoreRule>(new MostRecent(), new MostRecent(2), new Highest(2), new Mean(), new Median(), new Mode(), new TimesShown(2, 3), new DecayingAverage(), new BestFit(), new PowerLaw(), ExamsHalf),
        Gen.Int[1, 2], Gen.Int[1, 3], Gen.Int[1, 3]).Select((rule, minimum, experiences, judges) =>
            rule with { Minimum = minimum, MinimumExperiences = experiences, MinimumJudges = judges });

    private static readonly Gen<(DeterminationRule, DeterminationRule?)> GenRules = Gen.OneOf<(DeterminationRule, DeterminationRule?)>(
        GenScores.Select(rule => ((DeterminationRule)rule, (DeterminationRule?)null)),
        Gen.OneOfConst<DeterminationRule>(new Judged(), new Judged(true)).Select(rule => (rule, (DeterminationRule?)null)),
        Gen.Select(Gen.OneOfConst<DeterminationRule>(new Mean(), new Highest(), new AllShown()), GenScores).Select((rule, of) => (rule, (DeterminationRule?)of)),
        Gen.Select(Gen.OneOfConst(-0.5m, 0m, 2m), Gen.OneOfConst<decimal?>(null, 2m), Gen.Bool).Select((average, rating, isFirst) =>
            ((DeterminationRule)new Continuum(3, average, rating, isFirst ? GrowthRule.FirstToLast : GrowthRule.FromBaseline), (DeterminationRule?)null)));

    private static readonly Gen<Said> GenSaid = Gen.Select(
        Gen.Int[1, 8], Gen.Int[0, 2], Gen.OneOfConst(JudgeRole.Educator, JudgeRole.Educator, JudgeRole.Educator, JudgeRole.Moderator, JudgeRole.Mentor, JudgeRole.Learner),
        Gen.Int[0, 5], Gen.OneOfConst<int?>(null, 0, 0, 1), Gen.OneOfConst<int?>(null, null, 1, 2), Gen.Int[0, 5], Gen.Select(Gen.Int[1, 6], Gen.Int[0, 2], Gen.Int[0, 2]))
        .Select((what, judge, role, experience, target, stage, other, when) => new Said(
            what, judge, role, experience, target, stage, other == 0, when.Item1, when.Item2, when.Item2 + when.Item3));

    private static readonly Gen<int> GenDay = Gen.Int[0, 8];

    public static readonly Gen<RecordCase> All = Gen.Select(
        GenRules, Gen.Select(Gen.Enum<Combine>(), Gen.Bool).Select((combine, mentors) => new JudgmentPolicy(combine, mentors)), GenSaid.Array[0, 14],
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 3], GenDay, Gen.Int[0, 2]).Array[0, 2], Gen.Select(Gen.Int[1, 4], Gen.Int[0, 2], GenDay, Gen.Int[0, 2]).Array[0, 3],
        Gen.Select(Gen.Enum<RetractedKind>(), Gen.Int[0, 9], GenDay).Select((kind, which, day) => new Taken(kind, which, day)).Array[0, 4])
        .Select((rules, policy, said, entries, overrides, taken) => new RecordCase(rules.Item1, rules.Item2, policy, said, entries, overrides, taken));

    public static Rulebook Rules(RecordCase of) => Some.Rules(of.Rule, of.OfTargets, of.Policy);

    public static RecordBuilder Facts(RecordCase of)
    {
        var record = new RecordBuilder();
        foreach (var said in of.Said) Add(record, said);
        foreach (var (stage, baseline, day, stored) in of.Entries) record.Enter(stage, baseline, day, day + stored);
        foreach (var (level, stage, day, stored) in of.Overrides) record.Decide(level, stage == 0 ? null : stage, day, recorded: day + stored);
        foreach (var taken in of.Taken)
        {
            Guid[] facts = taken.Kind switch
            {
                RetractedKind.Judgment => [.. record.Judgments.Select(one => one.Id.Value)],
                RetractedKind.Evidence => [.. record.Evidence.Select(one => one.Id.Value)],
                RetractedKind.StageEntry => [.. record.Entries.Select(one => one.Id.Value)],
                _ => [.. record.Overrides.Select(one => one.Id.Value)],
            };
            if (facts.Length > 0) record.Retract(taken.Kind, facts[taken.Which % facts.Length], taken.Day);
        }

        return record;
    }

    public static Judgment Add(RecordBuilder record, Said said)
    {
        var kind = said.Experience == 0 ? EvidenceKind.Exam : said.Experience == 1 ? EvidenceKind.Project : EvidenceKind.Demonstration;
        return record.Judge(
            said.What <= 4 ? said.What : null, record.Piece(said.Day, 10 + said.Experience, kind), judged: said.Day + said.Late, recorded: said.Day + said.Stored,
            nonScore: said.What is > 4 and < 8 ? (NonScore)(said.What - 4) : null, completion: said.What == 8, judge: new PersonId(Some.Id(2 + said.Judge)), role: said.Role,
            target: said.Target is { } target ? FrameworkBuilder.TargetId(said.IsOther ? target + 2 : target) : null, stage: said.Stage,
            competency: said.IsOther ? Some.OtherCompetency : Some.Competency);
    }

    public static IEnumerable<Determination> Conclude(RecordCase of, RecordBuilder record, AsOf? asOf = null) =>
        Standing.From(record.Build(), Content, Rules(of), asOf ?? AsOf.Everything);

    public static string Print(RecordCase of) => string.Join('\n',
    [
        $"{of.Rule} / {of.OfTargets} / {of.Policy}", .. of.Said.Select(one => one.ToString()), .. of.Entries.Select(one => one.ToString()),
        .. of.Overrides.Select(one => one.ToString()), .. of.Taken.Select(one => one.ToString()),
    ]);
}
