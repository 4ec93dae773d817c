using System.Diagnostics;

namespace Cairn.App.Running;

/// <summary>What the program and its libraries log, as lines: of a message its template alone, for its values may be anybody's.</summary>
internal sealed class LogProvider(Log log, TimeProvider clock) : ILoggerProvider
{
    private static readonly HttpContextAccessor Here = new();

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, log, clock);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, Log log, TimeProvider clock) : ILogger
    {
        private const string Template = "{OriginalFormat}";

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            // A text that was put together has no template: it is not written, for nobody knows what is in it.
            var message = (state as IReadOnlyList<KeyValuePair<string, object?>>)?.LastOrDefault(one => one.Key == Template).Value as string ?? "(no template)";
            var http = Here.HttpContext;
            log.Write(new LogLine(clock.GetUtcNow(), logLevel, category, message)
            {
                Event = eventId.Name, Trace = Activity.Current?.TraceId.ToHexString(), Request = http?.TraceIdentifier,
                Method = http is null ? null : RequestWatch.MethodOf(http), Route = http is null ? null : RequestWatch.RouteOf(http), Faults = LogFault.Of(exception),
            });
        }
    }
}
