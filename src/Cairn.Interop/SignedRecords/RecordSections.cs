using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Transcripts;

namespace Cairn.Interop.SignedRecords;

/// <summary>The sections of a record's file, as JSON: credit in hundredths, levels as numbers, days as yyyy-mm-dd, moments in UTC.</summary>
internal static class RecordSections
{
    /// <summary>How values become JSON, and sheets are read back.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The sections, in order. A list is a section with rows.</summary>
    public static IReadOnlyList<(string Name, JsonNode Content)> Of(PortableRecord record)
    {
        var about = record.About;
        var codes = record.Conclusions.Select(one => one.Competency).DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Code);
        string? Name(PersonId person) => record.Names.GetValueOrDefault(person.Value) is { Length: > 0 } name ? name : null;
        string Code(CompetencyId competency) => codes.GetValueOrDefault(competency) ?? competency.Value.ToString("D");
        return
        [
            ("about", Node(new { about.Code, about.Edition, about.Issuer, about.School, about.IssuedOn, about.MadeAt, about.Language })),
            ("learner", Node(new { Id = record.Learner.Value, record.Sheet.Person.Name, record.Sheet.Person.Born, record.Sheet.Person.School, record.Sheet.Person.Enrolled, record.Sheet.Person.ClassOf })),
            ("transcript", Node(record.Sheet)),
            ("awards", Rows(record.Credit.All, one => new
            {
                Id = one.Award.Id.Value, one.Award.Source, one.Award.Hundredths, one.Award.EarnedOn, one.Text?.Title, one.Text?.Code, one.Text?.Subject, one.Text?.Tags, one.Text?.Grade, one.Text?.Origin,
                one.Award.Level, one.Award.Grading, Weighted = one.Award.IsWeighted, one.Award.ProvisionalUntil, By = Name(one.Award.By), one.Award.RecordedAt,
                Policy = one.Policy is { } policy ? new { policy.Code, policy.Number, policy.Title, policy.Method, policy.Hundredths } : null,
                Parts = one.Parts.Select(part => new { Competency = Code(part.Competency), part.Stage, part.Hundredths, part.Level }),
                TakenBack = one.Reversal is { } back ? new { back.Reason, back.RecordedAt } : null,
            })),
            ("determinations", Rows(record.Conclusions, one => new
            {
                Competency = one.Competency.Code, one.Is.Stage, one.Is.At(record.At).Level?.Number, one.Is.At(record.At).Level?.Label, Proficient = one.Is.At(record.At).IsProficient, SetByPerson = one.Is.At(record.At).IsSetByPerson,
                one.Is.Value, Rule = RuleText.Of(one.Is.Rule.Rule), RuleVersion = one.Is.Rule.Number, one.Is.Pieces, one.Is.NewestFact, Counted = one.Is.Counted.Select(judgment => judgment.Id.Value),
            })),
            ("judgments", Rows(record.Judgments, one => new
            {
                Id = one.Id.Value, Competency = Code(one.Competency), Target = one.Target?.Value, one.Stage, Evidence = one.Evidence?.Value, one.Level, one.NonScore, Completion = one.IsCompletion ? true : (bool?)null,
                one.Role, Judge = Name(one.Judge), one.DemonstratedOn, one.JudgedAt, one.RecordedAt,
            })),
            ("evidence", Rows(record.Evidence, one => new
            {
                Id = one.Id.Value, one.Kind, record.Texts.GetValueOrDefault(one.Id)?.Title, record.Texts.GetValueOrDefault(one.Id)?.Experience, one.DemonstratedOn, one.RecordedAt,
            })),
            ("competencies", Rows(record.Conclusions.DistinctBy(one => one.Competency.Id), one => new
            {
                Framework = one.Framework.Framework.Title, FrameworkVersion = one.Framework.Version.Number, one.Competency.Code, one.Competency.Title, one.Competency.Statement, one.Competency.OfficialStatement,
                Area = one.Framework.AreaOf(one.Competency).Title, Scale = one.Is.Scale.Name, ProficientFrom = one.Is.Scale.Line, Levels = one.Is.Scale.Levels.Select(level => new { level.Number, level.Label }),
            })),
        ];
    }

    /// <summary>The transcripts of a section; null where it is none.</summary>
    public static TranscriptSheet? Sheet(JsonNode? section) => section?.Deserialize<TranscriptSheet>(Json);

    // Through bytes, so that what is hashed now is what is read later.
    private static JsonNode Node(object value) => JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Json))!;

    private static JsonArray Rows<T>(IEnumerable<T> all, Func<T, object> row) => [.. all.Select(one => Node(row(one)))];
}
