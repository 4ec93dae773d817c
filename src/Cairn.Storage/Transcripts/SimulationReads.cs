using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transcripts;

/// <summary>Tries a draft on what was really judged: both sides are concluded from the facts, by the rules themselves. Nothing is written.</summary>
public static class SimulationReads
{
    private const int LearnersAtOnce = 256;
    private const int MostFlat = 50;

    /// <summary>Tries a draft on the learners here whom the asker sees.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="engine">Its engine.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="draft">What is tried.</param>
    public static SimulationRun Of(Db db, Engine engine, Scope scope, SimulationDraft draft)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(draft);
        var seen = scope.Learners.Where(one => one.EndedAt == null);
        if (draft.School is { } school) seen = seen.Where(one => one.School == school);
        List<Learner> learners = [.. seen.ToList().OrderBy(one => one.FamilyName, StringComparer.Ordinal).ThenBy(one => one.GivenName, StringComparer.Ordinal).ThenBy(one => one.Id.Value)];
        var parts = SimulatedParts.Of(db, draft.Framework, learners.Select(one => one.Place), draft.Day);
        var looked = new LookedAt(draft, parts, learners.Count);
        db.Database.OpenConnection();
        foreach (var some in learners.Index().Chunk(LearnersAtOnce))
        {
            var records = ManyRecords.Of(db, engine, [.. some.Select(one => one.Item.Id)]);
            Parallel.ForEach(some, one => looked.Look(one.Index, one.Item, records.Of(one.Item.Id)));
        }

        db.Database.CloseConnection();
        var (before, after) = TablesOf(db, draft, learners);
        var (met, then) = SimulatedDiplomas.Of(db, scope, draft, seen, learners, looked.Moved);
        var simulation = Simulation.From(Named(db, learners), parts.Portfolios, new(looked.Before, before, met), new(looked.After, after, then));
        return new(simulation, [.. learners.Select(one => one.FullName)], looked.Judgments, Named(db, TopLevelCheck.Of(looked.TaskLevels)), parts.IsByPolicy) { HasUntried = parts.HasUntried };
    }

    private static List<SimulatedLearner> Named(Db db, List<Learner> learners)
    {
        var schools = db.Organizations.AsNoTracking().ToDictionary(one => one.Id, one => one.Name);
        var programs = db.Programs.AsNoTracking().ToDictionary(one => one.Id, one => one.Name);
        return learners.ConvertAll(one => new SimulatedLearner(
            one.Id, one.School is { } school ? schools.GetValueOrDefault(school, "") : "", one.Program is { } program ? programs.GetValueOrDefault(program, "") : "", one.GraduationYear) { Place = one.Place });
    }

    private static (GradeTable?[] Before, GradeTable?[] After) TablesOf(Db db, SimulationDraft draft, List<Learner> learners)
    {
        var (all, tables) = (ConversionRows.Adopted(db), new Dictionary<string, GradeTable>(StringComparer.Ordinal));
        var byPlace = learners.Select(one => one.Place).Distinct().ToDictionary(place => place, place =>
        {
            var now = ConversionFor.Of(all, place, draft.Day);
            return (Before: Table(now), After: Table(draft.Conversion is { } tried ? ConversionFor.With(all, tried, place, draft.Day) : now));
        });
        return ([.. learners.Select(one => byPlace[one.Place].Before)], [.. learners.Select(one => byPlace[one.Place].After)]);

        // Equal texts are one table: it is read once.
        GradeTable? Table(GradeConversion? of) => of is null ? null : tables.TryGetValue(of.Table, out var known) ? known : tables[of.Table] = of.Rules;
    }

    private static List<NamedTask> Named(Db db, IReadOnlyList<FlatTask> flat)
    {
        var told = flat.Take(MostFlat).ToList();
        var ids = told.ConvertAll(one => one.Task);
        var names = (from piece in db.Evidence.AsNoTracking()
                     where ids.Contains(piece.Experience)
                     join text in db.EvidenceTexts.AsNoTracking() on piece.Id equals text.Evidence
                     where text.Experience != ""
                     group text.Experience by piece.Experience into some
                     select new { some.Key, Name = some.Min() }).ToDictionary(one => one.Key, one => one.Name);
        return told.ConvertAll(one => new NamedTask(one, names.GetValueOrDefault(one.Task) ?? ""));
    }

    /// <summary>Learners one after the other, or side by side.</summary>
    private sealed class LookedAt(SimulationDraft draft, SimulatedParts parts, int learners)
    {
        private readonly Dictionary<PolicyPlace, Rulebook> _drafts = [];
        private readonly List<TaskLevel>?[] _levels = new List<TaskLevel>?[learners];
        private readonly int[] _judgments = new int[learners];
        private readonly AsOf _asOf = draft.ShownBy is { } moment ? AsOf.Everything with { ShownBy = moment } : AsOf.Everything;
        private readonly LevelColumns _after = new(learners, draft.ChangesLevels ? parts.Count : 0);

        private readonly IReadOnlyList<PartStanding>[] _moved = new IReadOnlyList<PartStanding>[learners];

        /// <summary>What would be otherwise of each learner, as it would be.</summary>
        public IReadOnlyList<IReadOnlyList<PartStanding>> Moved => _moved;

        public LevelColumns Before { get; } = new(learners, parts.Count);

        public LevelColumns After => draft.ChangesLevels ? _after : Before;

        public int Judgments => _judgments.Sum();

        public IEnumerable<TaskLevel> TaskLevels => _levels.OfType<List<TaskLevel>>().SelectMany(one => one);

        public void Look(int at, Learner learner, LearnerRecord record)
        {
            var (content, rules) = (draft.Framework.Content, draft.Framework.RulesFor(learner.Place));
            var now = StandingsOf(record, rules);
            parts.Fill(Before, at, now);
            _moved[at] = [];
            if (draft.ChangesLevels)
            {
                var then = StandingsOf(record, Drafted(learner.Place));
                parts.Fill(_after, at, then);
                _moved[at] = [.. then.Except(now)];
            }

            var levels = _levels[at] = [];
            foreach (var competency in content.Competencies)
            {
                // On a continuum the levels are stages: nobody is asked for the last one.
                var isContinuum = rules.RuleOf(competency.Id).Rule is Continuum;
                var top = Standing.ScaleOf(competency, content, rules).Highest.Number;
                foreach (var one in record.JudgmentsUnder(competency.Id))
                {
                    if (one.DemonstratedOn > _asOf.ShownBy || one.Level is not { } level || !rules.Policy.Counts(one.Role) || one.Role == JudgeRole.Learner || record.IsRetracted(one, _asOf)) continue;
                    _judgments[at]++;
                    if (!isContinuum) levels.Add(new(record.ExperienceOf(one), at, level, top));
                }
            }
        }

        private List<PartStanding> StandingsOf(LearnerRecord record, Rulebook rules) =>
            [.. Standing.From(record, draft.Framework.Content, rules, _asOf).Select(one => PartStanding.From(one, draft.Now, DateOnly.FromDateTime))];

        private Rulebook Drafted(PolicyPlace place)
        {
            lock (_drafts)
            {
                if (_drafts.TryGetValue(place, out var known)) return known;
                var framework = draft.Framework;
                // Last of its place, as if it had come into force a moment ago.
                var rules = framework.Assignments.Concat(draft.Rules.Select(one => one with { EffectiveFrom = framework.At, Number = int.MaxValue }));
                var scales = draft.Scales.Select(one => (one.Assignment with { EffectiveFrom = framework.At, Number = int.MaxValue }, one.Scale));
                return _drafts[place] = new Rulebook(rules, framework.At, place: place, scales: [.. framework.Scales, .. scales]);
            }
        }
    }
}
