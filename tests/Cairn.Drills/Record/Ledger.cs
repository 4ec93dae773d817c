using System.Globalization;

namespace Cairn.Drills.Record;

/// <summary>What writers were told is recorded, in the order they were told: the drill's own memory, kept outside the record.</summary>
internal sealed class Ledger
{
    private readonly List<Told> _told = [];

    /// <summary>Everything that was acknowledged.</summary>
    public IReadOnlyList<Told> Told => _told;

    /// <summary>What was seen in the record when it was last looked at; it never goes again.</summary>
    public HashSet<Guid> Seen { get; } = [];

    /// <summary>The newest moment that was seen; what comes later is later.</summary>
    public DateTime Newest { get; set; }

    /// <summary>Notes what a writer printed: <c>W TASK SEED</c> for a recording, <c>R TASK SEED</c> for its retraction. A line that is cut off says nothing.</summary>
    /// <param name="run">Which writer.</param>
    /// <param name="line">The line.</param>
    public void Note(int run, string line)
    {
        if (line.Split(' ') is ["W" or "R", var task, { Length: 32 } seed] && int.TryParse(task, CultureInfo.InvariantCulture, out var number) && Guid.TryParseExact(seed, "N", out var id))
            _told.Add(new Told(run, number, id, line[0] == 'R'));
    }
}

/// <summary>One write that was acknowledged.</summary>
/// <param name="Run">By which writer.</param>
/// <param name="Task">To which of its tasks; a task waits for each before the next.</param>
/// <param name="Seed">What was recorded.</param>
/// <param name="IsRetraction">Was it the retraction of what the seed recorded?</param>
internal sealed record Told(int Run, int Task, Guid Seed, bool IsRetraction);
