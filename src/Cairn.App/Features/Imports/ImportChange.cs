using System.Text.Json.Serialization;

namespace Cairn.App.Features.Imports;

/// <summary>How many rows of one kind an import adds, changes, ends and leaves.</summary>
internal sealed class Tally
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

    public Tally Of(string sheet) => _tallies.TryGetValue(sheet, out var tally) ? tally : _tallies[sheet] = new Tally();
}
