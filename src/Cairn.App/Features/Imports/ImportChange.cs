using System.Text.Json.Serialization;
using Cairn.Learning.Frameworks;

namespace Cairn.App.Features.Imports;

/// <summary>How many rows of one kind an import adds, changes, ends and leaves.</summary>
public sealed class Tally
{
    public int Added { get; set; }

    public int Changed { get; set; }

    public int Ended { get; set; }

    public int Unchanged { get; set; }

    [JsonIgnore]
    public bool IsNothing => Added + Changed + Ended == 0;
}

/// <summary>What an import would do, or did: a tally a sheet.</summary>
internal sealed class ImportChange
{
    private readonly SortedDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Tally> Sheets => _tallies;

    public int Added => _tallies.Values.Sum(one => one.Added);

    public int Changed => _tallies.Values.Sum(one => one.Changed);

    public int Ended => _tallies.Values.Sum(one => one.Ended);

    public int Unchanged => _tallies.Values.Sum(one => one.Unchanged);

    [JsonIgnore]
    public bool IsNothing => _tallies.Values.All(one => one.IsNothing);

    /// <summary>The changes of a framework, a tally a kind of part.</summary>
    public static ImportChange Of(IReadOnlyList<FrameworkChange> changes)
    {
        var change = new ImportChange();
        foreach (var one in changes)
        {
            var tally = change.Of(one.Part.ToString().ToLowerInvariant());
            if (one.Kinds.Contains(ChangeKind.Added)) tally.Added++;
            else if (one.Kinds.Contains(ChangeKind.MadeInactive) || one.Kinds.Contains(ChangeKind.Removed)) tally.Ended++;
            else tally.Changed++;
        }

        return change;
    }

    public Tally Of(string sheet) => _tallies.TryGetValue(sheet, out var tally) ? tally : _tallies[sheet] = new Tally();
}
