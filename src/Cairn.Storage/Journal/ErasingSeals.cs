using System.Buffers;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal;

/// <summary>Makes the seals that stand in place of what is erased: a seal is made from salt and words while both are still there.</summary>
internal sealed class ErasingSeals(Db db)
{
    private readonly Dictionary<long, JournalSeal> _seals = [];
    private readonly ArrayBufferWriter<byte> _row = new(512);

    /// <summary>The seals so far, by entry.</summary>
    public IReadOnlyDictionary<long, JournalSeal> All => _seals;

    /// <summary>Seals words that stand beside facts.</summary>
    /// <param name="rows">The rows of words.</param>
    /// <param name="of">The fact that a row stands beside.</param>
    public void Words<T>(IReadOnlyCollection<T> rows, Func<T, Guid> of)
        where T : class
    {
        if (rows.Count == 0) return;
        var (bytes, kind) = (RowBytes.Of(db, typeof(T)), JournalKinds.Of(typeof(T))!.Value.Number);
        var byId = rows.ToDictionary(row => bytes.IdOf(row));
        var entries = db.Journal.AsNoTracking().Where(one => one.Kind == kind).Select(one => new { one.Index, one.Row }).AsEnumerable().Where(one => byId.ContainsKey(one.Row)).ToDictionary(one => one.Index, one => one.Row);
        foreach (var payload in PayloadsOf([.. entries.Keys]))
        {
            var row = byId[entries[payload.Index]];
            _row.ResetWrittenCount();
            bytes.Write(_row, row);
            _seals[payload.Index] = new JournalSeal(payload.Index, kind, of(row), LeafBytes.Seal(payload, LeafBytes.Digest(_row.WrittenSpan)).ToBytes());
        }

        if (entries.Count < rows.Count) throw new RefusedException("Words of this record are in no entry of the journal: run cairn verify first.");
    }

    /// <summary>Seals what entries say of rows that change, or of what was done.</summary>
    public void Entries(IEnumerable<JournalEntry> entries)
    {
        var byIndex = entries.DistinctBy(one => one.Index).ToDictionary(one => one.Index);
        foreach (var payload in PayloadsOf([.. byIndex.Keys]))
            _seals.TryAdd(payload.Index, new JournalSeal(payload.Index, byIndex[payload.Index].Kind, byIndex[payload.Index].Row, LeafBytes.Seal(payload, null).ToBytes()));
    }

    /// <summary>Entries about a learner, of kinds that go with the parts.</summary>
    public List<JournalEntry> About(LearnerId learner, IReadOnlySet<RetainedPart> parts)
    {
        var of = PartsOf().ToLookup(one => one.Part, one => one.Kind);
        var kinds = parts.SelectMany(part => of[part]).ToList();
        return [.. db.Journal.AsNoTracking().Where(one => one.Learner == learner && kinds.Contains(one.Kind))];
    }

    /// <summary>Entries about rows by their ids, which the journal does not list by learner.</summary>
    public List<JournalEntry> Of(IReadOnlySet<Guid> rows, IEnumerable<Type> types)
    {
        var kinds = types.Select(one => JournalKinds.Of(one)!.Value.Number).ToList();
        return rows.Count == 0 ? [] : [.. db.Journal.AsNoTracking().Where(one => kinds.Contains(one.Kind)).AsEnumerable().Where(one => rows.Contains(one.Row))];
    }

    /// <summary>Entries of anything whose words name the learner: what was imported, who signed in, who was refused.</summary>
    public List<JournalEntry> Naming(Needles needles)
    {
        byte[] nothing = [];
        return [.. (from payload in db.JournalPayloads.AsNoTracking()
                    where payload.Words != nothing
                    join entry in db.Journal.AsNoTracking() on payload.Index equals entry.Index
                    select new { entry, payload.Words }).AsEnumerable().Where(one => needles.AreIn(one.Words)).Select(one => one.entry)];
    }

    private IEnumerable<JournalPayload> PayloadsOf(IReadOnlyList<long> indices)
    {
        foreach (var some in indices.Chunk(500))
            foreach (var payload in db.JournalPayloads.AsNoTracking().Where(one => some.Contains(one.Index)).ToList()) yield return payload;
    }

    // What no row says (0) speaks of who came and what for, as the rows of relations do.
    private static IEnumerable<(RetainedPart Part, int Kind)> PartsOf()
    {
        yield return (RetainedPart.Person, 0);
        foreach (var type in (Type[])[typeof(Learner), typeof(Enrollment), typeof(Guardianship), typeof(CaseloadEntry), typeof(Placement), typeof(GuardianBlock), typeof(EmergencyAccess), typeof(LegalHold), typeof(Erasure)])
            yield return (RetainedPart.Person, JournalKinds.Of(type)!.Value.Number);
        foreach (var type in (Type[])[typeof(Amendment), typeof(PrivateNote)]) yield return (RetainedPart.Record, JournalKinds.Of(type)!.Value.Number);
        foreach (var type in Transfers.HeldMobility.Kinds) yield return (RetainedPart.Record, JournalKinds.Of(type)!.Value.Number);
        foreach (var type in Plans.HeldPlans.Kinds) yield return (RetainedPart.Record, JournalKinds.Of(type)!.Value.Number);
        foreach (var type in Diplomas.HeldDiplomas.Kinds) yield return (RetainedPart.Record, JournalKinds.Of(type)!.Value.Number);
        foreach (var type in Credits.HeldCredits.Kinds) yield return (RetainedPart.Record, JournalKinds.Of(type)!.Value.Number);
        foreach (var type in Transcripts.HeldRecords.Kinds) yield return (RetainedPart.Record, JournalKinds.Of(type)!.Value.Number);
        foreach (var type in Boards.HeldBoard.Kinds) yield return (RetainedPart.Record, JournalKinds.Of(type)!.Value.Number);
        yield return (RetainedPart.Work, JournalKinds.Of(typeof(Learning.Projects.ProjectAim))!.Value.Number);
        yield return (RetainedPart.Work, JournalKinds.Of(typeof(Learning.Projects.PanelRating))!.Value.Number);
        yield return (RetainedPart.Work, JournalKinds.Of(typeof(Learning.Projects.AssignedProject))!.Value.Number);
        yield return (RetainedPart.Person, JournalKinds.Of(typeof(Learning.Projects.ProjectMember))!.Value.Number);
        foreach (var type in Plans.PacingErasure.Kinds) yield return (RetainedPart.Record, JournalKinds.Of(type)!.Value.Number);
        foreach (var type in (Type[])[typeof(Learning.Families.Conference), typeof(Learning.Families.ConferenceSignature), typeof(Learning.Families.ReportNarrative),
            typeof(Learning.Families.ModifiedExpectation), typeof(Learning.Families.Conversation), typeof(Learning.Families.Message)]) yield return (RetainedPart.Record, JournalKinds.Of(type)!.Value.Number);
        yield return (RetainedPart.Access, JournalKinds.Of(typeof(Accounts.Badge))!.Value.Number);
    }
}
