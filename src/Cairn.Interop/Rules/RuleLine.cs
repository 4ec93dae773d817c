using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Certainty;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.Interop.Rules;

/// <summary>A line in, a line out: lets anyone try a determination rule. Shapes are those of <c>cairn rule eval</c>.</summary>
public static class RuleLine
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers one line of JSON with one line of JSON.</summary>
    /// <param name="line">The question.</param>
    /// <param name="say">Words for a reason that something did not count.</param>
    /// <param name="sayNotYet">Words for why there is no value.</param>
    /// <returns>The answer, and whether it is one: false for an error.</returns>
    public static (string Line, bool IsAnswer) Answer(string line, Func<DropReason, string> say, Func<NotYet, string> sayNotYet)
    {
        try
        {
            using var document = JsonLine.Parse(line, out var name);
            if (name == EstimateQuestion.Rule) return (Write(json => Estimate(json, EstimateQuestion.Read(document.RootElement), say, sayNotYet)), true);
            var question = RuleQuestion.Read(document.RootElement, name);
            return (question.Rule switch
            {
                AnyOf => Write(json => json.WriteBoolean("met", AnyOf.IsMet(question.Groups))),
                ConditionRule condition => Write(json => json.WriteBoolean("met", condition.IsMet(question.Children))),
                _ => Write(json => Scores(json, ((ScoreRule)question.Rule).Conclude(question.Scores, question.Weights), say, sayNotYet)),
            }, true);
        }
        catch (FormatException wrong)
        {
            return (Write(json => json.WriteString("error", wrong.Message)), false);
        }
    }

    private static void Scores(Utf8JsonWriter json, RuleAnswer answer, Func<DropReason, string> say, Func<NotYet, string> sayNotYet)
    {
        if (answer.Value is not { } value)
        {
            json.WriteNull("value");
            json.WriteString("reason", sayNotYet(answer.NotYet));
            return;
        }

        json.WriteNumber("value", value / 1.0000000000000000000000000000m);
        Places(json, answer.Counted, answer.Dropped, say);
        if (answer.Chosen is not null) json.WriteString("chosen", answer.Chosen);
    }

    private static void Estimate(Utf8JsonWriter json, EstimateQuestion question, Func<DropReason, string> say, Func<NotYet, string> sayNotYet)
    {
        var ability = OrdinalFilter.Read(question.Model, question.Pieces, question.DaysSince);
        json.WriteNumber("mean", SixDecimals(ability.Mean));
        json.WriteNumber("sd", SixDecimals(ability.Deviation));
        json.WriteStartArray("levels");
        foreach (var share in ability.Levels) json.WriteNumberValue(SixDecimals(share));
        json.WriteEndArray();
        json.WriteNumber("low80", SixDecimals(ability.Low80));
        json.WriteNumber("high80", SixDecimals(ability.High80));
        if (question.Pieces.Count == 0) json.WriteString("reason", sayNotYet(new NotYet(NotYetReason.NoEvidence)));
        Places(json, question.Counted, [.. question.Dropped.Select(place => new DroppedScore(place, DropReason.NoLevel))], say);
    }

    private static void Places(Utf8JsonWriter json, IReadOnlyList<int> counted, IReadOnlyList<DroppedScore> dropped, Func<DropReason, string> say)
    {
        json.WriteStartArray("counted");
        foreach (var index in counted) json.WriteNumberValue(index);
        json.WriteEndArray();
        json.WriteStartArray("dropped");
        foreach (var one in dropped)
        {
            json.WriteStartObject();
            json.WriteNumber("index", one.Index);
            json.WriteString("why", say(one.Why));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static decimal SixDecimals(double number) => Math.Round((decimal)number, 6) / 1.0000000000000000000000000000m;

    private static string Write(Action<Utf8JsonWriter> body)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
