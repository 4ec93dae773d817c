using Cairn.Interop.Crypto;
using Cairn.Interop.SignedRecords;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Transcripts;

namespace Cairn.Interop.Tests.SignedRecords;

/// <summary>A record's file with two awards, two judgments and a work, signed by a key of its own.</summary>
internal static class Made
{
    public static readonly NoteSigner Key = NoteSigner.New("fernhollow.example/journal");
    public static readonly LearnerId Rosa = new(new Guid(7, 0, 0, new byte[8]));
    private static readonly PersonId Feld = new(new Guid(8, 0, 0, new byte[8]));
    private static readonly DateTime At = new(2026, 11, 24, 15, 0, 0, DateTimeKind.Utc);

    public static PortableRecord Record(string code = "7KQ2-M9XD", string name = "Rosa Delgado-Kim")
    {
        CreditAward[] awards = [Award(1, 100), Award(2, 50)];
        var credit = CreditRecord.From(Rosa, awards, awards.Select(one => new CreditAwardText(one.Id, $"Algebra {one.Hundredths}", "02052", "math", "", "", "", "")), [], [], []);
        var facts = new TranscriptFacts(new TranscriptPerson(name, "Rosa", "Quarry Hill", "Fern Hollow") { Born = new DateOnly(2009, 3, 3) }, new DateOnly(2026, 11, 24), credit)
        {
            Works = [new TranscriptWork("First jobs", "People <b>listened</b> “so” much", new DateOnly(2026, 5, 1), ["Speaking"])], Rules = ["The latest counts (version 4)"],
        };
        EvidenceId[] pieces = [new(new Guid(4, 1, 0, new byte[8])), new(new Guid(4, 2, 0, new byte[8]))];
        return new PortableRecord(new RecordAbout(code, code.Length == 0 ? 0 : 1, "Fern Hollow", "Quarry Hill", new DateOnly(2026, 11, 24), At, "en"), Rosa, Transcript.From(facts).Sheet, credit)
        {
            Judgments = [.. pieces.Select((one, i) => new Judgment(new JudgmentId(new Guid(5, (short)i, 0, new byte[8])), Rosa, new CompetencyId(new Guid(6, 0, 0, new byte[8])), null, null, one, 3 + i, null, false, Feld, JudgeRole.Educator, At, At, At.AddSeconds(i)))],
            Evidence = [.. pieces.Select(one => new PieceOfEvidence(one, Rosa, new ExperienceId(one.Value), EvidenceKind.Project, "", "", At, At))],
            Texts = pieces.ToDictionary(one => one, one => new EvidenceText(one, "First jobs", "A podcast", "Room 4", "A comment that stays at home")),
            Names = new Dictionary<Guid, string> { [Feld.Value] = "M. Feld" },
        };
    }

    public static byte[] File(string code = "7KQ2-M9XD", string name = "Rosa Delgado-Kim") => RecordFile.Write(Record(code, name), Key);

    private static CreditAward Award(int number, int hundredths) =>
        new(new CreditAwardId(new Guid(3, (short)number, 0, new byte[8])), Rosa, CreditSource.Mastery, hundredths, new DateOnly(2026, 6, number), Feld, At.AddMinutes(number)) { Level = 3.25m };
}
