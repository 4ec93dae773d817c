namespace Cairn.App.Running;

/// <summary>
/// One line of the log. It has no place for what somebody typed or is named: the message is the template as it stands in the program,
/// the route is its pattern, and of an exception there are its types and the methods it came through, never its message.
/// </summary>
internal sealed record LogLine(DateTimeOffset Time, LogLevel Level, string Category, string Message)
{
    public string? Event { get; init; }

    public string? Trace { get; init; }

    public string? Request { get; init; }

    public string? Method { get; init; }

    public string? Route { get; init; }

    public int? Status { get; init; }

    public TimeSpan? Duration { get; init; }

    public IReadOnlyList<LogFault> Faults { get; init; } = [];
}
