using System.Text.Json;
using Cairn.App.Ui.Words;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;

namespace Cairn.House.Tests;

/// <summary>Everything the program says stands in Ui/Words, and nothing stands there that it never says.</summary>
public sealed class Wording
{
    private const string English = "src/Cairn.App/Ui/Words/en.json";

    /// <summary>Keys that are put together, and what fills the hole. A new one is added here.</summary>
    private static readonly Dictionary<string, IEnumerable<string>> Templates = new(StringComparer.Ordinal)
    {
        ["reason.dropped.{}"] = Enum.GetNames<DropReason>(),
        ["reason.notYet.{}"] = Enum.GetNames<NotYetReason>(),
        ["arithmetic.{}"] = Enum.GetNames<ArithmeticKind>(),
        ["rule.{}"] = RuleCatalog.All.Select(one => one.Name),
        ["judgment.{}"] = Enum.GetNames<NonScore>(),
        // LevelLook.Step, where there is a level.
        ["level.step.{}"] = ["1", "2", "3", "4"],
        ["refusal.{}.title"] = MembersOf("RefusalKind"),
        ["refusal.{}.lead"] = MembersOf("RefusalKind"),
    };

    private static readonly Dictionary<string, string> Messages = JsonSerializer.Deserialize<Dictionary<string, string>>(Tree.Find(English).Text)!;

    private static readonly IReadOnlyList<TreeFile> Sources = [.. Tree.HandWritten("src"), .. Tree.EndingIn(".razor", "src/")];

    private static readonly IReadOnlyList<Asked> Questions = [.. Sources.SelectMany(WordsInUse.In)];

    [Fact]
    public void Every_key_that_is_asked_for_has_its_words() => (
        from asked in Questions
        from key in asked.Keys
        where !Messages.ContainsKey(key)
        select $"{asked.File} asks for \"{key}\"")
        .ShouldBeNone($"add the message to {English}, in its place by the alphabet.");

    [Fact]
    public void Every_key_that_is_put_together_has_words_for_each_case() => (
        from asked in Questions
        from template in asked.Templates
        from missing in Templates.TryGetValue(template, out var members)
            ? members.Select(one => template.Replace("{}", one, StringComparison.Ordinal)).Where(key => !Messages.ContainsKey(key)).Select(key => $"\"{key}\", which {English} lacks")
            : [$"\"{template}\", whose cases nobody knows"]
        select $"{asked.File} asks for {missing}")
        .ShouldBeNone($"add the message to {English}; for a new template, add what fills its hole to Wording.Templates.");

    [Fact]
    public void Every_message_is_said_somewhere()
    {
        var said = Questions.SelectMany(one => one.Keys).Concat(Sources.SelectMany(WordsInUse.Literals))
            .Concat(Questions.SelectMany(one => one.Templates).Where(Templates.ContainsKey).SelectMany(one => Templates[one].Select(member => one.Replace("{}", member, StringComparison.Ordinal))))
            .ToHashSet(StringComparer.Ordinal);
        Messages.Keys.Where(key => !said.Contains(key)).Select(key => $"{English}: \"{key}\"").ShouldBeNone("take the message out, or say it.");
    }

    [Fact]
    public void Every_message_gets_the_values_it_asks_for() => (
        from asked in Questions
        where asked.Values is not null
        from key in asked.Keys
        where Messages.ContainsKey(key)
        from name in MessageNames.Of(Messages[key]).Except(asked.Values!, StringComparer.Ordinal)
        select $"{asked.File}: \"{key}\" asks for {{{name}}}, which is not given")
        .ShouldBeNone("give the value as (\"name\", value): without it the page fails when it is drawn.");

    [Fact]
    public void Every_message_of_every_language_can_be_read() => (
        from file in Tree.EndingIn(".json", "src/Cairn.App/Ui/Words/")
        from message in JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!
        let fault = Fault(file.Path, message.Key, message.Value)
        where fault is not null
        select fault)
        .ShouldBeNone("mend the braces, the plural or the select.");

    [Fact]
    public void No_language_lacks_a_message() => (
        from file in Tree.EndingIn(".json", "src/Cairn.App/Ui/Words/")
        from key in Messages.Keys.Except(JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!.Keys, StringComparer.Ordinal)
        select $"{file.Path} lacks \"{key}\"")
        .ShouldBeNone("translate it; until then people read English.");

    [Fact]
    public void Messages_stand_in_the_order_of_the_alphabet()
    {
        using var json = JsonDocument.Parse(Tree.Find(English).Text);
        var keys = json.RootElement.EnumerateObject().Select(one => one.Name).ToList();
        keys.Zip(keys.Skip(1)).Where(pair => string.CompareOrdinal(pair.First, pair.Second) >= 0)
            .Select(pair => $"{English}: \"{pair.Second}\" stands after \"{pair.First}\"").ShouldBeNone("sort the keys, each once, so that changes do not collide.");
    }

    // App's own enums are found by name, wherever they stand.
    private static IEnumerable<string> MembersOf(string name) =>
        Code.App.Types.Single(type => type.Name == name && type.IsEnum).Fields.Where(field => field.IsLiteral).Select(field => field.Name);

    private static string? Fault(string file, string key, string text)
    {
        try
        {
            new MessageReader($"{file} {key}", text, voice: null).Read();
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }
}
