using Cairn.Storage;
using Cairn.Storage.Journal.Verification;
using Cairn.Storage.Standings;

namespace Cairn.Drills.Record;

/// <summary>Looks over a record after a disaster: what is lost, and which invariants are broken.</summary>
/// <param name="Lost">Writes that were acknowledged and are not there.</param>
/// <param name="Broken">Every other thing that is not as it has to be, in words.</param>
internal sealed record Inspection(IReadOnlyList<string> Lost, IReadOnlyList<string> Broken)
{
    public bool IsGood => Lost.Count == 0 && Broken.Count == 0;

    /// <summary>Opens a district as the next process would, and looks at all of it.</summary>
    public static async Task<Inspection> Of(DataFolder folder, Ledger ledger)
    {
        await using var district = District.OpenExisting(folder, Field.District, toWrite: true, TimeProvider.System);
        var broken = new List<string>();
        // First of all: on a server this waits for what the killed writer still had under way.
        var (_, changed) = await Recomputation.Of(district);
        if (changed > 0) broken.Add($"standings: {changed} did not follow from the facts");
        broken.AddRange(Checkup.Of(folder, district, TimeProvider.System).Where(one => !one.IsGood && one.What != "disk").Select(one => $"doctor: {one.What}: {one.Found}"));
        var stored = Stored.In(district);
        List<string> lost = [.. ledger.Told.Where(one => !stored.Moments.ContainsKey(IdOf(one))).Select(one => $"lost: {one}"),
            .. ledger.Seen.Where(id => !stored.Moments.ContainsKey(id)).Select(id => $"gone: {id} was there before")];
        broken.AddRange(stored.Halves(stored.Moments.Keys.Concat(ledger.Told.Select(one => one.Seed)).Distinct()));
        broken.AddRange(OutOfOrder(stored, ledger));
        broken.AddRange(Verified(folder, district));
        ledger.Seen.UnionWith(stored.Moments.Keys);
        ledger.Newest = stored.Head;
        return new Inspection(lost, broken);
    }

    private static Guid IdOf(Told one) => one.IsRetraction ? Stored.RetractionOf(one.Seed) : one.Seed;

    private static IEnumerable<string> OutOfOrder(Stored stored, Ledger ledger)
    {
        var same = stored.All.Count - stored.All.Distinct().Count();
        if (same > 0) yield return $"order: {same} facts share a moment with another";
        if (stored.All.Count > 0 && stored.All.Max() > stored.Head) yield return "order: the head lies before the newest fact";
        if (stored.Head < ledger.Newest) yield return "order: the head went back";
        foreach (var (id, moment) in stored.Moments)
            if (moment <= ledger.Newest && !ledger.Seen.Contains(id)) yield return $"order: {id} is new, and not later than what was there before";
        foreach (var task in ledger.Told.GroupBy(one => (one.Run, one.Task)))
            foreach (var (first, second) in task.Zip(task.Skip(1)))
                if (stored.Moments.TryGetValue(IdOf(first), out var earlier) && stored.Moments.TryGetValue(IdOf(second), out var later) && later <= earlier)
                    yield return $"order: {second} was written after {first} and does not stand after it";
    }

    /// <summary>What <c>cairn verify</c> says: the one place where drills ask the journal.</summary>
    private static IEnumerable<string> Verified(DataFolder folder, District district)
    {
        var report = RecordVerification.Of(district, new VerificationAsk(folder.Path));
        return report.Findings.Where(one => one.IsFault).Select(one => $"verify: {one.Kind} {one.Table} {one.Id} entry {one.Entry} {one.Detail}");
    }
}
