using Cairn.App.Access;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Interop.Crypto;
using Cairn.Interop.SignedRecords;
using Cairn.Learning;
using Cairn.Learning.Transcripts;
using Cairn.Storage;
using Cairn.Storage.Transcripts;

namespace Cairn.App.Signing;

/// <summary>Makes a record's file, signed, from what holds: for a page, the command line, and an edition that is issued.</summary>
internal static class MakeRecord
{
    /// <summary>What a transcript is read with, in the reader's words.</summary>
    public static TranscriptAsk Ask(IReadOnlyList<FrameworkInForce> frameworks, string district, TimeZoneInfo zone, DateTime now, Words words)
    {
        var say = new ReasonWords(words);
        DateOnly Day(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
        return new(frameworks, district, Day(now), now, Day, one => words["transcript.rule", ("rule", say.Of(one.Rule)), ("number", one.Number)], stage => words["judge.stage", ("stage", stage)]);
    }

    /// <summary>What a transcript is read with in a request.</summary>
    public static TranscriptAsk Ask(Visit visit, Words words) => Ask(visit.Frameworks, visit.Served.Title, visit.Served.Zone, visit.Now, words);

    /// <summary>Makes an edition's file from what holds in a turn, signed by the district's key.</summary>
    public static async Task<Func<WriteTurn, Func<Issuing, byte[]>>> Maker(LearnerId learner, Visit visit, Words words)
    {
        var (signer, ask) = (await new RecordKeys(visit.Served.Folder, visit.Served.District!).Signer(), Ask(visit, words));
        return turn => issuing => Of(turn.Db, Read(turn.Db, visit.ScopeOf(turn), learner, ask)!, issuing, ask, words.Language, signer);
    }

    /// <summary>What a learner's transcripts are made from, with how far the diploma is; null where the asker may not see the record.</summary>
    public static TranscriptRead? Read(Db db, Scope scope, LearnerId learner, TranscriptAsk ask) =>
        TranscriptReads.Of(db, scope, learner, ask) is { } read ? read with { Facts = read.Facts with { Diploma = DiplomaLine.Of(db, scope, learner, ask) } } : null;

    /// <summary>The file of what was read.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="read">What was read.</param>
    /// <param name="issuing">The edition that is issued; null for a copy.</param>
    /// <param name="ask">What it was read with.</param>
    /// <param name="language">In which language its words are.</param>
    /// <param name="signer">The district's key.</param>
    public static byte[] Of(Db db, TranscriptRead read, Issuing? issuing, TranscriptAsk ask, string language, NoteSigner signer)
    {
        var sheet = Transcript.From(read.Facts).Sheet;
        var (judgments, evidence, texts, names) = TranscriptReads.Along(db, read);
        var about = new RecordAbout(issuing?.Code ?? "", issuing?.Edition ?? 0, ask.District, sheet.Person.School, ask.Today, ask.Now, language);
        return RecordFile.Write(new PortableRecord(about, read.Learner.Id, sheet, read.Facts.Credit)
        {
            Conclusions = [.. read.Concluded.Select(one => new RecordConclusion(one.Framework.Content, one.Framework.Content.Find(one.Is.Competency)!, one.Is))],
            Judgments = judgments, Evidence = evidence, Texts = texts, Names = names,
        }, signer);
    }
}
