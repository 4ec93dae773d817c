using System.CommandLine;
using System.Text;
using Cairn.App.Access;
using Cairn.App.Features.Transcripts;
using Cairn.App.Signing;
using Cairn.App.Ui.Words;
using Cairn.Interop.Crypto;
using Cairn.Interop.SignedRecords;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Cairn.Storage.Transcripts;

namespace Cairn.App.Cli;

/// <summary><c>cairn record</c>: a learner's record as one signed file, the list of what was taken back, and a check of both that needs no data folder and no connection.</summary>
internal static class RecordVerb
{
    public static Command Make(Terminal terminal) => new("record", Say.Words["cli.record"]) { Export(terminal), Verify(terminal), Withdrawn(terminal) };

    private static Command Export(Terminal terminal)
    {
        var learner = new Option<string>("--learner") { Description = Say.Words["cli.record.learner"], HelpName = "USERNAME", Required = true };
        var file = new Option<string>("--out") { Description = Say.Words["cli.record.out"], HelpName = "FILE", Required = true };
        var issued = new Option<bool>("--issued") { Description = Say.Words["cli.record.issued"] };
        var language = new Option<string>("--language") { Description = Say.Words["cli.export.person.language"], HelpName = "CODE", DefaultValueFactory = _ => "en" };
        var verb = new Command("export", Say.Words["cli.record.export"]) { learner, file, issued, language };
        verb.WithCommon().SetAction((asked, cancel) => Export(asked, asked.GetValue(learner)!, asked.GetValue(file)!, asked.GetValue(issued), asked.GetValue(language)!, terminal, cancel));
        return verb;
    }

    private static Command Verify(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = Say.Words["cli.record.file"] };
        var key = new Option<string?>("--key") { Description = Say.Words["cli.record.key"], HelpName = "KEY|FILE" };
        var list = new Option<string?>("--withdrawn") { Description = Say.Words["cli.record.list"], HelpName = "FILE" };
        var verb = new Command("verify", Say.Words["cli.record.verify"]) { file, key, list, DistrictOptions.Json() };
        verb.SetAction((asked, cancel) => VerifyRecord.Run(asked.GetValue(file)!, asked.GetValue(key), asked.GetValue(list), asked.WantsJson(), terminal, cancel));
        return verb;
    }

    private static Command Withdrawn(Terminal terminal)
    {
        var file = new Option<string>("--out") { Description = Say.Words["cli.record.out"], HelpName = "FILE", Required = true };
        var verb = new Command("withdrawn", Say.Words["cli.record.withdrawn"]) { file };
        verb.WithCommon().SetAction(async (asked, _) =>
        {
            await using var district = asked.OpenDistrict(toWrite: true);
            var served = Served.Of(asked.Folder(), district);
            using var db = district.Open();
            var codes = RecordRows.NotInForce(db);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(TimeProvider.System.GetUtcNow().UtcDateTime, served.Zone));
            var note = WithdrawnList.Write(codes, today, await new RecordKeys(served.Folder, district).Signer());
            var to = asked.GetValue(file)!;
            WholeFile.Write(to, stream => stream.Write(Encoding.UTF8.GetBytes(note)));
            if (asked.WantsJson()) terminal.AnswerJson(new { file = to, count = codes.Count });
            else await terminal.Out.WriteLineAsync(Say.Words["cli.record.withdrawn.done", ("file", to), ("count", codes.Count)]);
            return CommandLine.Done;
        });
        return verb;
    }

    private static async Task<int> Export(ParseResult asked, string username, string file, bool isIssued, string language, Terminal terminal, CancellationToken cancel)
    {
        // To write: that a record left the house is a line of its journal.
        await using var district = asked.OpenDistrict(toWrite: true);
        var (served, now) = (Served.Of(asked.Folder(), district), TimeProvider.System.GetUtcNow().UtcDateTime);
        var signer = await new RecordKeys(served.Folder, district).Signer();
        using var db = district.Open();
        var words = Words.For(language).With(served.Terms);
        var ask = MakeRecord.Ask(district.Frameworks, served.Title, served.Zone, now, words);
        var scope = new Scope(db, Actor.Operator, ask.Today);
        if (scope.Find(username) is not { } learner) throw new RefusedException(Say.Words["cli.export.person.none", ("username", username)]);
        var edition = isIssued ? RecordRows.Of(db, scope, learner.Id).InForce ?? throw new RefusedException(Say.Words["cli.record.noneIssued", ("username", username)]) : null;
        var bytes = edition is not null ? RecordRows.BytesOf(db, scope, learner.Id, edition.Id) ?? throw new RefusedException(Say.Words["cli.record.noneIssued", ("username", username)])
            : MakeRecord.Of(db, MakeRecord.Read(db, scope, learner.Id, ask)!, null, ask, words.Language, signer);
        WholeFile.Write(file, to => to.Write(bytes));
        await district.Writer.Tell(turn => turn.Tell(JournalAct.Exported, learner.Id, new { record = true }), Operated.By("record export") with { Purpose = "record" }, cancel);
        var print = KeyPrint.Of(signer.Key);
        if (asked.WantsJson()) terminal.AnswerJson(new { username, file, size = bytes.Length, code = edition?.Code, key = signer.Key.Text, fingerprint = print });
        else await terminal.Out.WriteLineAsync(Say.Words["cli.record.export.done", ("username", username), ("file", file), ("size", bytes.Length), ("key", signer.Key.Id), ("print", print)]);
        return CommandLine.Done;
    }
}
