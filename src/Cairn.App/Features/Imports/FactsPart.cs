using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Queries;

namespace Cairn.App.Features.Imports;

/// <summary>The people and facts of an imported programme. A fact is never edited: a row that changed retracts the old fact and
/// records a new one; a row that left the sheets retracts its fact. A learner who left the sheets ends, and their record stands: it
/// outlives the programme. What a person took back stays taken back while the sheet says the same.</summary>
internal sealed class FactsPart(ImportKeys keys, ProgramSheets sheets, ImportedRows before, FrameworkPart framework, IReadOnlyDictionary<string, EducatorId> educators, ImportChange change)
{
    private readonly List<Learner> _newLearners = [];
    private readonly List<(Learner Learner, LearnerRow? Row)> _changedLearners = [];
    private readonly List<StageEntry> _entries = [];
    private readonly List<PieceOfEvidence> _evidence = [];
    private readonly List<EvidenceText> _texts = [];
    private readonly List<Artifact> _artifacts = [];
    private readonly List<Judgment> _judgments = [];
    private readonly List<(LearnerId Learner, RetractedKind Kind, Guid Fact)> _retractions = [];
    private readonly HashSet<string> _newJudges = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<LearnerId> _leavers = [];
    private readonly HashSet<Guid> _existing =
        [.. before.Evidence.Select(one => one.Id.Value), .. before.Entries.Select(one => one.Id.Value), .. before.Judgments.Select(one => one.Id.Value)];
    private readonly Dictionary<string, PieceOfEvidence> _pieces = new(StringComparer.Ordinal);

    private static readonly PersonId Nobody = new(Guid.Empty);

    public void Compare(FaultList faults)
    {
        CompareLearners(faults);
        CompareStages();
        CompareEvidence();
        CompareJudgments();
    }

    public void Apply(WriteTurn turn)
    {
        turn.Insert<Learner>(_newLearners);
        foreach (var (learner, row) in _changedLearners) turn.Change(learner, one => Bring(one, row, turn.Now));
        turn.Insert(_newJudges.Select(name => new Educator(JudgeOf(name), name, name, EducatorRole.Teacher)));
        // Recorded in the order of the source's keys, so that ties keep it; stored in the order they are read.
        var evidence = _evidence.Select(one => one with { RecordedAt = turn.Next() }).ToList();
        var entries = _entries.Select(one => one with { RecordedAt = turn.Next() }).ToList();
        var judgments = _judgments.Select(one => one with { RecordedAt = turn.Next() }).ToList();
        turn.Insert(evidence.OrderBy(one => one.Learner.Value).ThenBy(one => one.RecordedAt));
        turn.Insert<EvidenceText>(_texts);
        turn.Insert<Artifact>(_artifacts);
        turn.Insert(entries.OrderBy(one => one.Learner.Value).ThenBy(one => one.Competency.Value));
        turn.Insert(judgments.OrderBy(one => one.Learner.Value).ThenBy(one => one.Competency.Value).ThenBy(one => one.Id.Value));
        turn.Insert(_retractions.Select(one => new Retraction(
            new RetractionId(keys.Thing("retraction", one.Fact.ToString())), one.Learner, one.Kind, one.Fact, Nobody, turn.Next())));
        var touched = framework.IsChanged
            ? before.Learners.Select(one => one.Id).Concat(_newLearners.Select(one => one.Id))
            : _newLearners.Select(one => one.Id).Concat(entries.Select(one => one.Learner)).Concat(judgments.Select(one => one.Learner)).Concat(_retractions.Select(one => one.Learner));
        foreach (var learner in touched.Distinct()) turn.ConcludeWhole(learner);
    }

    private LearnerId LearnerOf(string username) => new(keys.Thing("learner", username.ToUpperInvariant()));

    private EducatorId JudgeOf(string name) => educators.TryGetValue(name, out var known) ? known : new EducatorId(keys.Thing("judge", name.ToUpperInvariant()));

    private bool IsRetracted(Guid fact) => before.Retracted.Contains(fact);

    private bool Exists(Guid fact) => _existing.Contains(fact);

    private void CompareLearners(FaultList faults)
    {
        var tally = change.Of("learners.csv");
        var known = before.Learners.ToDictionary(one => one.Id);
        foreach (var row in sheets.Learners)
        {
            if (before.Others.Contains(row.Username))
                faults.Error("learners.csv", row.Row, "username", row.Username, "a learner is kept by one source", "this username is kept by another source already: use another username, or import under that source's name (--source)");
            if (!known.Remove(LearnerOf(row.Username), out var old))
            {
                tally.Added++;
                _newLearners.Add(new Learner(LearnerOf(row.Username), row.Username, row.GivenName, row.FamilyName).KeptBy(keys.Source).Graduates(row.GraduationYear));
            }
            else if ((old.GivenName, old.FamilyName, old.GraduationYear, old.IsHere) == (row.GivenName, row.FamilyName, row.GraduationYear, true)) tally.Unchanged++;
            else
            {
                tally.Changed++;
                _changedLearners.Add((old, row));
            }
        }

        _leavers.UnionWith(known.Keys);
        foreach (var gone in known.Values.Where(one => one.IsHere))
        {
            tally.Ended++;
            _changedLearners.Add((gone, null));
        }
    }

    private static void Bring(Learner learner, LearnerRow? row, DateTime now)
    {
        if (row is null)
        {
            learner.Leave(now);
            return;
        }

        if (!learner.IsHere) learner.Return();
        learner.Rename(row.GivenName, row.FamilyName).Graduates(row.GraduationYear);
    }

    private void CompareStages()
    {
        var known = before.Entries.Where(one => !IsRetracted(one.Id.Value)).ToDictionary(one => one.Id.Value);
        foreach (var row in sheets.Stages)
        {
            string[] key = [row.Username.ToUpperInvariant(), row.Competency.ToUpperInvariant(), $"{row.Stage}"];
            var entry = new StageEntry(default, LearnerOf(row.Username), framework.CompetencyOf(row.Competency), row.Stage, row.EnteredVia,
                row.Baseline, keys.Source, DateTime.UnixEpoch, default);
            // The sheet does not say when: the entry stands from the beginning.
            Compare("stages.csv", "stage", key, known, RetractedKind.StageEntry, entry, (one, id) => one with { Id = new StageEntryId(id) },
                one => one with { RecordedAt = default }, one => one.Learner, _entries);
        }

        End("stages.csv", known.Values.Select(one => (one.Learner, RetractedKind.StageEntry, one.Id.Value)));
    }

    private void CompareEvidence()
    {
        var known = before.Evidence.Where(one => !IsRetracted(one.Id.Value)).ToDictionary(one => one.Id.Value);
        foreach (var row in sheets.Evidence.OrderBy(one => one.Key, Comparer<string>.Create(ImportKeys.InOrder)))
        {
            var (newest, next) = keys.Fact("evidence", [row.Key], Exists);
            var old = newest is { } id ? known.GetValueOrDefault(id) : null;
            var piece = Piece(row, old?.Id.Value ?? next);
            var isSame = old is not null && old with { RecordedAt = default } == piece && IsSameText(row, old.Id);
            var isChanged = old is not null && !isSame;
            if (old is not null) known.Remove(old.Id.Value);
            if (isChanged)
            {
                TakeOut(old!.Learner, RetractedKind.Evidence, old.Id.Value);
                piece = Piece(row, next);
            }

            _pieces[row.Key] = piece;
            var tally = change.Of("evidence.csv");
            if (isSame) tally.Unchanged++;
            else if (isChanged) tally.Changed++;
            else tally.Added++;
            if (isSame) continue;
            _evidence.Add(piece);
            _texts.Add(new EvidenceText(piece.Id, row.Work, row.Experience, row.Context, row.Comment));
            if (row.ArtifactAddress.Length > 0) _artifacts.Add(new Artifact(piece.Id, 1, row.Work, row.ArtifactAddress));
        }

        End("evidence.csv", known.Values.Select(one => (one.Learner, RetractedKind.Evidence, one.Id.Value)));
    }

    private PieceOfEvidence Piece(EvidenceRow row, Guid id) => new(
        new EvidenceId(id), LearnerOf(row.Username), new ExperienceId(keys.Thing("experience", row.Key)), row.Kind, keys.Source, row.Key, row.DemonstratedOn, default);

    private bool IsSameText(EvidenceRow row, EvidenceId id) =>
        before.Texts.TryGetValue(id, out var text) && text == new EvidenceText(id, row.Work, row.Experience, row.Context, row.Comment)
        && (before.Artifacts[id].FirstOrDefault()?.Address ?? "") == row.ArtifactAddress;

    private void CompareJudgments()
    {
        // What educators judged here on imported evidence has an id of its own, and is not the source's to end.
        var known = before.Judgments.Where(one => one.Id.Value.Version == 5 && !IsRetracted(one.Id.Value)).ToDictionary(one => one.Id.Value);
        var competencies = sheets.Targets.ToDictionary(one => one.Code, one => framework.CompetencyOf(one.Competency), StringComparer.OrdinalIgnoreCase);
        foreach (var row in sheets.Judgments.OrderBy(one => one.Key, Comparer<string>.Create(ImportKeys.InOrder)))
        {
            var piece = _pieces[row.Evidence];
            if (!educators.ContainsKey(row.Judge)) _newJudges.Add(row.Judge);
            var judgment = new Judgment(default, piece.Learner, competencies[row.Target], framework.TargetOf(row.Target), row.Stage, piece.Id, row.Level,
                row.IsMissed ? NonScore.Missed : null, row.IsCompletion, JudgeOf(row.Judge).Person, JudgeRole.Educator, piece.DemonstratedOn, row.JudgedAt ?? piece.DemonstratedOn, default) { Place = ImportKeys.Place(row.Key) };
            Compare("judgments.csv", "judgment", [row.Key], known, RetractedKind.Judgment, judgment, (one, id) => one with { Id = new JudgmentId(id) },
                one => one with { RecordedAt = default }, one => one.Learner, _judgments);
        }

        End("judgments.csv", known.Values.Select(one => (one.Learner, RetractedKind.Judgment, one.Id.Value)));
    }

    private void Compare<T>(
        string sheet, string kind, string[] key, Dictionary<Guid, T> known, RetractedKind retracted, T fact, Func<T, Guid, T> withId, Func<T, T> bare, Func<T, LearnerId> learner, List<T> added)
        where T : class
    {
        var tally = change.Of(sheet);
        var (newest, next) = keys.Fact(kind, key, Exists);
        if (newest is not { } id || !known.Remove(id, out var old))
        {
            tally.Added++;
            added.Add(withId(fact, next));
        }
        else if (bare(old).Equals(withId(fact, id))) tally.Unchanged++;
        else
        {
            tally.Changed++;
            TakeOut(learner(old), retracted, id);
            added.Add(withId(fact, next));
        }
    }

    private void End(string sheet, IEnumerable<(LearnerId Learner, RetractedKind Kind, Guid Fact)> gone)
    {
        foreach (var one in gone.Where(one => !_leavers.Contains(one.Learner) && !before.TakenBack.Contains(one.Fact)))
        {
            change.Of(sheet).Ended++;
            _retractions.Add(one);
        }
    }

    private void TakeOut(LearnerId learner, RetractedKind kind, Guid fact)
    {
        if (!before.TakenBack.Contains(fact)) _retractions.Add((learner, kind, fact));
    }
}
