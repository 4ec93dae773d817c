using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>Reads the facts that conclusions are made from, by compiled queries.</summary>
internal static class Records
{
    private const int Few = 2;

    private static readonly EachEngine<Func<Db, LearnerId, IEnumerable<Judgment>>> AllJudgments =
        new(() => EF.CompileQuery((Db db, LearnerId learner) => db.Judgments.AsNoTracking().Where(one => one.Learner == learner)));

    private static readonly EachEngine<Func<Db, LearnerId, IEnumerable<PieceOfEvidence>>> AllEvidence =
        new(() => EF.CompileQuery((Db db, LearnerId learner) => db.Evidence.AsNoTracking().Where(one => one.Learner == learner)));

    private static readonly EachEngine<Func<Db, LearnerId, IEnumerable<Retraction>>> AllRetractions =
        new(() => EF.CompileQuery((Db db, LearnerId learner) => db.Retractions.AsNoTracking().Where(one => one.Learner == learner)));

    private static readonly EachEngine<Func<Db, LearnerId, IEnumerable<StageEntry>>> AllEntries =
        new(() => EF.CompileQuery((Db db, LearnerId learner) => db.StageEntries.AsNoTracking().Where(one => one.Learner == learner)));

    private static readonly EachEngine<Func<Db, LearnerId, IEnumerable<Override>>> AllOverrides =
        new(() => EF.CompileQuery((Db db, LearnerId learner) => db.Overrides.AsNoTracking().Where(one => one.Learner == learner)));

    private static readonly EachEngine<Func<Db, LearnerId, CompetencyId, IEnumerable<Judgment>>> JudgmentsOf =
        new(() => EF.CompileQuery((Db db, LearnerId learner, CompetencyId competency) =>
            db.Judgments.AsNoTracking().Where(one => one.Learner == learner && one.Competency == competency)));

    private static readonly EachEngine<Func<Db, LearnerId, CompetencyId, IEnumerable<PieceOfEvidence>>> EvidenceOf =
        new(() => EF.CompileQuery((Db db, LearnerId learner, CompetencyId competency) =>
            from one in db.Judgments.AsNoTracking()
            where one.Learner == learner && one.Competency == competency
            join piece in db.Evidence.AsNoTracking() on one.Evidence equals (EvidenceId?)piece.Id
            select piece));

    private static readonly EachEngine<Func<Db, LearnerId, CompetencyId, IEnumerable<StageEntry>>> EntriesOf =
        new(() => EF.CompileQuery((Db db, LearnerId learner, CompetencyId competency) => db.StageEntries.AsNoTracking().Where(one => one.Learner == learner && one.Competency == competency)));

    private static readonly EachEngine<Func<Db, LearnerId, CompetencyId, IEnumerable<Override>>> OverridesOf =
        new(() => EF.CompileQuery((Db db, LearnerId learner, CompetencyId competency) => db.Overrides.AsNoTracking().Where(one => one.Learner == learner && one.Competency == competency)));

    private static readonly EachEngine<Func<Db, LearnerId, EvidenceId, IEnumerable<Judgment>>> JudgmentsOn =
        new(() => EF.CompileQuery((Db db, LearnerId learner, EvidenceId piece) => db.Judgments.AsNoTracking().Where(one => one.Learner == learner && one.Evidence == piece)));

    private static readonly EachEngine<Func<Db, LearnerId, CompetencyId, JudgmentId, Judgment?>> JudgmentBy =
        new(() => EF.CompileQuery((Db db, LearnerId learner, CompetencyId competency, JudgmentId id) => db.Judgments.AsNoTracking().FirstOrDefault(one => one.Learner == learner && one.Competency == competency && one.Id == id)));

    private static readonly EachEngine<Func<Db, EvidenceId, PieceOfEvidence?>> EvidenceBy =
        new(() => EF.CompileQuery((Db db, EvidenceId id) => db.Evidence.AsNoTracking().FirstOrDefault(one => one.Id == id)));

    /// <summary>What went out of force of a learner's facts.</summary>
    public static IEnumerable<Retraction> Retractions(Db db, LearnerId learner) => AllRetractions.On(db)(db, learner);

    /// <summary>Judgments of a competency, in force or not.</summary>
    public static IEnumerable<Judgment> Judgments(Db db, LearnerId learner, CompetencyId competency) => JudgmentsOf.On(db)(db, learner, competency);

    /// <summary>Judgments on a piece, in force or not.</summary>
    public static IEnumerable<Judgment> Judgments(Db db, LearnerId learner, EvidenceId piece) => JudgmentsOn.On(db)(db, learner, piece);

    /// <summary>A judgment; null where it is not there.</summary>
    public static Judgment? Find(Db db, LearnerId learner, CompetencyId competency, JudgmentId id) => JudgmentBy.On(db)(db, learner, competency, id);

    /// <summary>A piece of evidence; null where it is not there.</summary>
    public static PieceOfEvidence? Find(Db db, EvidenceId id) => EvidenceBy.On(db)(db, id);

    /// <summary>Everything of a learner.</summary>
    public static LearnerRecord Whole(Db db, LearnerId learner) => new(
        learner, AllEvidence.On(db)(db, learner), AllJudgments.On(db)(db, learner), AllRetractions.On(db)(db, learner), AllEntries.On(db)(db, learner), AllOverrides.On(db)(db, learner));

    /// <summary>What bears on some competencies of a learner.</summary>
    public static LearnerRecord Of(Db db, LearnerId learner, IEnumerable<CompetencyId> competencies)
    {
        var wanted = competencies.ToList();
        // Of a few each is asked for by itself: a learner has entered stages of many.
        var isFew = wanted.Count <= Few;
        return new LearnerRecord(
            learner, wanted.SelectMany(one => EvidenceOf.On(db)(db, learner, one)).DistinctBy(piece => piece.Id),
            wanted.SelectMany(one => JudgmentsOf.On(db)(db, learner, one)), AllRetractions.On(db)(db, learner),
            isFew ? wanted.SelectMany(one => EntriesOf.On(db)(db, learner, one)) : AllEntries.On(db)(db, learner),
            isFew ? wanted.SelectMany(one => OverridesOf.On(db)(db, learner, one)) : AllOverrides.On(db)(db, learner));
    }
}
