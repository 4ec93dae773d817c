using System.Data.Common;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cairn.Storage.Queries;

/// <summary>Everything that the conclusions of some learners are made from, by plain SQL: five times as fast as one learner after the other through EF.</summary>
internal sealed class ManyRecords
{
    private readonly Db _db;
    private readonly Engine _engine;
    private readonly IReadOnlyList<LearnerId> _learners;
    private readonly string _in;

    private ManyRecords(Db db, Engine engine, IReadOnlyList<LearnerId> learners)
    {
        (_db, _engine, _learners) = (db, engine, learners);
        _in = $"learner IN ({string.Join(", ", learners.Select((_, i) => $"@l{i}"))})";
        Evidence = Read("SELECT learner, id, experience, kind, demonstrated_on, recorded_at FROM evidence WHERE " + _in, row => (Learner(row), new PieceOfEvidence(
            new EvidenceId(row.Id(1)), Learner(row), new ExperienceId(row.Id(2)), (EvidenceKind)row.Whole(3), "", "", row.Moment(4), row.Moment(5))));
        Judgments = Read("SELECT learner, competency, id, target, stage, evidence, level, non_score, is_completion, judge, role, demonstrated_on, judged_at, recorded_at, place FROM judgments WHERE " + _in,
            row => (Learner(row), new Judgment(
                new JudgmentId(row.Id(2)), Learner(row), new CompetencyId(row.Id(1)), row.IdOrNone(3) is { } target ? new TargetId(target) : null, row.WholeOrNone(4),
                row.IdOrNone(5) is { } piece ? new EvidenceId(piece) : null, row.AmountOrNone(6), (NonScore?)row.WholeOrNone(7), row.Flag(8), new PersonId(row.Id(9)), (JudgeRole)row.Whole(10),
                row.Moment(11), row.Moment(12), row.Moment(13)) { Place = row.Long(14) }));
        Retractions = Read("SELECT learner, id, kind, fact, \"by\", recorded_at FROM retractions WHERE " + _in, row => (Learner(row), new Retraction(
            new RetractionId(row.Id(1)), Learner(row), (RetractedKind)row.Whole(2), row.Id(3), new PersonId(row.Id(4)), row.Moment(5))));
        Entries = Read("SELECT learner, id, competency, stage, baseline, entered_at, recorded_at FROM stage_entries WHERE " + _in, row => (Learner(row), new StageEntry(
            new StageEntryId(row.Id(1)), Learner(row), new CompetencyId(row.Id(2)), row.Whole(3), "", row.AmountOrNone(4), "", row.Moment(5), row.Moment(6))));
        Overrides = Read("SELECT learner, id, competency, stage, level, author, decided_on, recorded_at, expires_at FROM overrides WHERE " + _in, row => (Learner(row), new Override(
            new OverrideId(row.Id(1)), Learner(row), new CompetencyId(row.Id(2)), row.WholeOrNone(3), row.AmountOrNone(4)!.Value, new PersonId(row.Id(5)), row.Moment(6), row.Moment(7), row.MomentOrNone(8))));
        Places = Read($"SELECT id, school, program FROM learners WHERE {_in}".Replace("learner IN", "id IN", StringComparison.Ordinal), row => (Learner(row), new PolicyPlace(
            row.IdOrNone(1) is { } school ? new OrganizationId(school) : null, row.IdOrNone(2) is { } program ? new ProgramId(program) : null)));
    }

    private Dictionary<LearnerId, List<PieceOfEvidence>> Evidence { get; }

    private Dictionary<LearnerId, List<Judgment>> Judgments { get; }

    private Dictionary<LearnerId, List<Retraction>> Retractions { get; }

    private Dictionary<LearnerId, List<StageEntry>> Entries { get; }

    private Dictionary<LearnerId, List<Override>> Overrides { get; }

    private Dictionary<LearnerId, List<PolicyPlace>> Places { get; }

    /// <summary>Reads the facts of some learners: at most a few hundred, for all of them are in memory at once.</summary>
    public static ManyRecords Of(Db db, Engine engine, IReadOnlyList<LearnerId> learners) => new(db, engine, learners);

    /// <summary>The record of one of them.</summary>
    public LearnerRecord Of(LearnerId learner) => new(
        learner, Evidence.GetValueOrDefault(learner) ?? [], Judgments.GetValueOrDefault(learner) ?? [], Retractions.GetValueOrDefault(learner) ?? [],
        Entries.GetValueOrDefault(learner) ?? [], Overrides.GetValueOrDefault(learner) ?? []);

    /// <summary>Where the policies of one of them come from.</summary>
    public PolicyPlace PlaceOf(LearnerId learner) => Places.GetValueOrDefault(learner) is [var place, ..] ? place : PolicyPlace.District;

    private static LearnerId Learner(RowReader row) => new(row.Id(0));

    private Dictionary<LearnerId, List<T>> Read<T>(string sql, Func<RowReader, (LearnerId Learner, T Fact)> make)
    {
        var found = new Dictionary<LearnerId, List<T>>();
        using var command = _db.Database.GetDbConnection().CreateCommand();
        command.Transaction = _db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        for (var i = 0; i < _learners.Count; i++) command.Parameters.Add(Parameter(command, $"@l{i}", _learners[i].Value));
        using var rows = command.ExecuteReader();
        var reader = _engine.Reader(rows);
        while (reader.Next())
        {
            var (learner, fact) = make(reader);
            if (!found.TryGetValue(learner, out var list)) found[learner] = list = [];
            list.Add(fact);
        }

        return found;
    }

    private DbParameter Parameter(DbCommand command, string name, Guid id)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, _engine.Stored(id));
        return parameter;
    }
}
