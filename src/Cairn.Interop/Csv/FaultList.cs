namespace Cairn.Interop.Csv;

/// <summary>Collects what is wrong and what is odd in a set of sheets.</summary>
public sealed class FaultList
{
    private readonly List<RowFault> _errors = [];
    private readonly List<RowFault> _warnings = [];

    /// <summary>What is wrong: nothing is imported while there is any.</summary>
    public IReadOnlyList<RowFault> Errors => _errors;

    /// <summary>What is odd, and taken.</summary>
    public IReadOnlyList<RowFault> Warnings => _warnings;

    /// <summary>Adds what is wrong.</summary>
    public void Error(string file, int row, string column, string value, string rule, string fix) => _errors.Add(new RowFault(file, row, column, value, rule, fix));

    /// <summary>Adds what is odd.</summary>
    public void Warn(string file, int row, string column, string value, string rule, string fix) => _warnings.Add(new RowFault(file, row, column, value, rule, fix));
}
