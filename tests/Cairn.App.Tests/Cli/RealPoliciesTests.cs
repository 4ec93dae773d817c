using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.App.Cli;

namespace Cairn.App.Tests.Cli;

/// <summary>Real policies at the command line, with learners that were audited elsewhere, and traps of double counting.</summary>
public sealed class RealPoliciesTests : IDisposable
{
    private readonly TempFolder _temp = new();

    [Theory]
    [InlineData("co-menu")]
    [InlineData("nh-306.27")]
    [InlineData("oh-2023")]
    [InlineData("sc-unit")]
    [InlineData("tce-ibplc")]
    [InlineData("vt-eqs-2120.8")]
    public void Every_learner_of_a_real_policy_is_audited_as_is_expected(string name)
    {
        var policy = TestData.Path("policies", name + ".json");
        var cases = File.ReadLines(TestData.Path("policies", "audit-cases.jsonl")).Where(line => JsonNode.Parse(line)!["policy"]!.GetValue<string>() == name).ToList();

        var ran = Installation.Run(string.Join('\n', cases), ["policy", "audit", "--policy", policy, "--cases", "-"]);

        (ran.Exit, ran.Err, ran.Lines.Length).ShouldBe((CommandLine.Done, "", 15));
        ran.Lines.Zip(cases).Where(one => !IsAsExpected(one.First, JsonNode.Parse(one.Second)!["expected"]!)).ShouldBeEmpty();
        Installation.Run("", ["policy", "check", policy]).Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void Every_trap_of_double_counting_misses_no_more_than_it_must()
    {
        var many = 0;
        foreach (var line in File.ReadLines(TestData.Path("policies", "pool-cases.jsonl")))
        {
            many++;
            var given = JsonNode.Parse(line)!;
            var least = given["min_remaining"]!.GetValue<decimal>();
            File.WriteAllText(_temp.Of("policy.json"), PolicyOf(given).ToJsonString());
            foreach (var one in given["achievements"]!.AsArray()) one!["type"] = "credit";

            var ran = Installation.Run(new JsonObject { ["achievements"] = given["achievements"]!.DeepClone() }.ToJsonString(), ["policy", "audit", "--policy", _temp.Of("policy.json"), "--cases", "-"]);

            (ran.Json.GetProperty("remaining").GetDecimal(), ran.Json.GetProperty("met").GetBoolean()).ShouldBe((least, least == 0), $"line {many}");
        }

        many.ShouldBe(30);
    }

    private static bool IsAsExpected(string answer, JsonNode expected)
    {
        var given = JsonDocument.Parse(answer).RootElement;
        var remaining = given.GetProperty("remaining");
        return given.GetProperty("met").GetBoolean() == expected["met"]!.GetValue<bool>()
            && (expected["remaining"] is { } number ? remaining.ValueKind == JsonValueKind.Number && remaining.GetDecimal() == number.GetValue<decimal>() : given.GetProperty("blocked").GetBoolean());
    }

    private static JsonObject PolicyOf(JsonNode given) => new()
    {
        ["split"] = given["split"]!.DeepClone(),
        ["root"] = new JsonObject { ["all"] = new JsonArray([.. given["requirements"]!.AsArray().Select(LeafOf)]) },
    };

    private static JsonObject LeafOf(JsonNode? one) => new()
    {
        ["id"] = one!["id"]!.DeepClone(), ["need"] = one["need"]!.DeepClone(), ["pool"] = "p",
        ["of"] = new JsonObject { ["any"] = new JsonArray([.. one["accept"]!.AsArray().Select(tag => new JsonObject { ["tags"] = new JsonArray(tag!.DeepClone()) })]) },
    };

    public void Dispose() => _temp.Dispose();
}
