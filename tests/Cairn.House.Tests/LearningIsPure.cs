using System.Xml.Linq;

namespace Cairn.House.Tests;

/// <summary>Facts and rule in, conclusion out: Learning has no clock, no input or output, no formats and no chance.</summary>
public sealed class LearningIsPure
{
    private static readonly string[] Spaces = ["System.IO", "System.Net", "System.Threading", "System.Text.Json", "System.Xml", "System.Data", "Microsoft"];

    private static readonly string[] Names =
    [
        "System.TimeProvider", "System.Random", "System.Console", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
        "System.TimeZoneInfo",
    ];

    private static readonly string[] Members =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now",
        "System.DateTimeOffset::get_UtcNow", "System.Guid::NewGuid", "System.Guid::CreateVersion7",
    ];

    [Fact]
    public void Learning_does_no_input_or_output_and_speaks_no_format() => (
        from use in Code.Learning.Uses
        where Spaces.Any(space => use.Space == space || use.Space.StartsWith(space + ".", StringComparison.Ordinal)) || Names.Contains(use.Used.FullName, StringComparer.Ordinal)
        select $"{Tree.FileOf(use.User.FullName)} uses {use.Used.FullName}")
        .ShouldBeNone("read, write and wait in Storage, Interop or App, and hand Learning the values.");

    [Fact]
    public void Learning_looks_at_no_clock_and_makes_no_id() => (
        from call in Code.Learning.Calls
        let name = $"{call.Called.DeclaringType.FullName}::{call.Called.Name}"
        // An iterator asks which thread it is on: the compiler writes that, and nobody sees the answer.
        where Members.Contains(name, StringComparer.Ordinal) || (name.StartsWith("System.Environment::", StringComparison.Ordinal) && !name.EndsWith("ManagedThreadId", StringComparison.Ordinal))
        select $"{Tree.FileOf(call.User.FullName)} calls {name}")
        .ShouldBeNone("pass the moment or the id in: only App reads a clock.");

    [Fact]
    public void Learning_is_synchronous() => (
        from type in Code.Learning.Module.GetTypes()
        from method in type.Methods
        where Code.HasMark(method, "AsyncStateMachineAttribute")
        select $"{Tree.FileOf(type.FullName)}: {method.Name} is async")
        .ShouldBeNone("a rule is a pure function; await before you call it.");

    [Fact]
    public void The_compiler_refuses_clocks_files_and_chance_in_Learning()
    {
        var project = XDocument.Parse(Tree.Find("src/Cairn.Learning/Cairn.Learning.csproj").Text);
        project.Descendants("PackageReference").Select(one => one.Attribute("Include")!.Value).ShouldContain("Microsoft.CodeAnalysis.BannedApiAnalyzers",
            "src/Cairn.Learning/Cairn.Learning.csproj: reference the analyzer that reads BannedSymbols.txt.");
        project.Descendants("AdditionalFiles").Select(one => one.Attribute("Include")!.Value).ShouldContain("BannedSymbols.txt",
            "src/Cairn.Learning/Cairn.Learning.csproj: hand BannedSymbols.txt to the analyzer as an AdditionalFiles item.");
        var banned = Tree.Find("src/Cairn.Learning/BannedSymbols.txt").Text;
        string[] wanted =
        [
            "P:System.DateTime.Now;", "P:System.DateTime.UtcNow;", "P:System.DateTime.Today;", "P:System.DateTimeOffset.Now;", "P:System.DateTimeOffset.UtcNow;",
            "T:System.TimeProvider;", "T:System.Random;", "N:System.IO;", "N:System.Net;", "N:System.Threading.Tasks;", "N:System.Text.Json;", "M:System.Guid.NewGuid;",
        ];
        wanted.Where(one => !banned.Contains(one, StringComparison.Ordinal)).Select(one => $"src/Cairn.Learning/BannedSymbols.txt lacks {one}")
            .ShouldBeNone("add the line, with what to do instead.");
    }
}
