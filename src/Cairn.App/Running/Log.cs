using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cairn.App.Running;

/// <summary>Writes log lines, each whole. What would begin another line, or steer a terminal, is written as its number.</summary>
internal sealed class Log(LogFormat format, TextWriter? to)
{
    // Strict: whatever is not plain ASCII is escaped.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Default };

    private readonly TextWriter _to = to ?? Console.Error;
    private readonly Lock _writing = new();

    /// <summary>Is there a line for each request?</summary>
    public bool HasRequests => format == LogFormat.Json;

    public void Write(LogLine line)
    {
        var text = format == LogFormat.Json ? InJson(line) : InText(line);
        lock (_writing)
        {
            try
            {
                _to.WriteLine(text);
                _to.Flush();
            }
            catch (Exception gone) when (gone is IOException or ObjectDisposedException)
            {
                // Nobody reads the log any more: the record goes on.
            }
        }
    }

    private static string InJson(LogLine line)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Json))
        {
            json.WriteStartObject();
            json.WriteString("time", Time(line));
            json.WriteString("level", Level(line));
            json.WriteString("category", line.Category);
            json.WriteString("message", line.Message);
            foreach (var (name, value) in Fields(line)) json.WriteString(name, value);
            if (line.Status is { } status) json.WriteNumber("status", status);
            if (line.Duration is { } time) json.WriteNumber("ms", Math.Round(time.TotalMilliseconds, 3));
            if (line.Faults.Count > 0)
            {
                json.WriteStartArray("faults");
                foreach (var fault in line.Faults)
                {
                    json.WriteStartObject();
                    json.WriteString("type", fault.Type);
                    json.WriteStartArray("at");
                    foreach (var at in fault.At) json.WriteStringValue(at);
                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static string InText(LogLine line)
    {
        var text = new StringBuilder($"{Time(line)} {Level(line)} {line.Category}: {line.Message}");
        foreach (var (name, value) in Fields(line)) text.Append(CultureInfo.InvariantCulture, $" {name}={value}");
        foreach (var fault in line.Faults)
        {
            text.Append(CultureInfo.InvariantCulture, $" | {fault.Type}");
            foreach (var at in fault.At) text.Append(CultureInfo.InvariantCulture, $" < {at}");
        }

        return Plain(text.ToString());
    }

    private static IEnumerable<(string Name, string Value)> Fields(LogLine line) =>
        from field in new[] { ("event", line.Event), ("trace", line.Trace), ("request", line.Request), ("method", line.Method), ("route", line.Route) }
        where field.Item2 is not null
        select (field.Item1, field.Item2);

    private static string Time(LogLine line) => line.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Level(LogLine line) => line.Level.ToString().ToLowerInvariant();

    private static string Plain(string text)
    {
        if (text.All(one => one is >= ' ' and < '\u007f')) return text;
        var plain = new StringBuilder();
        foreach (var one in text) plain.Append(one is >= ' ' and < '\u007f' ? one.ToString() : $"\\u{(int)one:x4}");
        return plain.ToString();
    }
}
