using System.Text.Json;
using Cairn.Interop.Rules;

namespace Cairn.Interop.Tests.Rules;

/// <summary>The answer to a line, read as JSON: what a caller of <c>cairn rule eval</c> has in hand.</summary>
internal sealed record Asked(string Line, bool IsAnswer, JsonElement Json)
{
    public decimal? Value => Json.GetProperty("value").ValueKind == JsonValueKind.Null ? null : Json.GetProperty("value").GetDecimal();

    public string Reason => Json.GetProperty("reason").GetString()!;

    public string Error => Json.GetProperty("error").GetString()!;

    public bool IsMet => Json.GetProperty("met").GetBoolean();

    public int[] Counted => [.. Json.GetProperty("counted").EnumerateArray().Select(one => one.GetInt32())];

    public (int Index, string Why)[] Dropped =>
        [.. Json.GetProperty("dropped").EnumerateArray().Select(one => (one.GetProperty("index").GetInt32(), one.GetProperty("why").GetString()!))];

    public static Asked Of(string line)
    {
        var (answer, isAnswer) = RuleLine.Answer(line, why => why.ToString(), why => why.Reason.ToString());
        answer.ShouldNotContain('\n');
        answer.ShouldNotContain('\r');
        using var document = JsonDocument.Parse(answer);
        var json = document.RootElement.Clone();
        json.TryGetProperty("error", out _).ShouldBe(!isAnswer);
        return new Asked(answer, isAnswer, json);
    }

    /// <summary>A rule over scores.</summary>
    public static Asked Of(string rule, string scores, string parameters = "") =>
        Of($$"""{"rule":"{{rule}}","parameters":{{{parameters}}},"scores":[{{scores}}]}""");
}
