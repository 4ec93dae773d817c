using Cairn.Interop.Csv;

namespace Cairn.Interop.OneRoster;

/// <summary>The place of a field, kept until what it points at is known. The value is as a fault may show it.</summary>
internal readonly record struct RosterPlace(string File, int Row, string Column, string Value)
{
    public void Wrong(FaultList faults, string rule, string fix) => faults.Error(File, Row, Column, Value, rule, fix);

    public void Odd(FaultList faults, string rule, string fix) => faults.Warn(File, Row, Column, Value, rule, fix);
}
