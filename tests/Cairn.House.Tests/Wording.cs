using System.Text.Json;
using Cairn.App.Ui.Words;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;

namespace Cairn.House.Tests;

/// <summary>Everything the program says stands in Ui/Words, and nothing stands there that it never says.</summary>
public sealed partial class Wording
{
    private const string English = "src/Cairn.App/Ui/Words/en.json";

    private static readonly Dictionary<string, string> Messages = JsonSerializer.Deserialize<Dictionary<string, string>>(Tree.Find(English).Text)!;

    private static readonly IReadOnlyList<string> TermKeys = [.. DistrictTerms.Names.SelectMany(name => (string[])[$"term.{name}.one", $"term.{name}.other"])];

    private static readonly string[] Jargon = ["proficien", "artifact", "artefact", "mastery", "failing", "at risk"];

    private static readonly IReadOnlyList<TreeFile> Languages = Tree.EndingIn(".json", "src/Cairn.App/Ui/Words/");

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
            .Concat(TermKeys).ToHashSet(StringComparer.Ordinal);
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
        from file in Languages
        from message in JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!
        let fault = Fault(file.Path, message.Key, message.Value)
        where fault is not null
        select fault)
        .ShouldBeNone("mend the braces, the plural or the select.");

    [Fact]
    public void No_language_lacks_a_message_but_the_command_lines() => (
        from file in Languages.Where(one => !Shelf.IsForFamiliesOnly(Path.GetFileNameWithoutExtension(one.Path)))
        from key in Messages.Keys.Where(key => !key.StartsWith("cli.", StringComparison.Ordinal)).Except(JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!.Keys, StringComparer.Ordinal)
        select $"{file.Path} lacks \"{key}\"")
        .ShouldBeNone("translate it; until then people read English.");

    [Fact]
    public void Every_term_has_its_words() =>
        TermKeys.Where(key => !Messages.ContainsKey(key)).Select(key => $"{English} lacks \"{key}\"").ShouldBeNone("a term of DistrictTerms needs term.X.one and term.X.other.");

    [Fact]
    public void Messages_stand_in_the_order_of_the_alphabet() => (
        from file in Languages
        let keys = Keys(file)
        from pair in keys.Zip(keys.Skip(1))
        where string.CompareOrdinal(pair.First, pair.Second) >= 0
        select $"{file.Path}: \"{pair.Second}\" stands after \"{pair.First}\"")
        .ShouldBeNone("sort the keys, each once, so that changes do not collide.");

    [Fact]
    public void Families_read_no_jargon() => (
        from file in Languages
        from message in JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!
        where !message.Key.StartsWith("cli.", StringComparison.Ordinal)
        from word in Jargon
        // A transcript of this kind has that name at every college.
        where message.Value.Replace("mastery transcript", "", StringComparison.OrdinalIgnoreCase).Contains(word, StringComparison.OrdinalIgnoreCase)
        select $"{file.Path}: \"{message.Key}\" says \"{word}\"")
        .ShouldBeNone("say it as design/design.md does, under Voice.");

    [Fact]
    public void No_page_says_what_is_not_in_Words() => (
        from file in Tree.EndingIn(".razor", "src/")
        from text in VisibleText.In(file.Text)
        select $"{file.Path}: {text}")
        .ShouldBeNone($"add the words to {English} and to every other language, and ask for them by their key.");

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("<p class=\"a\">@Words[\"x\"] left over</p>", "left over")]
    [InlineData("@if (a > 1)\n{\n  <b>Bold</b>\n}\nelse\n{\n  <i>@x.Y</i>\n}", "Bold")]
    [InlineData("<button aria-label=\"Close\">@Drawn.Icon(\"close\")</button>", "aria-label=\"Close\"")]
    [InlineData("<Sheet Title=\"Work\" Id=\"w\" />", "Title=\"Work\"")]
    public void A_word_that_is_put_in_is_found(string razor, string found) => VisibleText.In(razor).ShouldBe([found]);

    [Theory]
    [InlineData("<p class=\"soft small\">@Words[\"a.b\", (\"c\", $\"{d} e\")] · @(f ? \"g\" : h.Ii())</p>")]
    [InlineData("@inject Words Words\n<code>cairn demo</code>\n@foreach (var one in Many)\n{\n  var two = one;\n  <b title=\"@Words[\"t\"]\">@two</b>\n}\n@code {\n  string Name => \"Name\";\n}")]
    public void What_is_code_is_not_taken_for_words(string razor) => VisibleText.In(razor).ShouldBeEmpty();

    private static List<string> Keys(TreeFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        return [.. json.RootElement.EnumerateObject().Select(one => one.Name)];
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
