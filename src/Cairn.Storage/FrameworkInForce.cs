using System.Collections.Concurrent;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage.Standings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>A framework in its newest adopted version, and the rules its competencies conclude by at a moment.</summary>
/// <param name="Content">The framework.</param>
/// <param name="Rules">The rules of the whole district.</param>
public sealed record FrameworkInForce(FrameworkContent Content, Rulebook Rules)
{
    private readonly ConcurrentDictionary<(PolicyPlace, DateTime), Rulebook> _books = new();
    private readonly ConcurrentDictionary<Rulebook, byte[]> _untouched = new();

    /// <summary>Every rule of the framework, in every version and place.</summary>
    public IReadOnlyList<RuleAssignment> Assignments { get; init; } = [];

    /// <summary>Every scale in place of its own.</summary>
    public IReadOnlyList<(ScaleAssignment Assignment, ProficiencyScale Scale)> Scales { get; init; } = [];

    /// <summary>The moment whose rules are in force, UTC.</summary>
    public DateTime At { get; init; } = DateTime.MaxValue;

    /// <summary>When the next of its rules or scales comes into force, UTC; null where none waits.</summary>
    public DateTime? NextChange => Assignments.Select(one => one.EffectiveFrom).Concat(Scales.Select(one => one.Assignment.EffectiveFrom))
        .Where(from => from > At).Select(from => (DateTime?)from).Min();

    /// <summary>The rules for somebody at a place, now or at an earlier moment.</summary>
    public Rulebook RulesFor(PolicyPlace place, DateTime? at = null)
    {
        var moment = at < At ? at.Value : At;
        var own = Narrowed(place);
        if (own == PolicyPlace.District && moment == At) return Rules;
        // Of all moments between two changes the rules are the same.
        var since = Assignments.Select(one => one.EffectiveFrom).Concat(Scales.Select(one => one.Assignment.EffectiveFrom))
            .Where(from => from <= moment).DefaultIfEmpty(DateTime.MinValue).Max();
        return _books.GetOrAdd((own, since), key => new Rulebook(Assignments, key.Item2, place: key.Item1, scales: Scales));
    }

    /// <summary>The packed cells of somebody who has no facts in the framework, under some of its rules.</summary>
    public byte[] UntouchedCells(Rulebook rules) =>
        _untouched.GetOrAdd(rules, static (book, framework) => Concluding.Pack(new LearnerRecord(default, [], []), framework, book), this);

    /// <summary>Reads every framework of a district in its newest adopted version, with the rules of a moment.</summary>
    public static IReadOnlyList<FrameworkInForce> ReadAll(Db db, DateTime at)
    {
        var scales = db.Scales.AsNoTracking().ToList();
        var rules = db.Rules.AsNoTracking().ToList();
        var placed = db.ScaleAssignments.AsNoTracking().ToList();
        var found = new List<FrameworkInForce>();
        foreach (var framework in db.Frameworks.AsNoTracking().OrderBy(one => one.Code).ToList())
        {
            var version = db.FrameworkVersions.AsNoTracking().Where(one => one.Framework == framework.Id && one.AdoptedAt != null).OrderByDescending(one => one.Number).FirstOrDefault();
            if (version is null) continue;
            var own = rules.Where(one => one.Framework == framework.Id).ToList();
            var ownScales = placed.Where(one => one.Framework == framework.Id).Select(one => (one, scales.First(scale => scale.Id == one.Scale))).ToList();
            found.Add(new FrameworkInForce(ReadVersion(db, framework, version, scales), new Rulebook(own, at, scales: ownScales)) { Assignments = own, Scales = ownScales, At = at });
        }

        return found;
    }

    /// <summary>Reads everything that one version holds, adopted or not.</summary>
    public static FrameworkContent ReadVersion(Db db, Framework framework, FrameworkVersion version, IReadOnlyList<ProficiencyScale> scales)
    {
        var id = version.Id;
        return new FrameworkContent(
            framework, version,
            db.Areas.AsNoTracking().Where(one => one.Version == id).ToList(),
            db.Competencies.AsNoTracking().Where(one => one.Version == id).ToList(),
            db.Targets.AsNoTracking().Where(one => one.Version == id).ToList(),
            db.StageRequirements.AsNoTracking().Where(one => one.Version == id).ToList(),
            scales)
        {
            Portrait = [.. db.PortraitQualities.AsNoTracking().Where(one => one.Version == id).OrderBy(one => one.Position)],
            ShownBy = db.PortraitLinks.AsNoTracking().Where(one => one.Version == id).ToList().ToLookup(one => one.Quality, one => one.Competency),
            Descriptors = db.Descriptors.AsNoTracking().Where(one => one.Version == id).ToList().OrderBy(one => one.Level).ToLookup(one => one.Competency),
            StageDescriptors = db.StageDescriptors.AsNoTracking().Where(one => one.Version == id).ToList().OrderBy(one => one.Stage).ToLookup(one => one.Target),
            Exemplars = db.Exemplars.AsNoTracking().Where(one => one.Version == id).ToList().OrderBy(one => one.Level).ThenBy(one => one.Position).ToLookup(one => one.Competency),
            Associations = [.. db.Associations.AsNoTracking().Where(one => one.Version == id).OrderBy(one => one.Position)],
        };
    }

    // Places that no rule speaks of have the rules of what is around them.
    private PolicyPlace Narrowed(PolicyPlace place)
    {
        var program = place.Program is { } one && (Assignments.Any(rule => rule.Program == one) || Scales.Any(scale => scale.Assignment.Program == one)) ? place.Program : null;
        var school = place.School is { } other && (Assignments.Any(rule => rule.School == other) || Scales.Any(scale => scale.Assignment.School == other)) ? place.School : null;
        return new PolicyPlace(school, program);
    }
}
