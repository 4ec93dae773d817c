using System.Collections.Concurrent;
using Cairn.App.Access;
using Cairn.App.Jobs;
using Cairn.App.Signing;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Files;
using Cairn.Storage.Journal;
using Cairn.Storage.Journal.Verification;

namespace Cairn.App.Features.Journal;

/// <summary>A verification that was asked for in a browser.</summary>
/// <param name="Since">When it began, UTC.</param>
/// <param name="Report">What it came to; null while it goes on.</param>
public sealed record Verified(DateTime Since, VerificationReport? Report);

/// <summary>Verifies a district while whoever asked may go on: one at a time, the last result kept, and told to the journal.</summary>
internal sealed class Verifications(LongWork work)
{
    private readonly ConcurrentDictionary<string, Verified> _last = new(StringComparer.Ordinal);

    /// <summary>The last one of a district; null where none was asked for.</summary>
    public Verified? Of(string district) => _last.GetValueOrDefault(district);

    /// <summary>Begins one; false where one goes on already, or too much other work waits.</summary>
    public bool Begin(Visit visit)
    {
        var (folder, district, acting) = (visit.Served.Folder, visit.Served.District!, visit.Acting);
        var before = Of(district.Name);
        if (before is { Report: null }) return false;
        _last[district.Name] = new Verified(visit.Now, null);
        if (work.TryBegin(district.Name, NamedId.Of("verification", district.Name), _ => Run(folder, district, acting))) return true;
        Put(district.Name, before);
        return false;
    }

    private async Task Run(DataFolder folder, District district, Acting acting)
    {
        var begun = Of(district.Name);
        try
        {
            var report = RecordVerification.Of(district, new VerificationAsk(folder.Path) { Signed = new Checkpoints(folder, district).Look, Files = new FileStore(folder.FolderOf(district.Name)) });
            await district.Writer.Tell(turn => turn.Tell(JournalAct.Told, words: new { verified = report.IsWhole, leaves = report.Leaves, faults = report.Faults }), acting);
            _last[district.Name] = begun! with { Report = report };
        }
        finally
        {
            if (Of(district.Name) is { Report: null }) Put(district.Name, null);
        }
    }

    private void Put(string district, Verified? last)
    {
        if (last is null) _last.TryRemove(district, out _);
        else _last[district] = last;
    }
}
