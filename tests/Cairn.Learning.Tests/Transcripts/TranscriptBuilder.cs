using System.Text.Json;
using Cairn.Learning.Credits;
using Cairn.Learning.Scales;
using Cairn.Learning.Transcripts;

namespace Cairn.Learning.Tests.Transcripts;

/// <summary>Facts of a transcript, with defaults: a learner of Quarry Hill on 24 November 2026, two areas, and a table of letters.</summary>
internal static class TranscriptBuilder
{
    public static readonly DateOnly Day = new(2026, 11, 24);
    public static readonly LearnerId Rosa = new(new Guid(7, 0, 0, new byte[8]));
    public static readonly PersonId Feld = new(new Guid(8, 0, 0, new byte[8]));
    public static readonly AreaId Maths = new(new Guid(1, 1, 0, new byte[8]));
    public static readonly AreaId Arts = new(new Guid(1, 2, 0, new byte[8]));
    public static readonly ProficiencyScale Four = new(new ScaleId(new Guid(2, 0, 0, new byte[8])), "Four levels", 3,
        [new(1, 1, "Starting"), new(2, 2, "Building"), new(3, 3, "Solid"), new(4, 4, "Extending")]);

    public static GradeConversion Letters(int number = 1, DateOnly? from = null, string table = "mean decimals=2 scale=1..4\n[3.5, 4] letter=A points=4 weighted=5\n[3, 3.5) letter=B points=3 weighted=4")
    {
        var day = from ?? new DateOnly(2020, 1, 1);
        var one = new GradeConversion(new GradeConversionId(NamedId.Of("conversion", $"{number}")), "letters", number, $"Letters {number}", table, Feld, DateTime.UnixEpoch);
        one.Propose(day, day, Feld);
        one.Sign(day, new PersonId(new Guid(9, 0, 0, new byte[8])), DateTime.UnixEpoch.AddDays(number));
        return one;
    }

    public static CreditAward Award(int number, int hundredths = 100, AreaId? area = null, decimal? level = 3, CreditSource source = CreditSource.Mastery, DateOnly? earned = null) =>
        new(new CreditAwardId(new Guid(3, 0, (short)number, new byte[8])), Rosa, source, hundredths, earned ?? new DateOnly(2026, 3, 1), Feld, DateTime.UnixEpoch.AddDays(20_000).AddSeconds(number)) { Area = area, Level = level };

    public static CreditAwardText Text(CreditAward award, string title = "", string grade = "", string origin = "") =>
        new(award.Id, title.Length > 0 ? title : $"Course {award.Id.Value:N}", "02052", "math", "", grade, origin, "");

    public static CreditReversal Reverse(CreditAward award) => new(new CreditReversalId(award.Id.Value), Rosa, award.Id, ReversalReason.Mistake, null, Feld, award.RecordedAt.AddDays(1));

    public static TranscriptFacts Facts(IEnumerable<CreditAward> awards, IEnumerable<CreditReversal>? reversals = null, IEnumerable<CreditAwardText>? texts = null, IEnumerable<CreditPolicy>? policies = null)
    {
        List<CreditAward> all = [.. awards];
        return new(new TranscriptPerson("Rosa Delgado-Kim", "Rosa", "Quarry Hill High School", "Fern Hollow"), Day,
            CreditRecord.From(Rosa, all, texts ?? all.Select(one => Text(one)), [], reversals ?? [], policies ?? []))
        {
            Areas = [new(Maths, "Mathematics", Four, 6), new(Arts, "Arts and making", Four, 3)], Scales = [Four], Conversions = [Letters()],
        };
    }

    public static CompetencyStanding Shown(AreaId area, decimal level, string code = "M.1", DateOnly? latest = null) =>
        new(new CompetencyId(NamedId.Of("competency", code)), area, code, $"Title {code}", $"I can {code}", Four.Id, level >= 3, level, Four.WithNumber(level)!.Label, latest ?? new DateOnly(2026, 10, 1));

    /// <summary>A sheet as text, to be held against another.</summary>
    public static string Print(TranscriptSheet sheet) => JsonSerializer.Serialize(sheet);
}
