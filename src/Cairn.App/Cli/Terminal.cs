using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.App.Ui.Words;

namespace Cairn.App.Cli;

/// <summary>Where a verb reads and answers: the answer goes to Out, everything else to Err.</summary>
/// <param name="In">What is piped in.</param>
/// <param name="Out">The answer.</param>
/// <param name="Err">Everything else.</param>
/// <param name="IsWatched">Does a person watch Err, so that progress is worth showing?</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Err, bool IsWatched)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly UTF8Encoding Utf8 = new(false);

    public static Terminal OfProcess() => new(
        new StreamReader(Console.OpenStandardInput(), Utf8), new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true },
        new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true }, !Console.IsErrorRedirected);

    /// <summary>Answers with one line of JSON.</summary>
    public void AnswerJson(object answer) => Out.WriteLine(JsonSerializer.Serialize(answer, Json));

    /// <summary>Words of a file as a person may see them: what would steer a terminal, or turn the direction of what follows, is shown as its number.</summary>
    public static string Shown(string words) => string.Concat(words.Select(one => char.IsControl(one) || Directions.IsTurn(one) ? $"\\u{(int)one:X4}" : one.ToString()));

    /// <summary>Progress, on one line that is written over; nothing where nobody watches.</summary>
    public void Progress(string text)
    {
        if (IsWatched) Err.Write($"\r{text}\u001b[K");
    }

    /// <summary>Takes the progress line away.</summary>
    public void EndProgress()
    {
        if (IsWatched) Err.Write("\r\u001b[K");
    }
}
