using System.Text.RegularExpressions;

namespace Cairn.House.Tests;

/// <summary>The page of abuse cases says of each case which tests hold it, or which door it waits for; the tests carry the case.</summary>
public sealed partial class AbuseCases
{
    // How many cases each kind of person has.
    private static readonly (char Letter, int Count)[] Kinds = [('A', 14), ('L', 16), ('G', 9), ('T', 13), ('M', 7), ('C', 6), ('S', 7), ('D', 7), ('K', 13), ('X', 15)];

    private static readonly string Page = Tree.Files.Single(file => file.Path == "docs/abuse-cases.md").Text;

    [Fact]
    public void Every_case_stands_on_the_page_once() =>
        Rows().Select(row => row.Id).ShouldBe(Kinds.SelectMany(kind => Enumerable.Range(1, kind.Count).Select(number => $"{kind.Letter}{number}")), ignoreOrder: true);

    [Fact]
    public void A_case_is_held_by_the_tests_that_carry_it()
    {
        var tests = Tree.HandWritten("tests").SelectMany(file => Carried().Matches(file.Text).Select(match => (Id: match.Groups["id"].Value, file.Stem))).Distinct().ToLookup(one => one.Id, one => one.Stem);

        Rows().Where(row => !tests[row.Id].Order(StringComparer.Ordinal).SequenceEqual(Named().Matches(row.Stands).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal)))
            .Select(row => $"{row.Id}: {row.Stands} (tests that carry it: {string.Join(", ", tests[row.Id].Order(StringComparer.Ordinal))})").ShouldBeNone("name the tests on the page, or what the case waits for.");
    }

    [Fact]
    public void What_is_not_held_says_what_it_waits_for() =>
        Rows().Where(row => !Named().IsMatch(row.Stands) && !row.Stands.StartsWith("waits for ", StringComparison.Ordinal)).Select(row => row.Id).ShouldBeNone("say which door it waits for.");

    private static IEnumerable<(string Id, string Stands)> Rows() => Row().Matches(Page).Select(match => (match.Groups["id"].Value, match.Groups["stands"].Value.Trim()));

    [GeneratedRegex(@"^\| (?<id>[A-Z]\d+) \|[^|\n]*\|(?<stands>[^|\n]*)\|", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.None, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("""Trait\("Abuse", "(?<id>[A-Z]\d+)"\)""", RegexOptions.None, 1000)]
    private static partial Regex Carried();
}
