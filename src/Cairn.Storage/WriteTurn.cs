using Cairn.Learning;
using Cairn.Storage.Standings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>One transaction of the writer: what is recorded in it is concluded from before it commits.</summary>
public sealed class WriteTurn
{
    private const int FewLearners = 4;

    private readonly District _district;
    private readonly HeadRow _head;
    private readonly Dictionary<LearnerId, HashSet<CompetencyId>> _touched = [];
    private readonly HashSet<LearnerId> _whole = [];
    private DateTime _last;
    private bool _isLookingForDue;

    internal WriteTurn(District district, Db db, HeadRow head, TimeProvider clock)
    {
        (_district, Db, _head, _last) = (district, db, head, head.LastRecordedAt);
        Now = Instant.Utc(clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>The district's database, in this transaction.</summary>
    public Db Db { get; }

    /// <summary>When the turn began, UTC.</summary>
    public DateTime Now { get; }

    /// <summary>Was a framework changed in this turn?</summary>
    public bool HasNewFramework { get; private set; }

    /// <summary>How many standings changed in this turn.</summary>
    public int ChangedStandings { get; private set; }

    /// <summary>The moment of the next fact: now, and later than every fact before it.</summary>
    public DateTime Next()
    {
        _last = Now > _last ? Now : _last.AddMicroseconds(1);
        return _last;
    }

    /// <summary>The moment of the next fact where the record is made after the fact, as in a demonstration: at its own moment, and
    /// later than every fact before it.</summary>
    public DateTime NextAt(DateTime moment)
    {
        _last = moment > _last ? Instant.Utc(moment) : _last.AddMicroseconds(1);
        return _last;
    }

    /// <summary>Records a learner's facts.</summary>
    public void Record(Recording facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Db.AddRange(facts.Stamped(Next));
        if (facts.Retractions.Count > 0) ConcludeWhole(facts.Learner);
        var touched = facts.Judgments.Select(one => one.Competency).Concat(facts.StageEntries.Select(one => one.Competency)).Concat(facts.Overrides.Select(one => one.Competency));
        if (!_touched.TryGetValue(facts.Learner, out var known)) _touched[facts.Learner] = known = [];
        known.UnionWith(touched);
    }

    /// <summary>Inserts many rows at once, in their order; facts among them bring their own RecordedAt, from <see cref="Next"/>.</summary>
    public void Insert<T>(IEnumerable<T> rows)
        where T : class => _district.Engine.Insert(Db, rows);

    /// <summary>Changes a learner who was read before; refused where somebody else changed them since.</summary>
    public void Change(Learning.People.Learner learner, Action<Learning.People.Learner> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        // Attached before it changes, so that the version that was read is the one that is compared.
        Db.Attach(learner);
        change(learner);
    }

    /// <summary>Asks that everything of a learner is concluded anew before the turn ends.</summary>
    public void ConcludeWhole(LearnerId learner) => _whole.Add(learner);

    /// <summary>Says that a framework, its rules, a scale or a term changed.</summary>
    public void ChangeFramework()
    {
        if (!HasNewFramework) _head.ChangeFrameworks();
        HasNewFramework = true;
    }

    /// <summary>Adopts a draft: from now on it is in force and never changes.</summary>
    /// <param name="version">The draft, with all that it holds stored.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="by">Who adopts it; empty where a machine does.</param>
    public void Adopt(FrameworkVersionId version, DateTime at, string by = "")
    {
        Db.SaveChanges();
        if (Db.FrameworkVersions.AsNoTracking().FirstOrDefault(one => one.Id == version && one.AdoptedAt == null) is not { } draft)
            throw new RefusedException("There is no such draft: somebody adopted or dropped it meanwhile.");
        var number = draft.Number > 0 ? draft.Number : Db.FrameworkVersions.Where(one => one.Framework == draft.Framework).Max(one => one.Number) + 1;
        Db.FrameworkVersions.Where(one => one.Id == version).ExecuteUpdate(set => set.SetProperty(one => one.AdoptedAt, at).SetProperty(one => one.Number, number).SetProperty(one => one.AdoptedBy, by));
        ChangeFramework();
    }

    /// <summary>Asks that everybody whose standing was made under other rules or another version than are in force is concluded anew.</summary>
    public void ConcludeDue() => _isLookingForDue = true;

    /// <summary>Concludes at once what was asked for so far; returns how many standings changed.</summary>
    public int ConcludeNow()
    {
        Conclude();
        return ChangedStandings;
    }

    /// <summary>Concludes from what was recorded, and moves the head.</summary>
    internal void Conclude()
    {
        Db.SaveChanges();
        var frameworks = HasNewFramework ? FrameworkInForce.ReadAll(Db, Now) : _district.FrameworksAt(Db, _head);
        // Whoever stands in a framework that changed, whatever source keeps them.
        if (HasNewFramework || _isLookingForDue) _whole.UnionWith(Concluding.Due(Db, frameworks));
        foreach (var (learner, competencies) in _touched)
            if (!_whole.Contains(learner)) ChangedStandings += Concluding.Some(Db, learner, competencies, frameworks);
        if (_whole.Count > FewLearners) ChangedStandings += Concluding.Many(Db, _district.Engine, _whole, frameworks);
        else foreach (var learner in _whole) ChangedStandings += Concluding.Whole(Db, learner, frameworks);
        if (_last > _head.LastRecordedAt) _head.MoveTo(_last);
        Db.SaveChanges();
        _touched.Clear();
        _whole.Clear();
    }
}
