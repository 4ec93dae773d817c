using System.Globalization;
using Cairn.App.Cli;

namespace Cairn.App.Tests.Cli;

/// <summary>The terminal of a verb that goes on: its first line can be waited for.</summary>
internal sealed class Spoken
{
    private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Spoken() => Terminal = new Terminal(TextReader.Null, new Ear(_first), TextWriter.Null, IsWatched: false);

    public Terminal Terminal { get; }

    /// <summary>The first line of the answer.</summary>
    public Task<string> FirstLine => _first.Task;

    private sealed class Ear(TaskCompletionSource<string> first) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            first.TrySetResult(value ?? "");
        }
    }
}
