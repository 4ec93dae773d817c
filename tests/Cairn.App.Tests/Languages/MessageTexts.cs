using System.Text.Json;
using Cairn.App.Ui.Words;

namespace Cairn.App.Tests.Languages;

/// <summary>The messages of a language as they stand in its file, without those of the command line.</summary>
internal static class MessageTexts
{
    public static IReadOnlyDictionary<string, string> Of(string language)
    {
        using var file = typeof(Words).Assembly.GetManifestResourceStream($"Cairn.App.Ui.Words.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.Where(one => !one.Key.StartsWith("cli.", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every stretch of text that a message says between its values, in all its branches.</summary>
    public static IReadOnlyList<string> Stretches(string text)
    {
        var all = new List<string>();
        new MessageReader("", text, stretch =>
        {
            all.Add(stretch);
            return stretch;
        }).Read();
        return all;
    }
}
