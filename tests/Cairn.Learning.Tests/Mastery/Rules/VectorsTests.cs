using System.Globalization;
using System.Text.Json;
using Cairn.Learning.Mastery;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery.Rules;

public sealed class VectorsTests
{
    [Theory]
    [InlineData("mean", "mean")]
    [InlineData("weighted_mean", "weighted-by-evidence")]
    [InlineData("median", "median")]
    [InlineData("mode_highest", "mode tie=higher")]
    [InlineData("mode_latest", "mode tie=later")]
    [InlineData("highest", "highest")]
    [InlineData("latest", "most-recent")]
    [InlineData("recent3_mean", "most-recent last=3")]
    [InlineData("best2_mean", "highest best=2")]
    [InlineData("decay50", "decaying-average weight=50")]
    [InlineData("decay65", "decaying-average weight=65")]
    [InlineData("decay75", "decaying-average weight=75")]
    [InlineData("weighted50", "weighted-recent weight=50")]
    [InlineData("weighted65", "weighted-recent weight=65")]
    [InlineData("weighted75", "weighted-recent weight=75")]
    [InlineData("n_mastery1", "times-shown times=1 threshold=3")]
    [InlineData("n_mastery2", "times-shown times=2 threshold=3")]
    [InlineData("n_mastery3", "times-shown times=3 threshold=3")]
    public void A_rule_gives_what_the_checked_sequences_say(string key, string line)
    {
        var file = CheckedSequences.Find("vectors", "rules.json");
        Assert.SkipWhen(file is null, "The checked sequences are not here: set CAIRN_TEST_DATA to the folder of the shared data.");
        using var vectors = JsonDocument.Parse(File.ReadAllText(file));
        var rule = (ScoreRule)RuleText.Parse(line);
        var checkedOnes = 0;
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            var scores = vector.GetProperty("scores").EnumerateArray().Select(Number).ToArray();
            var weights = rule.Name == "weighted-by-evidence" ? vector.GetProperty("weights").EnumerateArray().Select(one => one.GetDecimal()).ToArray() : null;
            rule.Conclude(scores, weights).Value.ShouldBe(Number(vector.GetProperty("rounded2").GetProperty(key)));
            (rule with { Decimals = 10 }).Conclude(scores, weights).Value.ShouldBe(Fraction(vector.GetProperty("exact").GetProperty(key)));
            checkedOnes++;
        }

        checkedOnes.ShouldBeGreaterThan(20);
    }

    private static decimal? Number(JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : element.GetDecimal();

    private static decimal? Fraction(JsonElement element)
    {
        if (element.GetString() is not { } text) return null;
        var parts = text.Split('/').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return Math.Round(parts[0] / parts[1], 10, MidpointRounding.AwayFromZero);
    }
}
