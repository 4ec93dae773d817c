using System.CommandLine;
using Cairn.App.Features.Journal;
using Cairn.App.Signing;
using Cairn.Interop.Crypto;
using Cairn.Learning.Journal;
using Cairn.Storage;
using Cairn.Storage.Files;
using Cairn.Storage.Journal.Verification;

namespace Cairn.App.Cli;

/// <summary><c>cairn verify</c>: is the record as it was written? Exit code 0 where it is, 1 with findings.</summary>
internal static class VerifyVerb
{
    public static Command Make(Terminal terminal)
    {
        var since = new Option<int?>("--since") { Description = Say.Words["cli.verify.since"], HelpName = "SIZE" };
        var checkpoint = new Option<string?>("--checkpoint") { Description = Say.Words["cli.verify.checkpoint"], HelpName = "FILE" };
        var proof = new Option<string?>("--proof") { Description = Say.Words["cli.verify.proof"], HelpName = "FILE" };
        var key = new Option<string?>("--key") { Description = Say.Words["cli.verify.key"], HelpName = "PUBLIC" };
        var verb = new Command("verify", Say.Words["cli.verify"]) { checkpoint, since, proof, key };
        verb.WithCommon().SetAction((asked, _) => asked.GetValue(proof) is { } file ? ProofLines.Run(file, asked.GetValue(key), asked.WantsJson(), terminal)
            : Run(asked, asked.GetValue(since) ?? 0, asked.GetValue(checkpoint), terminal));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, int since, string? checkpoint, Terminal terminal)
    {
        var folder = asked.Folder();
        var name = asked.DistrictName(folder);
        await using var district = District.OpenExisting(folder, name, toWrite: false, TimeProvider.System);
        var checkpoints = new Checkpoints(folder, district);
        var report = RecordVerification.Of(district, new VerificationAsk(folder.Path)
        {
            Since = since,
            Signed = checkpoints.Look,
            Files = new FileStore(folder.FolderOf(name)),
            Others = checkpoint is null ? [] : [Kept(checkpoint, checkpoints.Keys)],
            Progress = (done, all) => terminal.Progress(Say.Words["cli.verify.progress", ("percent", all == 0 ? 100 : done * 100 / all)]),
        });
        terminal.EndProgress();
        if (asked.WantsJson()) AnswerJson(name, report, terminal);
        else await Answer(name, report, terminal);
        return report.IsWhole ? CommandLine.Done : CommandLine.Refused;
    }

    // One that others kept: it must be signed by a key that is known here, or it would say nothing of this journal.
    private static Checkpoint Kept(string file, IReadOnlyList<NoteKey> keys)
    {
        if (!File.Exists(file)) throw new RefusedException(Say.Words["cli.noFile", ("file", file)]);
        if (SignedNote.Read(File.ReadAllText(file)) is not { } note || Checkpoint.Read(note.Text) is not { } read) throw new RefusedException(Say.Words["cli.verify.noCheckpoint", ("file", file)]);
        return keys.Any(note.IsSignedBy) ? read : throw new RefusedException(Say.Words["cli.verify.otherKey", ("file", file)]);
    }

    private static void AnswerJson(string district, VerificationReport report, Terminal terminal)
    {
        var say = new FoundWords(Say.Words);
        terminal.AnswerJson(new
        {
            district, whole = report.IsWhole, leaves = report.Leaves, rows = report.Rows, files = report.Files, erased = report.Erased, checkpoints = report.Checkpoints, heldTo = report.HeldTo, root = report.Root,
            faults = report.Faults,
            findings = report.Findings.Select(one => new
            {
                kind = one.Kind, fault = one.IsFault, table = one.Table, id = one.Id, columns = one.Columns, entry = one.Entry, lastEntry = one.LastEntry, at = one.At, actor = one.Actor,
                person = one.Person == Guid.Empty ? (Guid?)null : one.Person, door = one.Door, found = say.What(one), fix = say.Mend(one),
            }),
        });
    }

    private static async Task Answer(string district, VerificationReport report, Terminal terminal)
    {
        var say = new FoundWords(Say.Words);
        foreach (var one in report.Findings)
        {
            await terminal.Out.WriteLineAsync($"{(one.IsFault ? "BAD " : "    ")} {say.What(one)}");
            if (say.Written(one) is { } written) await terminal.Out.WriteLineAsync("     " + written);
            if (say.Mend(one) is { } mend) await terminal.Out.WriteLineAsync("     " + Say.Words["cli.doctor.fix", ("fix", mend)]);
        }

        await terminal.Out.WriteLineAsync(Say.Words["cli.verify.read", ("district", district), ("leaves", report.Leaves), ("rows", report.Rows), ("erased", report.Erased), ("checkpoints", report.Checkpoints), ("held", report.HeldTo)]);
        await terminal.Out.WriteLineAsync(report.IsWhole ? Say.Words["cli.verify.whole"] : Say.Words["cli.verify.faults", ("count", report.Faults)]);
    }
}
