using System.CommandLine;
using Cairn.App.Cli;

namespace Cairn.App.Tests.Docs;

/// <summary>The reference of the command line names every verb that there is, each with its options and arguments, and none that there is not.</summary>
public sealed class CommandReferenceTests
{
    // What every verb takes is said once, above the table.
    private static readonly string[] Common = ["--data", "--district", "--json", "--help", "--version"];

    private static readonly string Page = File.ReadAllText(Path.Combine(FindRoot(), "docs", "reference", "command-line.md"));

    private static readonly Dictionary<string, string> Rows = Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('`')[1]).Where(usage => char.IsAsciiLetterLower(usage[0])).ToDictionary(usage => string.Join(' ', usage.Split(' ').TakeWhile(word => word.All(char.IsAsciiLetterLower))), StringComparer.Ordinal);

    public static TheoryData<string> Verbs => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_is_there_with_its_options_and_arguments(string verb)
    {
        Rows.ShouldContainKey(verb);
        var words = Rows[verb].Split([' ', '[', ']', '.'], StringSplitOptions.RemoveEmptyEntries);
        var command = All()[verb];
        foreach (var option in command.Options.Where(one => !one.Hidden && !Common.Contains(one.Name))) words.ShouldContain(option.Name);
        words.Count(word => word.Any(char.IsAsciiLetterUpper) || word.Contains('|', StringComparison.Ordinal)).ShouldBe(
            command.Arguments.Count + command.Options.Count(one => !one.Hidden && !Common.Contains(one.Name) && one.ValueType != typeof(bool)), $"arguments and values of {Rows[verb]}");
        foreach (var word in words.Where(one => one.StartsWith("--", StringComparison.Ordinal))) command.Options.Select(one => one.Name).ShouldContain(word);
    }

    [Fact]
    public void No_verb_is_there_that_there_is_not() => Rows.Keys.ShouldBe(All().Keys, ignoreOrder: true);

    [Fact]
    public void What_every_verb_takes_is_said_once()
    {
        foreach (var name in Common.Take(4)) Page.ShouldContain($"`{(name == "--help" ? "cairn VERB --help" : name)}");
    }

    private static Dictionary<string, Command> All()
    {
        var all = new Dictionary<string, Command>(StringComparer.Ordinal);
        Walk(CommandLine.Root(new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, false)), "", all);
        return all;
    }

    private static void Walk(Command at, string path, Dictionary<string, Command> all)
    {
        foreach (var one in at.Subcommands.Where(one => !one.Hidden))
        {
            if (one.Subcommands.Count == 0) all[path + one.Name] = one;
            Walk(one, $"{path}{one.Name} ", all);
        }
    }

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Cairn.slnx"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("The project's root is not above the tests.");
        return at;
    }
}
