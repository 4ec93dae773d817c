using System.Text.RegularExpressions;

namespace Cairn.House.Tests;

/// <summary>
/// Of each abuse case that is held at least one test asserts all three parts: refused, unchanged, and told in the journal. It does so by the
/// one helper for it (tests/Cairn.App.Tests/Abuse/Refused.cs), by itself or through a method that does. What can leave no entry stands on the
/// page of cases with its reason.
/// </summary>
public sealed partial class AbuseTold
{
    private static readonly string Page = Tree.Files.Single(file => file.Path == "docs/abuse-cases.md").Text;

    private static readonly IReadOnlyList<TreeFile> Tests = [.. Tree.HandWritten("tests").Where(file => file.Path.StartsWith("tests/Cairn.App.Tests/", StringComparison.Ordinal))];

    [Fact]
    public void A_held_case_is_told_in_the_journal_or_says_why_it_cannot_be()
    {
        var held = Tree.HandWritten("tests").SelectMany(file => Carried().Matches(file.Text)).Select(match => match.Groups["id"].Value).Distinct().ToList();
        var (told, excused) = (Told(), Excused());

        held.Except(told).Except(excused).Order(StringComparer.Ordinal).ShouldBeNone("let one of its tests use Refused, or say on docs/abuse-cases.md why no entry can be made.");
        excused.Where(id => told.Contains(id) || !held.Contains(id, StringComparer.Ordinal)).ShouldBeNone("this reason is not needed any more: take it off docs/abuse-cases.md.");
    }

    [Fact]
    public void The_helper_asserts_all_three_parts()
    {
        var helper = Tree.Find("tests/Cairn.App.Tests/Abuse/Refused.cs").Text;
        foreach (var part in (string[])["answer.Status.ShouldBe(said", "State(district, besides).ShouldBe(before", "isTold(one.By, one.Words)).ShouldBeTrue"]) helper.ShouldContain(part);
    }

    private static HashSet<string> Told()
    {
        // What other files may use: a site of many tests that does it for them.
        var shared = Tests.Where(file => !IsTest(file.Text)).SelectMany(file => Parts(file.Text).Where(part => Helper().IsMatch(part)).Select(NameOf)).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Tests.Where(file => IsTest(file.Text)))
        {
            var own = Parts(file.Text).Where(part => !IsTest(part) && Helper().IsMatch(part)).Select(NameOf).Where(name => name.Length > 0).ToList();
            foreach (var part in Parts(file.Text).Where(IsTest))
            {
                if (!Helper().IsMatch(part) && !own.Exists(name => Calls(part, name)) && !shared.Any(name => part.Contains($".{name}(", StringComparison.Ordinal))) continue;
                told.UnionWith(Carried().Matches(part).Concat(OfClass().Matches(file.Text)).Select(match => match.Groups["id"].Value));
            }
        }

        return told;
    }

    private static bool IsTest(string text) => text.Contains("[Fact", StringComparison.Ordinal) || text.Contains("[Theory", StringComparison.Ordinal);

    private static bool Calls(string part, string name) => Regex.IsMatch(part, $@"(?<![\w.]){name}\(", RegexOptions.None, TimeSpan.FromSeconds(1));

    // A member of a class begins after an empty line.
    private static string[] Parts(string text) => Between().Split(text);

    private static string NameOf(string part) => Named().Match(part).Groups["name"].Value;

    private static List<string> Excused() => [.. Reason().Matches(Page).Select(match => match.Groups["id"].Value)];

    [GeneratedRegex(@"\.(ByPerson|ByAccount|ByStranger)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Helper();

    [GeneratedRegex("""Trait\("Abuse", "(?<id>[A-Z]\d+)"\)""", RegexOptions.None, 1000)]
    private static partial Regex Carried();

    [GeneratedRegex("""^\[Trait\("Abuse", "(?<id>[A-Z]\d+)"\)""", RegexOptions.Multiline, 1000)]
    private static partial Regex OfClass();

    [GeneratedRegex(@"\n\s*\n(?=    [^ \n}])", RegexOptions.None, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^    (public|internal|private)[^\n(=]*?\b(?<name>\w+)(<\w+>)?\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| (?<id>[A-Z]\d+) \| [^|\n]+ \|$", RegexOptions.Multiline, 1000)]
    private static partial Regex Reason();
}
