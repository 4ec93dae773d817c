using System.Text.RegularExpressions;

namespace Cairn.House.Tests;

/// <summary>Nothing unfinished, nothing hidden, and nothing of the machine it was written on.</summary>
public sealed class Leftovers
{
    // Written in two parts, so that this file does not find itself.
    private static readonly (string Pattern, string Mend)[] Unfinished =
    [
        ("NotImplemented" + "Exception", "write the code, or leave the member out"),
        (@"\bTO" + @"DO\b", "do it now, or file an issue"),
        (@"\bFIX" + @"ME\b", "do it now, or file an issue"),
        (@"\bSkip\s" + @"*=\s*[""@$]", "mend the test or take it out; a test that waits hides a failure"),
        (@"Assert\.True\(\s*" + @"true\s*[,)]", "assert what the test is named for"),
        (@"Thread\.Sle" + @"ep\(", "wait for what happens, never for time"),
    ];

    private static readonly (string Pattern, string Mend)[] OfTheMachine =
    [
        (@"(?<![\w.$}/~""+-])/" + @"(work|root|tmp)/\w", "find the path when running"),
        (@"(?<![\w.$}/~+-])/" + @"(home|Users)/[a-z]+/", "find the path when running"),
        (@"\b[A-Z]:\\" + @"(Users|work|temp)", "find the path when running"),
        (@"\b(api|www|registry)\.(nu" + @"get|npm)\w*\.\w+", "name packages, never the host that serves them"),
        (@"\bpypi\." + @"org|crates\." + @"io|deb\.debian\." + @"org", "name packages, never the host that serves them"),
    ];

    private static readonly string[] Coded = [".cs", ".razor", ".js", ".mjs", ".css", ".csproj", ".props", ".targets", ".sh", ".md", ".yml"];

    [Fact]
    public void Nothing_is_left_unfinished() => Found(Tree.Files.Where(IsCoded), Unfinished).ShouldBeNone("see each line.");

    [Fact]
    public void Nothing_tells_of_the_machine_it_was_written_on() =>
        Found(Tree.Files.Where(file => file.Name != "packages.lock.json" && !file.Name.EndsWith(".svg", StringComparison.Ordinal)), OfTheMachine).ShouldBeNone("see each line.");

    private static bool IsCoded(TreeFile file) => !file.Name.Contains('.', StringComparison.Ordinal) || Coded.Contains(Path.GetExtension(file.Name), StringComparer.Ordinal);

    private static IEnumerable<string> Found(IEnumerable<TreeFile> files, (string Pattern, string Mend)[] patterns) =>
        from pattern in patterns
        let regex = new Regex(pattern.Pattern, RegexOptions.None, TimeSpan.FromSeconds(5))
        from file in files
        from line in file.Text.Split('\n').Select((text, i) => (Text: text, Number: i + 1))
        where regex.IsMatch(line.Text)
        select $"{file.Path}, line {line.Number}: {line.Text.Trim()} ({pattern.Mend})";
}
