using System.Data.Common;
using System.Globalization;
using Cairn.Learning;
using Cairn.Learning.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal.Verification;

/// <summary>
/// Verifies a district's record: every fact, every row that changes, what was adopted, the journal itself and its checkpoints. All of
/// it is read as of one moment, while others go on writing. docs/explanation/journal.md tells what it proves.
/// </summary>
public sealed class RecordVerification
{
    private const int MostFindings = 1000;
    private const int MostErasures = 100;
    private const int MostColumnsLookedFor = 20;

    private readonly District _district;
    private readonly VerificationAsk _ask;
    private readonly List<Found> _findings = [];
    private long _faults, _erased, _done, _all;

    private RecordVerification(District district, VerificationAsk ask) => (_district, _ask) = (district, ask);

    /// <summary>Verifies.</summary>
    /// <param name="district">The district, opened to read or to write.</param>
    /// <param name="ask">What to look at.</param>
    public static VerificationReport Of(District district, VerificationAsk ask)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(ask);
        return new RecordVerification(district, ask).Run();
    }

    private VerificationReport Run()
    {
        using var db = _district.Open();
        var report = new VerificationReport(0, 0, 0, 0, 0, 0, []);
        try
        {
            using var snapshot = db.BeginReading();
            report = Read(db);
        }
        catch (DbException wrong)
        {
            Tell(new Found(FoundKind.Unreadable, "", "") { Detail = wrong.Message });
        }

        return report with { Faults = _faults, Erased = _erased, Findings = _findings };
    }

    private VerificationReport Read(Db db)
    {
        var journal = new JournalReading(_district.Engine, db);
        var leaves = journal.Ask("SELECT count(*) FROM journal");
        _all = leaves * 3;
        using var rows = new RowPass(_district.Engine, db, _ask, Tell);
        var compared = rows.Compare(journal, Step);
        _all = leaves * 2 + rows.Rows;
        var (checkpoints, stored) = Checkpoints(journal);
        var pass = new JournalPass(_ask, [.. checkpoints, .. _ask.Others], End(db), kind => RowPass.TableOf(db, kind), Tell);
        var conclusion = pass.Walk(journal, compared, Step);
        foreach (var (found, kind, row) in pass.AlteredThings)
            Tell(found with { Columns = _faults < MostColumnsLookedFor ? ThingColumns.Of(_district.Engine, db, kind, row) : [] });
        if (_ask.Since == 0) CheckOccasions(journal, pass.Occasions);
        CheckAdopted(db, pass);
        var files = _ask.Files is { } store ? FilePass.Check(store, db, Tell) : 0;
        _ask.Progress?.Invoke(_all, _all);
        return new VerificationReport(conclusion.Leaves, rows.Rows, 0, stored + _ask.Others.Count, conclusion.HeldTo, 0, []) { Root = conclusion.Root?.ToString(), Files = files };
    }

    private (List<Checkpoint> Checkpoints, int Stored) Checkpoints(JournalReading journal)
    {
        var all = new List<Checkpoint>();
        var stored = journal.Checkpoints();
        var signed = _ask.Signed?.Invoke([.. journal.KeysTold()]);
        foreach (var row in stored)
        {
            var found = new Found(FoundKind.CheckpointForged, "checkpoints", row?.Size.ToString(CultureInfo.InvariantCulture) ?? "") { At = row?.At };
            var state = row is not { Root.Length: TreeHash.Length } || row.Size < 0 ? SignatureState.Forged : signed?.Invoke(row) ?? SignatureState.Good;
            if (state == SignatureState.Forged) Tell(found);
            else if (state == SignatureState.UnknownKey) Tell(found with { Kind = FoundKind.CheckpointUnknown });
            // What somebody else signed says nothing about this journal.
            else all.Add(new Checkpoint("journal", row!.Size, TreeHash.From(row.Root)));
        }

        return (all, stored.Count);
    }

    private static TreeEdge End(Db db)
    {
        var head = db.Head.AsNoTracking().FirstOrDefault();
        return head is null || head.Tree.Length == 0 ? new TreeEdge() : TreeEdge.Read(head.Tree) ?? new TreeEdge();
    }

    private void CheckOccasions(JournalReading journal, long used)
    {
        if (journal.Ask("SELECT count(*) FROM occasions") == used) return;
        foreach (var id in journal.Read($"SELECT o.id FROM occasions o LEFT JOIN journal j ON j.occasion = o.id WHERE j.occasion IS NULL ORDER BY o.id LIMIT {MostErasures}", row => row.Long(0)))
            Tell(new Found(FoundKind.PartInserted, "occasions", id.ToString(CultureInfo.InvariantCulture)));
    }

    private void CheckAdopted(Db db, JournalPass pass)
    {
        foreach (var (at, version, words) in pass.Adoptions)
            if (AdoptedContent.Read(words) is { } adopted)
                foreach (var (table, id) in AdoptedContent.Differences(_district.Engine, db, new FrameworkVersionId(version), adopted)) Tell(at with { Table = table, Id = id });
        if (_ask.Since > 0) return;
        var known = pass.Adoptions.Select(one => one.Version).ToHashSet();
        foreach (var version in db.FrameworkVersions.AsNoTracking().Where(one => one.AdoptedAt != null).Select(one => one.Id).ToList().Where(one => !known.Contains(one.Value)))
            Tell(new Found(FoundKind.AdoptedWithoutEntry, "framework_versions", version.Value.ToString()));
    }

    private void Step(int steps)
    {
        _done += steps;
        if (_done % 4096 < steps) _ask.Progress?.Invoke(_done, _all);
    }

    private void Tell(Found found)
    {
        if (found.IsFault) _faults++;
        else _erased++;
        if (found.IsFault ? _faults <= MostFindings : _erased <= MostErasures) _findings.Add(found);
    }
}
