using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Cairn.House.Tests;

/// <summary>The build itself refuses words that are not whole: this runs it on words that are planted.</summary>
public sealed class WordsAreWhole : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cairn-words-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_build_names_the_file_the_key_and_the_language_of_every_fault()
    {
        Plant("en", """
            {
              "a.lacking": "Here {count, plural, one {# box} other {# boxes}}",
              "b.values": "Hello {name}, {self, select, yes {you} other {they}}",
              "cli.help": "The command line speaks English {verb}",
              "d.whole": "{a} of {b, plural, =0 {none} other {# {term:learners}}}, '{not}' a value"
            }
            """);
        Plant("es", """
            {
              "b.values": "Hola {nombre}, {self, select, yes {usted} other {ellos}}",
              "c.own": "Nadie lo pide",
              "cli.help": "La línea {verb}",
              "d.whole": "{b, plural, =0 {nada} other {# {term:learner}}} de {a}, '{no}'"
            }
            """);
        var (code, said) = await Build("Build");
        code.ShouldNotBe(0, said);
        said.ShouldContain("es.json : Words error WORDS2: es lacks \"a.lacking\"");
        said.ShouldContain("es.json(2): Words error WORDS3: es: \"b.values\" asks for {nombre, self}, and in en.json for {name, self}.");
        said.ShouldContain("es.json(3): Words error WORDS4: es has \"c.own\"");
        said.ShouldContain("es.json(4): Words error WORDS4: es has \"cli.help\", which stands in en.json alone.");
        said.ShouldNotContain("d.whole");
    }

    [Fact]
    public async Task Words_that_are_whole_are_let_through()
    {
        Plant("en", """
            {
              "a.b": "One {what, select, parts {part} other {{term:piece}}}",
              "cli.help": "Help"
            }
            """);
        Plant("es", """
            {
              "a.b": "Un {what, select, parts {parte} other {{term:piece}}}"
            }
            """);
        var (code, said) = await Build("CheckWords");
        code.ShouldBe(0, said);
        File.Exists(Path.Combine(_folder, "checked")).ShouldBeTrue("a good check is remembered, so that the next build is not slowed.");
    }

    [Fact]
    public async Task A_language_of_families_must_say_all_that_families_read_and_may_leave_the_rest_in_English()
    {
        Plant("en", "{\n  \"family.a\": \"Hello\",\n  \"family.b\": \"Bye {name}\",\n  \"workshop.c\": \"Draft\",\n  \"workshop.d\": \"{count} drafts\"\n}\n");
        Plant("vi", "{\n  \"family.b\": \"Chào\",\n  \"workshop.d\": \"{n} nháp\"\n}\n");
        var (code, said) = await Build("CheckWords");
        code.ShouldNotBe(0, said);
        said.ShouldContain("vi.json : Words error WORDS2: vi lacks \"family.a\"");
        said.ShouldContain("WORDS3: vi: \"family.b\"");
        said.ShouldContain("WORDS3: vi: \"workshop.d\"");
        said.ShouldNotContain("workshop.c");
    }

    [Fact]
    public async Task What_is_said_to_who_works_here_may_stay_in_English_within_what_families_read()
    {
        Plant("en", "{\n  \"credit.agreement.change\": \"Change it\",\n  \"credit.agreement.changed\": \"It changed\",\n  \"credit.title\": \"Credits\"\n}\n");
        Plant("vi", "{\n}\n");
        var (code, said) = await Build("CheckWords");
        code.ShouldNotBe(0, said);
        said.ShouldContain("vi lacks \"credit.title\"");
        said.ShouldContain("vi lacks \"credit.agreement.changed\"");
        said.ShouldNotContain("vi lacks \"credit.agreement.change\"");
    }

    [Fact]
    public async Task What_is_no_message_on_a_line_is_named_by_its_line()
    {
        Plant("en", "{\n  \"a\": \"b\"\n}\n");
        Plant("es", "{\n  \"a\":\n    \"b\"\n}\n");
        var (code, said) = await Build("CheckWords");
        code.ShouldNotBe(0, said);
        said.ShouldContain("es.json(2): Words error WORDS1");
        File.Exists(Path.Combine(_folder, "checked")).ShouldBeFalse();
    }

    private void Plant(string language, string json) => File.WriteAllText(Path.Combine(_folder, $"{language}.json"), json);

    private async Task<(int Code, string Said)> Build(string target)
    {
        // The SDK that runs these tests, wherever it stands.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var start = new ProcessStartInfo(dotnet)
        {
            WorkingDirectory = Tree.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            ArgumentList =
            {
                "msbuild", "src/Cairn.App/Cairn.App.csproj", $"-t:{target}", "-nologo", "-v:q", "-nodeReuse:false", "-p:Configuration=Release",
                $"-p:WordsFolder={_folder}", $"-p:WordsChecked={Path.Combine(_folder, "checked")}",
            },
        };
        // A build inside a test must not take the test's own settings for its own.
        foreach (var name in start.Environment.Keys.Where(one => one.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
