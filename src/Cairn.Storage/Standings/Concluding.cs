using System.Runtime.InteropServices;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Standings;

/// <summary>Brings a learner's standing up to its facts: everything, or only the competencies that were touched, with the same bytes.</summary>
internal static class Concluding
{
    private const int LearnersAtOnce = 128;

    private static readonly EachEngine<Func<Db, LearnerId, IEnumerable<PolicyPlace>>> PlaceQuery =
        new(() => EF.CompileQuery((Db db, LearnerId id) => db.Learners.Where(one => one.Id == id).Select(one => new PolicyPlace(one.School, one.Program))));

    /// <summary>Where a learner's policies come from.</summary>
    public static PolicyPlace PlaceOf(Db db, LearnerId learner) => PlaceQuery.On(db)(db, learner).FirstOrDefault();

    /// <summary>Learners whose standing was made under another version of its framework, or other rules, than are in force where they
    /// are; and those whose facts had no place in an earlier version and have one now.</summary>
    public static IEnumerable<LearnerId> Due(Db db, IReadOnlyList<FrameworkInForce> frameworks)
    {
        foreach (var framework in frameworks)
        {
            var (id, number) = (framework.Content.Framework.Id, framework.Content.Version.Number);
            var made = (from row in db.Standings.AsNoTracking()
                        where row.Framework == id
                        join learner in db.Learners.AsNoTracking() on row.Learner equals learner.Id
                        select new { row.Learner, row.FrameworkNumber, row.Rules, learner.School, learner.Program }).ToList();
            foreach (var row in made)
                if (row.FrameworkNumber != number || row.Rules != framework.RulesFor(new PolicyPlace(row.School, row.Program)).Fingerprint) yield return row.Learner;
            // About a first version nobody can have recorded anything before it.
            if (number > 1) foreach (var learner in Unplaced(db, framework.Content)) yield return learner;
        }
    }

    /// <summary>Learners who have facts about what a framework holds, and no standing in it.</summary>
    private static List<LearnerId> Unplaced(Db db, FrameworkContent content)
    {
        var (framework, version) = (content.Framework.Id, content.Version.Id);
        var known = db.Competencies.Where(one => one.Version == version).Select(one => one.Id);
        return [.. db.Learners.AsNoTracking().Where(learner => !db.Standings.Any(row => row.Learner == learner.Id && row.Framework == framework)
            && (db.Judgments.Any(one => one.Learner == learner.Id && known.Contains(one.Competency))
                || db.StageEntries.Any(one => one.Learner == learner.Id && known.Contains(one.Competency))
                || db.Overrides.Any(one => one.Learner == learner.Id && known.Contains(one.Competency)))).Select(one => one.Id)];
    }

    /// <summary>Concludes everything of a learner; returns how many rows changed.</summary>
    public static int Whole(Db db, LearnerId learner, IReadOnlyList<FrameworkInForce> frameworks)
    {
        var record = Records.Whole(db, learner);
        var place = PlaceOf(db, learner);
        return frameworks.Count(framework => framework.RulesFor(place) is var rules
            && Take(db, learner, framework, rules, Pack(record, framework, rules), Standing.NewestFact(record, framework.Content, AsOf.Everything)));
    }

    /// <summary>Concludes everything of many learners, read together and concluded side by side; returns how many rows changed.</summary>
    public static int Many(Db db, Engine engine, IReadOnlyCollection<LearnerId> learners, IReadOnlyList<FrameworkInForce> frameworks)
    {
        var changed = 0;
        foreach (var some in learners.Chunk(LearnersAtOnce))
        {
            var records = ManyRecords.Of(db, engine, some);
            var made = new (Rulebook Rules, byte[] Cells, DateTime? Newest)[some.Length * frameworks.Count];
            Parallel.For(0, some.Length, i =>
            {
                var (record, place) = (records.Of(some[i]), records.PlaceOf(some[i]));
                for (var at = 0; at < frameworks.Count; at++)
                    made[i * frameworks.Count + at] = frameworks[at].RulesFor(place) is var rules
                        ? (rules, Pack(record, frameworks[at], rules), Standing.NewestFact(record, frameworks[at].Content, AsOf.Everything)) : default;
            });
            var rows = db.Standings.Where(one => some.Contains(one.Learner)).ToDictionary(one => (one.Learner, one.Framework));
            for (var i = 0; i < some.Length; i++)
                for (var at = 0; at < frameworks.Count; at++)
                {
                    var (rules, cells, newest) = made[i * frameworks.Count + at];
                    if (Take(db, some[i], frameworks[at], rules, cells, newest, rows)) changed++;
                }

            db.SaveChanges();
            // What was read to be compared is not looked at again: thousands of tracked rows would be, at each save.
            foreach (var row in db.ChangeTracker.Entries<StandingRow>().ToList()) row.State = EntityState.Detached;
        }

        return changed;
    }

    /// <summary>Concludes some competencies of a learner; returns how many rows changed.</summary>
    public static int Some(Db db, LearnerId learner, IReadOnlySet<CompetencyId> competencies, IReadOnlyList<FrameworkInForce> frameworks)
    {
        var changed = 0;
        var place = PlaceOf(db, learner);
        foreach (var framework in frameworks)
        {
            var rules = framework.RulesFor(place);
            var touched = framework.Content.Competencies.Where(one => competencies.Contains(one.Id) && framework.Content.Counts(one.Id)).ToList();
            if (touched.Count == 0) continue;
            if (db.Standings.Find(learner, framework.Content.Framework.Id) is not { } row || row.FrameworkNumber != framework.Content.Version.Number || row.Rules != rules.Fingerprint)
            {
                changed += Whole(db, learner, [framework]);
                continue;
            }

            var record = Records.Of(db, learner, touched.Select(one => one.Id));
            var newest = touched.Aggregate(row.AsOf, (latest, one) => record.NewestOf(one.Id, AsOf.Everything) is { } at && !(at <= latest) ? at : latest);
            if (Take(db, learner, framework, rules, Merge(row.Cells, record, touched, framework, rules), newest)) changed++;
        }

        return changed;
    }

    /// <summary>The packed cells of a whole record.</summary>
    public static byte[] Pack(LearnerRecord record, FrameworkInForce framework, Rulebook rules, AsOf? asOf = null)
    {
        var cells = Standing.From(record, framework.Content, rules, asOf ?? AsOf.Everything)
            .Select(one => new Cell(framework.Content.Find(one.Competency)!.Number, one)).ToArray();
        return MemoryMarshal.AsBytes(cells.AsSpan()).ToArray();
    }

    private static byte[] Merge(byte[] before, LearnerRecord record, List<Competency> touched, FrameworkInForce framework, Rulebook rules)
    {
        var kept = Cell.Read(before).ToArray().ToLookup(cell => cell.Number);
        var again = touched.ToDictionary(one => one.Number);
        var cells = new List<Cell>();
        foreach (var competency in framework.Content.Competencies.Where(one => framework.Content.Counts(one.Id)))
            cells.AddRange(again.ContainsKey(competency.Number)
                ? Standing.Of(competency, record, framework.Content, rules, AsOf.Everything).Select(one => new Cell(competency.Number, one))
                : kept[competency.Number]);
        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(cells)).ToArray();
    }

    private static bool Take(Db db, LearnerId learner, FrameworkInForce framework, Rulebook rules, byte[] cells, DateTime? newest, Dictionary<(LearnerId, FrameworkId), StandingRow>? read = null)
    {
        var row = read is null ? db.Standings.Find(learner, framework.Content.Framework.Id) : read.GetValueOrDefault((learner, framework.Content.Framework.Id));
        // Whoever has no facts in a framework stands where nobody has begun: no row says so, and the framework draws it.
        if (row is null && newest is null) return false;
        if (row is null) db.Add(row = new StandingRow(learner, framework.Content.Framework.Id));
        return row.Take(framework.Content.Version.Number, rules.Fingerprint, newest, cells);
    }
}
