using System.Text.Json.Nodes;
using Cairn.Interop.Policies;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Tests.Policies;

/// <summary>Real policies with learners that were audited elsewhere, and traps of double counting.</summary>
public sealed class RealCasesTests
{
    [Theory]
    [InlineData("co-menu")]
    [InlineData("nh-306.27")]
    [InlineData("oh-2023")]
    [InlineData("sc-unit")]
    [InlineData("tce-ibplc")]
    [InlineData("vt-eqs-2120.8")]
    public void A_real_policy_is_read_without_a_fault_or_a_warning_but_its_own(string name)
    {
        var read = PolicyText.Read(File.ReadAllText(TestData.Path("policies", name + ".json")));

        read.Faults.ShouldBeEmpty();
        read.Warnings.ShouldBeEmpty();
        read.Policy!.Id.ShouldBe(name);
    }

    [Fact]
    public void Every_learner_is_audited_as_is_expected()
    {
        var wrong = new List<string>();
        var many = 0;
        foreach (var (number, line) in File.ReadLines(TestData.Path("policies", "audit-cases.jsonl")).Index())
        {
            many++;
            var given = JsonNode.Parse(line)!;
            var policy = Policy(given["policy"]!.GetValue<string>());
            if (Wrong(policy, line, given["expected"]!) is { } answer) wrong.Add($"line {number + 1}, {policy.Id}: {answer}, expected {given["expected"]!.ToJsonString()}");
        }

        many.ShouldBe(90);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_trap_of_double_counting_misses_what_is_expected_and_first_fit_would_miss_more()
    {
        var wrong = new List<string>();
        var (many, traps) = (0, 0);
        foreach (var (number, line) in File.ReadLines(TestData.Path("policies", "pool-cases.jsonl")).Index())
        {
            many++;
            var given = JsonNode.Parse(line)!;
            var expected = new JsonObject { ["remaining"] = given["min_remaining"]!.DeepClone() };
            if (given["first_fit_remaining"]!.GetValue<decimal>() > given["min_remaining"]!.GetValue<decimal>()) traps++;
            if (Wrong(PolicyOf(given), Learner(given), expected) is { } answer) wrong.Add($"line {number + 1}: {answer}, expected {expected.ToJsonString()}");
        }

        many.ShouldBe(30);
        traps.ShouldBeGreaterThan(10);
        wrong.ShouldBeEmpty();
    }

    private static string? Wrong(Policy policy, string line, JsonNode expected)
    {
        var answer = PolicyLine.Answer(policy, line, explain: false);
        var given = JsonNode.Parse(answer.Line)!;
        var isRight = answer.IsAnswer && given["remaining"]?.GetValue<decimal>() == expected["remaining"]?.GetValue<decimal>()
            && given["met"]!.GetValue<bool>() == (expected["met"]?.GetValue<bool>() ?? (expected["remaining"]!.GetValue<decimal>() == 0));
        return isRight ? null : answer.Line;
    }

    private static Policy Policy(string name) => PolicyText.Read(File.ReadAllText(TestData.Path("policies", name + ".json"))).Policy!;

    private static Policy PolicyOf(JsonNode given) => PolicyText.Read(new JsonObject
    {
        ["split"] = given["split"]!.DeepClone(),
        ["root"] = new JsonObject { ["all"] = new JsonArray([.. given["requirements"]!.AsArray().Select(Leaf)]) },
    }.ToJsonString()).Policy!;

    private static JsonObject Leaf(JsonNode? given) => new()
    {
        ["id"] = given!["id"]!.DeepClone(),
        ["need"] = given["need"]!.DeepClone(),
        ["of"] = new JsonObject { ["any"] = new JsonArray([.. given["accept"]!.AsArray().Select(tag => new JsonObject { ["tags"] = new JsonArray(tag!.DeepClone()) })]) },
        ["pool"] = "p",
    };

    private static string Learner(JsonNode given)
    {
        foreach (var one in given["achievements"]!.AsArray()) one!["type"] = "credit";
        return new JsonObject { ["achievements"] = given["achievements"]!.DeepClone() }.ToJsonString();
    }
}
