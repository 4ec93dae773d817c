using Cairn.App.Ui.Words;
using Cairn.Learning.Mastery;

namespace Cairn.App.Cli;

/// <summary>The command line speaks English: its answers are read by programs and by whoever runs the machine.</summary>
internal static class Say
{
    public static Words Words { get; } = Words.For("en");
}
