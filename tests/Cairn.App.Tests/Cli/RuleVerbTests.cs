using System.Text.Json;
using Cairn.App.Cli;

namespace Cairn.App.Tests.Cli;

public sealed class RuleVerbTests : IDisposable
{
    private const string Good = """{"rule": "weighted-recent", "parameters": {"weight": 65, "decimals": 2}, "scores": [1, 2, null, 4]}""";

    private readonly TempFolder _temp = new();

    [Theory]
    [InlineData("rule eval")]
    [InlineData("rule eval -")]
    [InlineData("rule eval --json")]
    public void Lines_that_are_piped_in_are_answered_one_by_one(string line)
    {
        var ran = Installation.Run(Good + "\n" + """{"rule":"mean","scores":[]}""" + "\n", line.Split(' '));

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Lines[0].ShouldBe("""{"value":3.13,"counted":[0,1,3],"dropped":[{"index":2,"why":"it carries no level"}]}""");
        ran.Lines[1].ShouldBe("""{"value":null,"reason":"no evidence yet"}""");
        ran.Err.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_of_lines_is_answered_too_with_a_byte_order_mark_and_any_line_end()
    {
        var file = _temp.Of("questions.jsonl");
        File.WriteAllText(file, "\uFEFF" + Good + "\r\n" + Good);

        var ran = Installation.Run("", ["rule", "eval", file]);

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Lines.Length.ShouldBe(2);
    }

    [Fact]
    public void A_bad_line_is_answered_with_its_error_the_rest_goes_on_and_the_exit_code_tells()
    {
        var ran = Installation.Run($"{Good}\nrubbish\n\n{{\"rule\":\"guess\"}}\n{Good}", ["rule", "eval"]);

        ran.Exit.ShouldBe(CommandLine.Refused);
        ran.Lines.Length.ShouldBe(5);
        ran.Lines.Select(line => JsonDocument.Parse(line).RootElement.TryGetProperty("error", out _)).ShouldBe([false, true, true, true, false]);
    }

    [Fact]
    public void Every_reason_has_words()
    {
        string[] lines =
        [
            """{"rule":"times-shown","parameters":{"times":3,"threshold":3},"scores":[3,1,2]}""", """{"rule":"power-law","scores":[1,0,2]}""",
            """{"rule":"mean","parameters":{"minimum":2},"scores":[1]}""", """{"rule":"weighted-by-evidence","scores":[1],"weights":[0]}""",
            """{"rule":"highest","scores":[1,2]}""", """{"rule":"most-recent","scores":[1,2]}""", """{"rule":"best-fit","scores":[1,2,4]}""",
        ];

        var ran = Installation.Run(string.Join('\n', lines), ["rule", "eval"]);

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Lines[0].ShouldContain("1 time of 3");
        ran.Lines[1].ShouldContain("undefined for a zero");
        ran.Lines[2].ShouldContain("1 piece of 2");
        ran.Lines[3].ShouldContain("all weights are zero");
        ran.Lines[6].ShouldContain("\"chosen\":");
    }

    [Fact]
    public void Nothing_in_is_nothing_out()
    {
        var ran = Installation.Run("", ["rule", "eval"]);

        (ran.Exit, ran.Out, ran.Err).ShouldBe((CommandLine.Done, "", ""));
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Installation.Run("", ["rule", "eval", _temp.Of("nowhere.jsonl")]).ShouldBeRefused("nowhere.jsonl");

    [Fact]
    public void It_needs_no_data_folder_and_makes_none()
    {
        var before = Directory.Exists("data");

        Installation.Run(Good, ["rule", "eval"]).Exit.ShouldBe(CommandLine.Done);
        Installation.Run(Good, ["rule", "eval", "--data", _temp.Of("data")]).Exit.ShouldBe(CommandLine.WrongUsage);

        Directory.Exists("data").ShouldBe(before);
        Directory.Exists(_temp.Of("data")).ShouldBeFalse();
    }

    public void Dispose() => _temp.Dispose();
}
