using Cairn.App.Cli;

namespace Cairn.App.Tests.Cli;

public sealed class PolicyVerbTests : IDisposable
{
    private readonly TempFolder _temp = new();

    [Fact]
    public void A_good_policy_is_valid_with_its_hash_and_the_facts_that_it_asks_for()
    {
        var ran = Check("""{"id": "p", "root": {"need": {"fact": "credits"}, "of": {"type": "credit"}}}""");

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Out.ShouldContain("It asks for these facts: credits.");
        ran.Out.ShouldMatch("is valid, with no mistake that can be seen. SHA-256: [0-9a-f]{64}");
        ran.Err.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_odd_is_told_and_it_is_valid_all_the_same()
    {
        var ran = Check("""{"root": {"all": [{"atLeast": 3, "of": [{"attest": "a"}, {"attest": "b"}]}, {"need": 1, "of": {"tpye": "credit"}, "pool": "alone"}]}, "colour": "red"}""");

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Out.ShouldContain("line 1, colour: has no meaning here and is kept");
        ran.Out.ShouldContain("Probably a mistake: root/all/0: can never be met");
        ran.Out.ShouldContain("To know: root/all/1: is alone in the pool alone");
        ran.Out.ShouldContain("likely mistakes");
    }

    [Fact]
    public void What_would_steer_a_terminal_is_shown_as_its_number()
    {
        var ran = Check("""{"root": {"attest": "a"}, "col\u001b[2Jour\u202e": "red"}""");
        ran.Out.ShouldContain("col\\u001B[2Jour\\u202E: has no meaning here");
        Diff("""{"root": {"label": "a", "attest": "a"}}""", """{"root": {"label": "\u001b[2J", "attest": "a"}}""").Out.ShouldBe("root: was called a and is called \\u001B[2J\n");
    }

    [Fact]
    public void What_is_wrong_is_refused_with_its_line_and_place_and_nothing_is_answered()
    {
        var ran = Check("{\"root\":\n {\"all\": [\n {\"score\": \"mean\", \"of\": [], \"need\": 1}]}}");

        ran.ShouldBeRefused("line 3, root/all/0/score: is sum, max or min", "1 thing in it is wrong");
        ran.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{", "malformed JSON")]
    [InlineData("[]", "a policy is a JSON object")]
    [InlineData("{}", "root: is missing")]
    [InlineData("{\"root\": {\"all\": []}, \"root\": {\"all\": []}}", "a name stands twice")]
    [InlineData("{\"root\": {\"use\": \"a\"}, \"defs\": {\"a\": {\"all\": [{\"use\": \"a\"}]}}}", "uses itself")]
    [InlineData("{\"root\": {\"need\": NaN, \"of\": {}}}", "malformed JSON")]
    [InlineData("{\"root\": {\"need\": 1e400, \"of\": {}}}", "root/need: must be a number")]
    public void It_says_what_is_wrong(string policy, string words) => Check(policy).ShouldBeRefused(words);

    [Fact]
    public void Its_json_tells_a_program_all_of_it()
    {
        var good = Check("""{"id": "p", "version": "2", "root": {"all": [{"any": []}, {"need": {"fact": "n"}, "of": {}}]}}""", "--json");
        (good.Exit, good.Json.GetProperty("valid").GetBoolean(), good.Json.GetProperty("version").GetString()).ShouldBe((CommandLine.Done, true, "2"));
        good.Json.GetProperty("findings")[0].GetProperty("kind").GetString().ShouldBe("neverMet");
        good.Json.GetProperty("facts")[0].GetProperty("needed").GetBoolean().ShouldBeTrue();

        var bad = Check("""{"root": {"any": 1}}""", "--json");
        (bad.Exit, bad.Json.GetProperty("valid").GetBoolean()).ShouldBe((CommandLine.Refused, false));
        bad.Json.GetProperty("faults")[0].GetProperty("path").GetString().ShouldBe("root/any");
        bad.Err.ShouldContain("root/any");
    }

    [Fact]
    public void Two_policies_are_compared_in_words()
    {
        var ran = Diff("""{"root": {"all": [{"id": "arts", "need": 1, "of": {"subject": "arts"}}, {"attest": "plan"}]}}""", """{"root": {"all": [{"id": "arts", "need": 1.5, "of": {"subject": "arts"}}]}}""");

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Lines.ShouldContain("arts (root/all/0): asked 1 and asks 1.5 (asks more)");
        ran.Lines.ShouldContain("root/all/1: is gone (asks less)");
    }

    [Fact]
    public void The_same_policy_asks_the_same_and_json_has_no_change()
    {
        const string One = """{"root": {"need": 1, "of": {}}}""";
        Diff(One, """{ "root" : { "of" : {}, "need" : 1.0 } }""").Out.ShouldBe("Both ask the same.\n");
        Diff(One, One, "--json").Json.GetProperty("changes").GetArrayLength().ShouldBe(0);
        var change = Diff(One, """{"root": {"need": 0.5, "of": {}}}""", "--json").Json.GetProperty("changes")[0];
        (change.GetProperty("kind").GetString(), change.GetProperty("strictness").GetString()).ShouldBe(("amount", "milder"));
    }

    [Fact]
    public void A_comparison_with_what_is_no_policy_is_refused_and_names_the_file()
    {
        Diff("""{"root": {"all": []}}""", "{}").ShouldBeRefused("after.json");
        Installation.Run("", ["policy", "diff", "-", "-"]).Exit.ShouldBe(CommandLine.WrongUsage);
        Installation.Run("", ["policy", "check", _temp.Of("nowhere.json")]).ShouldBeRefused("nowhere.json");
    }

    [Fact]
    public void One_may_be_piped_in() => Installation.Run("""{"root": {"all": []}}""", ["policy", "check", "-"]).Exit.ShouldBe(CommandLine.Done);

    private Ran Check(string policy, params string[] more) => Installation.Run("", ["policy", "check", Write("policy.json", policy), .. more]);

    private Ran Diff(string before, string after, params string[] more) => Installation.Run("", ["policy", "diff", Write("before.json", before), Write("after.json", after), .. more]);

    private string Write(string name, string text)
    {
        File.WriteAllText(_temp.Of(name), text);
        return _temp.Of(name);
    }

    public void Dispose() => _temp.Dispose();
}
