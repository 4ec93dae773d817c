using Cairn.Learning;
using Cairn.Storage.Journal;
using Cairn.Storage.Standings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>One transaction of the writer: what is recorded in it is concluded from before it commits.</summary>
public sealed class WriteTurn
{
    private const int FewLearners = 4;
    private const int InOneGo = 8192;

    private readonly District _district;
    private readonly HeadRow _head;
    private readonly Dictionary<LearnerId, HashSet<CompetencyId>> _touched = [];
    private readonly HashSet<LearnerId> _whole = [];
    private readonly JournalPen _pen;
    private DateTime _last;
    private bool _isLookingForDue;
    private bool _isToldAnew;

    internal WriteTurn(District district, Db db, HeadRow head, TimeProvider clock)
    {
        (_district, Db, _head, _last) = (district, db, head, head.LastRecordedAt);
        Now = Instant.Utc(clock.GetUtcNow().UtcDateTime);
        _pen = new JournalPen(district.Engine, db, head, Now);
        // Whatever is saved in this turn, by whomever, goes through the journal first.
        db.SavingChanges += (_, _) => _pen.Take(db.ChangeTracker);
    }

    /// <summary>The district's database, in this transaction.</summary>
    public Db Db { get; }

    /// <summary>When the turn began, UTC.</summary>
    public DateTime Now { get; }

    /// <summary>Was a framework changed in this turn?</summary>
    public bool HasNewFramework { get; private set; }

    /// <summary>Is what is kept in memory of the district old after this turn?</summary>
    internal bool IsToForget => HasNewFramework || _isToldAnew;

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

    /// <summary>Whose records were touched so far.</summary>
    internal Live.Touched Touched => _pen.Touched;

    /// <summary>Who acts in this turn, why and from where: the journal says it of all that follows.</summary>
    public Acting Acting
    {
        get => _pen.Acting;
        set => _pen.Acting = value;
    }

    /// <summary>Writes into the journal what no row says: somebody looked, took away, was refused.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="learner">Whose record it touches; null for nobody's.</param>
    /// <param name="words">What there is to say, as an object of plain values; it is sealed and can be erased.</param>
    /// <param name="row">The row it was done to, where there is one.</param>
    public void Tell(JournalAct act, LearnerId? learner = null, object? words = null, (Type Type, Guid Id)? row = null) => _pen.Tell(act, row, learner, words);

    /// <summary>Carries out an erasure that was agreed to: with everything else in this turn, or not at all.</summary>
    /// <param name="id">Which.</param>
    /// <param name="day">The district's day of a moment.</param>
    /// <exception cref="RefusedException">It was not agreed to, or something stands in its way.</exception>
    public ErasureOutcome Erase(ErasureId id, Func<DateTime, DateOnly> day) => new Erasing(_district.Engine, this, _pen).Run(id, day);

    /// <summary>Writes down that learners' records were looked at, or left the house: an entry for each, with nothing but who, when and through which door.</summary>
    public void Disclosed(JournalAct act, IEnumerable<LearnerId> learners)
    {
        ArgumentNullException.ThrowIfNull(learners);
        foreach (var learner in learners)
        {
            _pen.Disclosed(act, learner);
            _pen.FlushMuch();
        }
    }

    /// <summary>Records a learner's facts.</summary>
    public void Record(Recording facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        foreach (var fact in facts.Stamped(Next))
        {
            Db.Add(fact);
            // At once and not when it is saved: many people's facts share a turn.
            _pen.Added(fact);
            _pen.Wrote(fact);
        }

        foreach (var claims in facts.Claims.GroupBy(one => one.Evidence))
            foreach (var (place, claim) in claims.Index())
            {
                // A claim has no id of its own: its place among those of its piece is its key.
                Db.Entry(claim).Property("Place").CurrentValue = place + 1;
                Db.Add(claim);
                _pen.Added(claim);
                _pen.Wrote(claim);
            }

        Touch(facts);
    }

    /// <summary>Records a learner's facts and stores them at once, for whoever reads them again in the same turn. What they refer to is stored already.</summary>
    public void RecordNow(Recording facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Claims.Count > 0)
        {
            Record(facts);
            Db.SaveChanges();
            return;
        }

        List<object> stamped = [.. facts.Stamped(Next)];
        foreach (var fact in stamped)
        {
            _pen.Added(fact);
            _pen.Wrote(fact);
        }

        _district.Engine.Store(Db, stamped);
        Touch(facts);
    }

    private void Touch(Recording facts)
    {
        if (facts.Retractions.Count > 0) ConcludeWhole(facts.Learner);
        var touched = facts.Judgments.Select(one => one.Competency).Concat(facts.StageEntries.Select(one => one.Competency)).Concat(facts.Overrides.Select(one => one.Competency));
        if (!_touched.TryGetValue(facts.Learner, out var known)) _touched[facts.Learner] = known = [];
        known.UnionWith(touched);
    }

    /// <summary>Inserts many rows at once, in their order; facts among them bring their own RecordedAt, from <see cref="Next"/>.</summary>
    public void Insert<T>(IEnumerable<T> rows)
        where T : class
    {
        foreach (var some in rows.Chunk(InOneGo))
        {
            _district.Engine.Insert(Db, _pen.Adding(some));
            _pen.FlushMuch();
        }
    }

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
        // From here on the database refuses to change it: what it holds is told once, and compared whenever the record is verified.
        Tell(JournalAct.Adopted, words: AdoptedContent.Told(_district.Engine, Db, version), row: (typeof(Learning.Frameworks.FrameworkVersion), version.Value));
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
        // A rule's day came, or somebody had it all concluded again: nothing in the journal tells of it, and what is kept in memory is old.
        if (ChangedStandings > 0 && !_pen.HasWritten && !IsToForget)
        {
            _head.ChangeFrameworks();
            _isToldAnew = true;
        }

        if (_last > _head.LastRecordedAt) _head.MoveTo(_last);
        Db.SaveChanges();
        _pen.Flush();
        Db.SaveChanges();
        _touched.Clear();
        _whole.Clear();
    }
}
