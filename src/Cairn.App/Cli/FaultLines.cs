using Cairn.Interop.Csv;

namespace Cairn.App.Cli;

/// <summary>What is wrong and odd in what was read, a line each, on standard error.</summary>
internal static class FaultLines
{
    private const int MostShown = 50;

    public static void Tell(FaultList faults, Terminal terminal)
    {
        Tell(faults.Warnings, "cli.import.warnings", terminal.Err);
        Tell(faults.Errors, "cli.import.errors", terminal.Err);
        if (faults.Errors.Count > 0) terminal.Err.WriteLine(Say.Words["cli.import.refused"]);
    }

    private static void Tell(IReadOnlyList<RowFault> faults, string heading, TextWriter to)
    {
        if (faults.Count == 0) return;
        to.WriteLine(Say.Words[heading, ("count", faults.Count)]);
        foreach (var one in faults.Take(MostShown))
            to.WriteLine("  " + Say.Words["cli.import.fault", ("place", Place(one)), ("value", one.Value), ("rule", one.Rule), ("fix", one.Fix)]);
        if (faults.Count > MostShown) to.WriteLine("  " + Say.Words["cli.import.more", ("count", faults.Count - MostShown)]);
    }

    private static string Place(RowFault one) =>
        one.File + (one.Row > 0 ? $", row {one.Row}" : "") + (one.Column.Length > 0 ? $", {one.Column}" : "");
}
