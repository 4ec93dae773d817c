using Cairn.App.Features.Imports;

namespace Cairn.App.Cli;

/// <summary>What an import changes, a line a kind of row.</summary>
internal static class ChangeLines
{
    public static void Tell(ImportChange change, Terminal terminal)
    {
        terminal.Out.WriteLine($"{"",-18}{"added",10}{"changed",10}{"ended",10}{"unchanged",11}");
        foreach (var (sheet, tally) in change.Sheets)
            terminal.Out.WriteLine($"{sheet,-18}{tally.Added,10}{tally.Changed,10}{tally.Ended,10}{tally.Unchanged,11}");
        terminal.Out.WriteLine($"{Say.Words["cli.import.all"],-18}{change.Added,10}{change.Changed,10}{change.Ended,10}{change.Unchanged,11}");
    }
}
