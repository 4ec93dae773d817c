using System.Text.Json;
using Cairn.Interop.Csv;

namespace Cairn.Interop.Case;

/// <summary>Tells what is wrong and odd in a package. Of many warnings of one kind the first are listed and the rest counted.</summary>
internal sealed class CaseFaults(FaultList faults, string file)
{
    /// <summary>How many are listed of a warning about the form of a field.</summary>
    public const int FormShown = 5;

    /// <summary>How many are listed of a warning about what items and associations mean.</summary>
    public const int MeaningShown = 100;

    private readonly Dictionary<string, (int Count, string Last, string Fix, int Shown)> _told = new(StringComparer.Ordinal);

    /// <summary>Is nothing wrong so far?</summary>
    public bool IsGood { get; private set; } = true;

    public void Error(CasePlace place, string value, string rule, string fix) => Error(place.ToString(), 0, value, rule, fix);

    public void Error(string path, int line, string value, string rule, string fix)
    {
        IsGood = false;
        faults.Error(file, line, path, RowFault.Show(value), rule, fix);
    }

    public void Warn(CasePlace place, string value, string rule, string fix, int shown = MeaningShown)
    {
        var count = _told.GetValueOrDefault(rule).Count + 1;
        _told[rule] = (count, count > shown ? place.ToString() : "", fix, shown);
        if (count <= shown) faults.Warn(file, 0, place.ToString(), RowFault.Show(value), rule, fix);
    }

    /// <summary>Says how many more there were of the warnings that are not all listed.</summary>
    public void Close()
    {
        foreach (var (rule, (count, last, fix, shown)) in _told)
            if (count > shown) faults.Warn(file, 0, last, $"and {count - shown} more, the last one here", rule, fix);
    }

    /// <summary>A value as a message shows it.</summary>
    public static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => value.GetRawText(),
    };
}
