using System.Text.Json;
using Cairn.App.Cli;

namespace Cairn.App.Tests.Cli;

public sealed class PolicyAuditVerbTests : IDisposable
{
    private const string Two = """{"root": {"need": 2, "of": {"type": "credit"}}}""";
    private const string Some = """{"achievements": [{"type": "credit", "units": 0.75}]}""";
    private const string Answer = """{"met":false,"remaining":1.25}""";

    private readonly TempFolder _temp = new();

    [Fact]
    public void Each_case_that_is_piped_in_is_answered_by_a_line_in_its_order()
    {
        var ran = Audit(Two, $$"""{{Some}}{{'\n'}}{"policy": "other", "expected": {}, "achievements": [{"type": "credit", "units": 3}]}{{'\n'}}{}{{'\n'}}""");

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Out.ShouldBe($$"""{{Answer}}{{'\n'}}{"met":true,"remaining":0}{{'\n'}}{"met":false,"remaining":2}{{'\n'}}""");
        ran.Err.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n \r\n\t\n", 0)]
    [InlineData("CASE", 1)]
    [InlineData("CASE\r\n\r\nCASE", 2)]
    [InlineData("\uFEFFCASE\r\n", 1)]
    [InlineData("\n\nCASE\n\n", 1)]
    public void A_file_may_have_a_mark_any_line_end_empty_lines_and_none_at_the_end(string text, int answers)
    {
        var file = Write("cases.jsonl", text.Replace("CASE", Some, StringComparison.Ordinal));

        var ran = Installation.Run("", ["policy", "audit", "--policy", Write("policy.json", "\uFEFF" + Two.Replace(" ", "\r\n", StringComparison.Ordinal)), "--cases", file]);

        (ran.Exit, ran.Err).ShouldBe((CommandLine.Done, ""));
        ran.Lines.ShouldBe(Enumerable.Repeat(Answer, answers));
    }

    [Fact]
    public void Where_no_branch_is_open_it_says_blocked() =>
        Audit("""{"root": {"all": [{"not": {"attest": "withdrawn"}}]}}""", """{"achievements": [{"type": "attestation", "key": "withdrawn"}]}""").Out.ShouldBe("""{"met":false,"remaining":null,"blocked":true}""" + "\n");

    [Fact]
    public void With_explain_it_says_what_is_used_what_is_not_and_what_is_missing()
    {
        var ran = Audit(Two, """{"achievements": [{"id": "a", "type": "credit"}, {"id": "b", "type": "badge"}]}""", "--explain");

        ran.Json.GetProperty("findings")[0].GetProperty("used")[0].GetProperty("achievement").GetString().ShouldBe("a");
        ran.Json.GetProperty("unused")[0].GetProperty("reason").GetString().ShouldBe("no-leaf-accepts");
        ran.Json.GetProperty("gaps")[0].GetProperty("short")[0].GetProperty("units").GetDecimal().ShouldBe(1);
    }

    [Fact]
    public void A_broken_line_is_answered_by_an_error_that_names_it_the_others_are_audited_and_the_exit_code_tells()
    {
        var ran = Audit(Two, $$"""{{Some}}{{'\n'}}rubbish{{'\n'}}{{'\n'}}{"achievements": [{}, {"units": -1}]}{{'\n'}}{{Some}}{{'\n'}}""");

        ran.Exit.ShouldBe(CommandLine.Refused);
        ran.Lines.Length.ShouldBe(4);
        (ran.Lines[0], ran.Lines[3]).ShouldBe((Answer, Answer));
        ran.Lines[1].ShouldBe("""{"line":2,"error":"malformed JSON at character 1"}""");
        JsonDocument.Parse(ran.Lines[2]).RootElement.GetProperty("line").GetInt32().ShouldBe(4);
        ran.Err.ShouldContain("-, line 4: achievements[1].units: must be a number from 0 to 1000000, not -1");
        ran.Err.ShouldContain("2 cases were not audited");
    }

    [Fact]
    public void A_cohort_is_answered_in_its_order_whichever_core_was_done_first()
    {
        // Of every hundred one is no case, and the first of them have much more to look at than the last.
        var file = Write("cohort.jsonl", string.Concat(Enumerable.Range(0, 1_000).Select(i => i % 100 == 7
            ? "no case\n"
            : $$"""{"achievements": [{{string.Join(',', Enumerable.Repeat("""{"type": "credit", "units": 0.001}""", (1_000 - i) / 5))}}]}{{'\n'}}""")));

        var ran = Installation.Run("", ["policy", "audit", "--policy", Write("policy.json", Two), "--cases", file]);

        ran.Exit.ShouldBe(CommandLine.Refused);
        ran.Lines.Length.ShouldBe(1_000);
        ran.Lines.Index().Count(one => JsonDocument.Parse(one.Item).RootElement is var answer && (one.Index % 100 == 7
            ? answer.GetProperty("line").GetInt32() != one.Index + 1
            : answer.GetProperty("remaining").GetDecimal() != 2 - ((1_000 - one.Index) / 5 * 0.001m))).ShouldBe(0);
        ran.Err.IndexOf("line 8:", StringComparison.Ordinal).ShouldBeInRange(0, ran.Err.IndexOf("line 908:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_is_longer_than_any_case_is_refused_and_the_next_is_audited()
    {
        var ran = Audit(Two, $"{{\"a\": \"{new string('x', PolicyAuditVerb.LongestCase)}\"}}\n{Some}");

        ran.Exit.ShouldBe(CommandLine.Refused);
        ran.Lines.ShouldBe(["""{"line":1,"error":"has more than 4,000,000 characters"}""", Answer]);
    }

    [Fact]
    public void A_line_of_a_megabyte_is_audited()
    {
        var many = string.Join(',', Enumerable.Range(0, 4_000).Select(i => $$"""{"id": "a{{i}}", "type": "credit", "units": 0.25, "subject": "s{{i % 9}}", "name": "{{new string('n', 250)}}"}"""));

        var ran = Audit("""{"split": true, "root": {"all": [{"need": 900, "of": {"subject": "s1"}, "pool": "p"}, {"need": 1000, "of": {}, "pool": "p"}]}}""", $$"""{"achievements": [{{many}}]}""");

        many.Length.ShouldBeGreaterThan(1_000_000);
        ran.Out.ShouldBe("""{"met":false,"remaining":900}""" + "\n");
    }

    [Fact]
    public void Errors_beyond_fifty_are_counted_and_not_each_told_twice()
    {
        var ran = Audit(Two, string.Join('\n', Enumerable.Repeat("rubbish", 80)));

        ran.Lines.Length.ShouldBe(80);
        ran.Err.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(51);
        ran.Err.ShouldContain("80 cases were not audited");
    }

    [Fact]
    public void A_policy_that_is_wrong_is_refused_before_any_case_with_the_line_and_the_place_of_every_fault()
    {
        var ran = Audit("{\"root\": {\"all\": [\n  {\"need\": -1, \"of\": {}},\n  {\"nothing\": 1}\n]}}", Some);

        ran.ShouldBeRefused("policy.json, line 2, root/all/0/need: must be a number from 0 to 1000000", "policy.json, line 3, root/all/1: a node has one of", "2 things in it are wrong");
        ran.Out.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_policy_says_that_has_no_meaning_is_told_and_the_cases_are_audited()
    {
        var ran = Audit("""{"root": {"need": 2, "of": {"type": "credit"}, "colour": "red"}}""", Some);

        (ran.Exit, ran.Out).ShouldBe((CommandLine.Done, Answer + "\n"));
        ran.Err.ShouldContain("line 1, root/colour: has no meaning here and is kept");
    }

    [Fact]
    public void What_is_not_there_or_not_text_is_refused()
    {
        var policy = Write("policy.json", Two);
        Installation.Run("", ["policy", "audit", "--policy", _temp.Of("nowhere.json"), "--cases", "-"]).ShouldBeRefused("nowhere.json");
        Installation.Run("", ["policy", "audit", "--policy", policy, "--cases", _temp.Of("nowhere.jsonl")]).ShouldBeRefused("nowhere.jsonl");
        File.WriteAllBytes(policy, [0x7b, 0xff, 0xfe, 0x7d]);
        Installation.Run(Some, ["policy", "audit", "--policy", policy, "--cases", "-"]).ShouldBeRefused("UTF-8");
        Installation.Run(Some, ["policy", "audit", "--policy", Write("empty.json", ""), "--cases", "-"]).ShouldBeRefused("line 1", "malformed");
    }

    [Fact]
    public void Both_from_standard_input_is_wrong_usage() =>
        Installation.Run("", ["policy", "audit", "--policy", "-", "--cases", "-"]).Exit.ShouldBe(CommandLine.WrongUsage);

    [Fact]
    public void It_needs_no_data_folder_and_makes_none()
    {
        Audit(Two, Some).Exit.ShouldBe(CommandLine.Done);
        Audit(Two, Some, "--data", _temp.Of("data")).Exit.ShouldBe(CommandLine.WrongUsage);
        Directory.Exists(_temp.Of("data")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_case_is_answered_before_the_next_is_read()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var seen = new List<int>();
        using var input = new Dripping(20, () => seen.Add(output.ToString().Count(letter => letter == '\n')));

        (await CommandLine.Run(["policy", "audit", "--policy", Write("policy.json", Two), "--cases", "-"], new Terminal(input, output, error, false))).ShouldBe(CommandLine.Done);

        seen.ShouldBe(Enumerable.Range(0, 21));
    }

    private Ran Audit(string policy, string cases, params string[] more) => Installation.Run(cases, ["policy", "audit", "--policy", Write("policy.json", policy), "--cases", "-", .. more]);

    private string Write(string name, string text)
    {
        var file = _temp.Of(name);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => _temp.Dispose();

    // Gives a line each time it is asked.
    private sealed class Dripping(int lines, Action asked) : TextReader
    {
        private int _given;

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            asked();
            if (_given++ == lines) return new(0);
            (Some + "\n").CopyTo(buffer.Span);
            return new(Some.Length + 1);
        }
    }
}
