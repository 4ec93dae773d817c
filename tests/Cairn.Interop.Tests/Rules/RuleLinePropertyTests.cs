using System.Globalization;
using System.Text;
using CsCheck;

namespace Cairn.Interop.Tests.Rules;

public sealed class RuleLinePropertyTests
{
    private static readonly string[] Words =
    [
        "rule", "parameters", "scores", "weights", "children", "groups", "id", "points", "required", "proficient", "needed", "weight", "last", "best",
        "decimals", "minimum", "tie", "times", "threshold", "mean", "median", "mode", "power-law", "best-fit", "weighted-recent", "weighted-by-evidence",
        "estimate", "cuts", "drift_per_day", "lapse", "prior", "variance", "evidence", "level", "precision", "severity", "days",
        "decaying-average", "times-shown", "all-shown", "any-of", "highest", "most-recent", "later", "\\ud800", "é",
    ];

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Decimal.Select(one => one.ToString(CultureInfo.InvariantCulture)), Gen.Int[0, 5].Select(one => one.ToString(CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(one => one.ToString("R", CultureInfo.InvariantCulture)), Gen.OneOfConst("1e400", "-0", "1e-400", "0.005", "1000000", "79228162514264337593543950335"));

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth >= 4 ? Leaf() : Gen.Frequency(
        (3, Leaf()),
        (2, inner.Array[0, 6].Select(all => $"[{string.Join(',', all)}]")),
        (3, Gen.Select(Gen.OneOfConst(Words), inner, (name, value) => $"\"{name}\":{value}").Array[0, 6].Select(all => $"{{{string.Join(',', all)}}}"))));

    [Fact]
    public void Any_text_gets_one_line_of_JSON() => Gen.String.Sample(line => Answers(line), iter: 5_000);

    [Fact]
    public void Any_bytes_get_one_line_of_JSON() => Gen.Byte.Array[0, 200].Sample(bytes => Answers(Encoding.UTF8.GetString(bytes)), iter: 5_000);

    [Fact]
    public void Any_JSON_gets_one_line_of_JSON() => Json.Sample(line => Answers(line), iter: 20_000);

    [Fact]
    public void Any_question_about_a_rule_gets_one_line_of_JSON() => Gen.Select(Gen.OneOfConst(Words), Json, Json, Json, Json, Json,
        (rule, parameters, scores, weights, children, groups) =>
            $$"""{"rule":"{{rule}}","parameters":{{parameters}},"scores":[{{scores}}],"weights":[{{weights}}],"children":[{{children}}],"groups":[{{groups}}]}""")
        .Sample(line => Answers(line), iter: 20_000);

    [Fact]
    public void Any_scores_are_answered_and_every_place_counts_or_is_dropped_once()
    {
        var score = Gen.OneOf(Gen.Int[0, 1_000_000].Select(one => $"{one}"), Gen.Int[0, 9].Select(one => $"{one}e-28"), Gen.Int[0, 500].Select(one => $"{one}e-2"), Gen.Const("null"));
        var rule = Gen.OneOfConst("mean", "median", "mode", "highest", "most-recent", "power-law", "best-fit", "weighted-recent", "decaying-average");

        Gen.Select(rule, score.Array[0, 60]).Sample((name, scores) =>
        {
            var asked = Asked.Of(name, string.Join(',', scores));

            asked.IsAnswer.ShouldBeTrue(asked.Line);
            if (asked.Value is null) return;
            asked.Counted.Concat(asked.Dropped.Select(one => one.Index)).Order().ShouldBe(Enumerable.Range(0, scores.Length));
            asked.Counted.ShouldBe(asked.Counted.Order());
        }, iter: 5_000);
    }

    private static bool Answers(string line) => Asked.Of(line).Line.Length > 0;

    private static Gen<string> Leaf() => Gen.Frequency(
        (4, Number), (1, Gen.OneOfConst("null", "true", "false")), (1, Gen.OneOfConst(Words).Select(word => $"\"{word}\"")), (1, Gen.OneOfConst("[]", "{}", "\"\"")));
}
