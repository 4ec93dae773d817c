using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Cairn.App.Tests.Docs;

/// <summary>Every command in README and docs is run, page by page, in a folder of its own, as a reader would.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed partial class CommandsInDocsTests
{
    // Serving goes on until it is stopped: here until it has said where it is. README's demonstration has its 1,200 learners, others fewer.
    private const string Shim = """
        #!/bin/bash
        if [ "$1" = demo ] && [ -n "$FEWER" ] && [[ " $* " != *" --learners "* ]]; then set -- "$@" --learners 60; fi
        if [ "$1" = serve ] || [ "$1" = demo ] && [[ " $* " != *" --no-serve "* ]]; then
          "$CAIRN" "$@" --urls http://127.0.0.1:0 > served.txt & pid=$!
          until grep -q "Stop it with" served.txt; do kill -0 $pid || exit 1; sleep 0.1; done
          kill $pid; wait $pid
        else
          exec "$CAIRN" "$@"
        fi
        """;

    // On PostgreSQL the pages whose commands write many rows, copy them, or are about it.
    private static readonly string[] OnBoth = [.. ((string[])["use-postgres", "back-up-and-restore", "look-after-a-data-folder", "import-a-programme"]).Select(name => $"docs/how-to/{name}.md")];

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Append(Path.Combine(Root, "README.md")).Where(page => Blocks(page).Count > 0).Select(page => Path.GetRelativePath(Root, page)).Where(page => !Engines.IsPostgres || OnBoth.Contains(page, StringComparer.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Root { get; } = FindRoot();

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_of_a_page_does_what_it_says(string page)
    {
        var folder = Directory.CreateTempSubdirectory("cairn-docs").FullName;
        Directory.CreateSymbolicLink(Path.Combine(folder, "docs"), Path.Combine(Root, "docs"));
        await File.WriteAllTextAsync(Path.Combine(folder, "cairn"), Shim);
        File.SetUnixFileMode(Path.Combine(folder, "cairn"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var block in Blocks(Path.Combine(Root, page)))
        {
            var (code, said) = await Run(folder, block, page == "README.md");
            code.ShouldBe(0, $"{page}:\n{block}\n{said}");
        }

        Directory.Delete(Path.Combine(folder, "docs"));
        if (Engines.IsPostgres) TestServer.Drop(folder);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_readme_has_its_two_commands_and_both_can_be_run()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        foreach (var command in (string[])["cairn", "test"])
        {
            readme.ShouldContain($"./{command}");
            File.GetUnixFileMode(Path.Combine(Root, command)).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue(command);
        }
    }

    [Fact]
    public void Every_link_of_a_page_leads_somewhere()
    {
        foreach (var page in Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md")))
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
                Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link.Groups["to"].Value)).ShouldBeTrue($"{Path.GetRelativePath(Root, page)} links to {link.Groups["to"].Value}");
    }

    private static async Task<(int Code, string Said)> Run(string folder, string block, bool isWhole)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var arg in (string[])["-e", "-o", "pipefail", "-c", block]) start.ArgumentList.Add(arg);
        start.Environment["CAIRN"] = Path.Combine(AppContext.BaseDirectory, "cairn");
        start.Environment["FEWER"] = isWhole ? "" : "yes";
        start.Environment.Remove("CAIRN_DATA");
        using var bash = Process.Start(start)!;
        var said = await Task.WhenAll(bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.WaitForExitAsync();
        return (bash.ExitCode, string.Join('\n', said));
    }

    /// <summary>The blocks that run the program. "./test" runs this very test and is left to CI.</summary>
    private static List<string> Blocks(string page) =>
        [.. Block().Matches(File.ReadAllText(page)).Select(block => block.Groups["block"].Value).Where(block => block.Contains("./cairn", StringComparison.Ordinal))];

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Cairn.slnx"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("The project's root is not above the tests.");
        return at;
    }

    [GeneratedRegex(@"```sh\n(?<block>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?!https?:)(?<to>[^)#]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
