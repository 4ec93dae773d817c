using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal;

/// <summary>What went in an erasure.</summary>
/// <param name="Learner">Whose.</param>
/// <param name="Parts">Which parts.</param>
/// <param name="Leaves">Leaves of the journal whose words went; the leaves stay.</param>
/// <param name="Addresses">Where the artifacts were, for files that are deleted once the record no longer points at them.</param>
/// <param name="Guardians">Guardians who cared for nobody else, and went too.</param>
/// <param name="Imports">Imports that no longer hold what came with them.</param>
public sealed record ErasureOutcome(LearnerId Learner, IReadOnlyList<RetainedPart> Parts, int Leaves, IReadOnlyList<string> Addresses, int Guardians, int Imports);

/// <summary>
/// The one procedure that deletes: in one transaction it seals the entries, takes words, names, accounts and what imports kept out, and
/// writes an entry for every leaf whose words went. Leaves stay, and so do facts without words: conclusions come out the same.
/// </summary>
internal sealed class Erasing(Engine engine, WriteTurn turn, JournalPen pen)
{
    private readonly Db _db = turn.Db;

    /// <summary>Carries an erasure out that was agreed to. Refuses where something stands in the way by now.</summary>
    public ErasureOutcome Run(ErasureId id, Func<DateTime, DateOnly> day)
    {
        var erasure = _db.Erasures.Single(one => one.Id == id);
        if (erasure.State != ErasureState.Agreed) throw new RefusedException("An erasure is carried out once, after another person agreed to it.");
        var learner = _db.Learners.Single(one => one.Id == erasure.Learner);
        IReadOnlySet<RetainedPart> parts = erasure.ErasedParts().ToHashSet();
        Refuse(learner, parts, day);
        // What came before it in this turn is told with its words; what follows must not be.
        _db.SaveChanges();
        pen.Flush();
        pen.IsQuiet = true;
        try
        {
            return Erase(erasure, learner, parts);
        }
        finally
        {
            pen.IsQuiet = false;
        }
    }

    private ErasureOutcome Erase(Erasure erasure, Learner learner, IReadOnlySet<RetainedPart> parts)
    {
        var (seals, rows) = (new ErasingSeals(_db), new ErasingRows(_db, learner, turn.Now));
        if (parts.Contains(RetainedPart.Work)) rows.SealWork(seals);
        if (parts.Contains(RetainedPart.Record)) rows.SealReasons(seals);
        var (addresses, needles, guardians) = (rows.Addresses(), rows.NeedlesOf(parts.Contains(RetainedPart.Person)), rows.OnlyGuardians());
        seals.Entries(seals.About(learner.Id, parts));
        if (parts.Contains(RetainedPart.Work)) seals.Entries(seals.Of(ErasingProjects.Rows(_db, learner.Id, needles), ErasingProjects.Types));
        if (parts.Contains(RetainedPart.Record)) seals.Entries(seals.Of(rows.GroupingRules(), [typeof(Learning.Plans.Groupings.GroupingRule)]));
        if (parts.Contains(RetainedPart.Record)) seals.Entries(seals.Of(Transfers.HeldMobility.UnsaidRows(_db, learner.Id), Transfers.HeldMobility.Unsaid));
        if (parts.Contains(RetainedPart.Access)) seals.Entries(seals.Of(rows.AccessRows(), ErasingRows.AccessTypes));
        if (parts.Contains(RetainedPart.Person))
        {
            seals.Entries(seals.Of(rows.RowsOf(guardians), [typeof(Guardian), .. ErasingRows.AccessTypes]));
            seals.Entries(seals.Naming(needles));
        }

        engine.Insert(_db, seals.All.Values);
        foreach (var seal in seals.All.Values.OrderBy(one => one.Index)) pen.Erased(seal.Index, seal.Kind, JournalKinds.IsNameless(seal.Kind) ? null : learner.Id);
        foreach (var some in seals.All.Keys.Chunk(500)) _db.JournalPayloads.Where(one => some.Contains(one.Index)).ExecuteDelete();

        if (parts.Contains(RetainedPart.Work)) rows.RemoveWork();
        if (parts.Contains(RetainedPart.Work)) ErasingProjects.Remove(_db, learner.Id, needles);
        if (parts.Contains(RetainedPart.Record)) rows.RemoveReasons();
        if (parts.Contains(RetainedPart.Access)) rows.RemoveAccess();
        var imports = parts.Contains(RetainedPart.Person) || parts.Contains(RetainedPart.Work) ? rows.LetGoOfImports(needles) : 0;
        if (parts.Contains(RetainedPart.Person)) rows.RemovePerson(guardians);
        erasure.Finish(turn.Now);
        _db.SaveChanges();
        Attest([.. seals.All.Values]);
        return new ErasureOutcome(learner.Id, erasure.ErasedParts(), seals.All.Count, parts.Contains(RetainedPart.Work) ? addresses : [], parts.Contains(RetainedPart.Person) ? guardians.Count : 0, imports);
    }

    /// <summary>Rows that stand, and whose entries were erased, are written down anew as they are: nobody may change them unseen.</summary>
    private void Attest(IReadOnlyCollection<JournalSeal> erased)
    {
        foreach (var kind in JournalKinds.All.Where(one => one.Way == JournalWay.Thing))
        {
            var ids = erased.Where(one => one.Kind == kind.Number).Select(one => one.Of).ToHashSet();
            if (ids.Count == 0) continue;
            var bytes = RowBytes.Of(_db, kind.Type);
            foreach (var row in TakingUp.Rows(_db, kind.Type).Where(row => ids.Contains(bytes.IdOf(row)))) pen.Attest(row);
        }
    }

    private void Refuse(Learner learner, IReadOnlySet<RetainedPart> parts, Func<DateTime, DateOnly> day)
    {
        var id = learner.Id;
        var blocks = ErasureCheck.Of(learner, [.. parts], [.. _db.Retentions.AsNoTracking()], _db.LegalHolds.Any(one => one.Learner == id && one.LiftedAt == null),
            _db.Amendments.Any(one => one.Learner == id && one.State == AmendmentState.Asked), learner.EndedAt is { } left ? day(left) : null, day(turn.Now));
        if (blocks.Count > 0) throw new RefusedException($"Nothing is erased: {string.Join(", ", blocks.Select(one => one.Why).Distinct())} stands in the way.");
    }
}
