using System.Text.Json.Nodes;
using Cairn.Interop.Policies;
using CsCheck;

namespace Cairn.Interop.Tests.Policies;

/// <summary>Whatever a text says, it is read or refused with a place: nothing is thrown, and what was read can be asked.</summary>
public sealed class PolicyFuzzTests
{
    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ":", ",", "\"all\"", "\"any\"", "\"not\"", "\"need\"", "\"of\"", "\"where\"", "\"max\"", "\"use\"", "\"each\"", "\"as\"", "\"fact\"", "\"if\"", "\"score\"",
        "null", "true", "1e999", "-0", "99999999999999999999999999", "0.00001", "\"\"", "\"$k\"", "\"\\ud800\"", "\"\\u0000\"", "\uD83D\uDE00", "\n", "/*", "{\"use\":\"a\"}", "{}", "[[]]",
    ];

    private const string Case = """{"facts": {"classOf": 2030, "electives": 2}, "achievements": [{"id": "a", "type": "credit", "subject": "science", "units": 2.5, "tags": ["lab"]}, {"id": "b", "exam": "sat", "score": 1200, "date": "2025-01-01"}], "pins": [{"achievement": "a", "leaf": "science"}]}""";

    private static readonly Gen<string> Broken = Gen.Select(Gen.Int[0, 5000], Gen.Int[0, 40], Gen.OneOfConst(Tokens)).Array[1, 4].Select(changes =>
    {
        var text = Texts.Diploma;
        foreach (var (at, cut, put) in changes)
        {
            var from = at % text.Length;
            text = string.Concat(text.AsSpan(0, from), put, text.AsSpan(Math.Min(text.Length, from + (cut % 12))));
        }

        return text;
    });

    // Still JSON: a member is taken away, put elsewhere, or says something else.
    private static readonly Gen<string> Twisted = Gen.Select(Gen.Int[0, 5000], Gen.Int[0, 5000], Gen.Int[0, 3]).Array[1, 3].Select(changes =>
    {
        var policy = JsonNode.Parse(Texts.Diploma)!;
        foreach (var (at, other, how) in changes)
        {
            var nodes = All(policy).ToList();
            var (here, there) = (nodes[at % nodes.Count], nodes[other % nodes.Count]);
            JsonNode?[] instead = [there.DeepClone(), JsonValue.Create(-3.5), null, new JsonArray(there.DeepClone(), there.DeepClone())];
            if (here.Parent is JsonObject around) around[here.GetPropertyName()] = instead[how];
            else if (here.Parent is JsonArray list) list[here.GetElementIndex()] = instead[how];
        }

        return policy.ToJsonString();
    });

    [Fact]
    public void A_text_that_was_cut_and_patched_is_read_or_refused() => Broken.Sample(ReadAndAsk, iter: 1500);

    [Fact]
    public void A_tree_that_was_twisted_is_read_or_refused() => Twisted.Sample(ReadAndAsk, iter: 1000);

    [Fact]
    public void A_case_that_was_cut_and_patched_is_answered_or_refused()
    {
        var policy = Texts.Read(Texts.Diploma);
        Gen.Select(Gen.Int[0, 5000], Gen.Int[0, 12], Gen.OneOfConst(Tokens)).Array[1, 3].Sample(changes =>
        {
            var line = Case;
            foreach (var (at, cut, put) in changes) line = string.Concat(line.AsSpan(0, at % line.Length), put, line.AsSpan(Math.Min(line.Length, (at % line.Length) + cut)));
            var answer = PolicyLine.Answer(policy, line, explain: true);
            JsonNode.Parse(answer.Line)!.AsObject().ContainsKey(answer.IsAnswer ? "met" : "error").ShouldBeTrue();
        }, iter: 1500);
    }

    private static void ReadAndAsk(string text)
    {
        var read = PolicyText.Read(text);
        (read.Policy is null).ShouldBe(read.Faults.Count > 0);
        foreach (var one in read.Faults.Concat(read.Warnings))
        {
            one.Line.ShouldBeInRange(1, text.Count(letter => letter == '\n') + 1);
            one.Words.ShouldNotBeEmpty();
        }

        if (read.Policy is { } policy) PolicyLine.Answer(policy, Case, explain: true).IsAnswer.ShouldBeTrue();
    }

    private static IEnumerable<JsonNode> All(JsonNode node) => (node switch
    {
        JsonObject here => here.Select(one => one.Value),
        JsonArray list => list,
        _ => [],
    }).OfType<JsonNode>().SelectMany(All).Prepend(node);
}
