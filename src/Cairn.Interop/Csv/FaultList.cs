namespace Cairn.Interop.Csv;

/// <summary>Collects what is wrong and what is odd in a set of sheets or a JSON file.</summary>
public sealed class FaultList
{
    /// <summary>How many errors, and how many warnings, are kept.</summary>
    public const int Most = 10_000;

    private readonly List<RowFault> _errors = [];
    private readonly List<RowFault> _warnings = [];

    /// <summary>What is wrong: nothing is imported while there is any.</summary>
    public IReadOnlyList<RowFault> Errors => _errors;

    /// <summary>What is odd, and taken.</summary>
    public IReadOnlyList<RowFault> Warnings => _warnings;

    /// <summary>Adds what is wrong.</summary>
    public void Error(string file, int row, string column, string value, string rule, string fix)
    {
        if (_errors.Count < Most) _errors.Add(new RowFault(file, row, column, value, rule, fix));
        else if (_errors.Count == Most) _errors.Add(new RowFault(file, row, "", "", $"no more than {Most} errors are listed", "mend these first: they are often one mistake, many times"));
    }

    /// <summary>Adds what is odd.</summary>
    public void Warn(string file, int row, string column, string value, string rule, string fix)
    {
        if (_warnings.Count < Most) _warnings.Add(new RowFault(file, row, column, value, rule, fix));
    }
}
