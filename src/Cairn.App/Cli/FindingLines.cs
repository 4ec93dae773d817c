using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary>Findings, a line each, and the fix of each that has one.</summary>
internal static class FindingLines
{
    public static void Tell(IEnumerable<CheckupFinding> findings, Terminal terminal)
    {
        foreach (var one in findings)
        {
            terminal.Out.WriteLine($"{(one.IsNote ? "note" : one.IsGood ? "ok  " : "BAD ")} {one.What}: {one.Found}");
            if (!one.IsGood || one.IsNote) terminal.Out.WriteLine("     " + Say.Words["cli.doctor.fix", ("fix", one.Fix)]);
        }
    }
}
