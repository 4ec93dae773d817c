using System.CommandLine;
using System.Globalization;
using System.Text;
using Cairn.App.Signing;
using Cairn.Interop.Crypto;
using Cairn.Learning.Journal;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Cli;

/// <summary><c>cairn journal</c>: the key, checkpoints that others keep, and proofs that need no database.</summary>
internal static class JournalVerb
{
    public static Command Make(Terminal terminal) => new("journal", Say.Words["cli.journal"]) { Key(terminal), Checkpoint(terminal), Prove(terminal), Growth(terminal) };

    private static Command Key(Terminal terminal)
    {
        var rotate = new Option<bool>("--rotate") { Description = Say.Words["cli.journal.rotate"] };
        var verb = new Command("key", Say.Words["cli.journal.key"]) { rotate };
        verb.WithCommon().SetAction(async (asked, _) =>
        {
            var (folder, name) = Named(asked);
            var keys = new JournalKeys(folder, name);
            if (asked.GetValue(rotate) || keys.Signer is null)
            {
                await using var district = District.OpenExisting(folder, name, toWrite: true, TimeProvider.System);
                if (asked.GetValue(rotate)) await new Checkpoints(folder, district).Rotate();
                else await new Checkpoints(folder, district).Make();
            }

            if (asked.WantsJson()) terminal.AnswerJson(new { district = name, keys = keys.Known.Select(one => one.Text), signs = keys.Signer?.Key.Text });
            else foreach (var one in keys.Known) await terminal.Out.WriteLineAsync(one.Text);
            return CommandLine.Done;
        });
        return verb;
    }

    private static Command Checkpoint(Terminal terminal)
    {
        var to = new Option<string?>("--to") { Description = Say.Words["cli.journal.checkpoint.to"], HelpName = "FILE" };
        var verb = new Command("checkpoint", Say.Words["cli.journal.checkpoint"]) { to };
        verb.WithCommon().SetAction(async (asked, _) =>
        {
            var (folder, name) = Named(asked);
            await using var district = District.OpenExisting(folder, name, toWrite: true, TimeProvider.System);
            var note = await new Checkpoints(folder, district).Make() ?? throw new RefusedException(Say.Words["cli.journal.empty"]);
            if (asked.GetValue(to) is { } file) Write(file, note.ToString());
            if (asked.WantsJson()) terminal.AnswerJson(new { district = name, file = asked.GetValue(to), size = Learning.Journal.Checkpoint.Read(note.Text)!.Size, note = note.ToString() });
            else await terminal.Out.WriteAsync(asked.GetValue(to) is { } written ? Say.Words["cli.journal.checkpoint.done", ("file", written), ("size", Learning.Journal.Checkpoint.Read(note.Text)!.Size)] + "\n" : note.ToString());
            return CommandLine.Done;
        });
        return verb;
    }

    private static Command Prove(Terminal terminal)
    {
        var what = new Argument<string>("ID|INDEX") { Description = Say.Words["cli.journal.prove.what"] };
        var to = new Option<string>("--to") { Description = Say.Words["cli.journal.prove.to"], Required = true, HelpName = "FILE" };
        var verb = new Command("prove", Say.Words["cli.journal.prove"]) { what, to };
        verb.WithCommon().SetAction(async (asked, _) =>
        {
            var (folder, name) = Named(asked);
            await using var district = District.OpenExisting(folder, name, toWrite: true, TimeProvider.System);
            var (said, file) = (asked.GetValue(what)!, asked.GetValue(to)!);
            var index = long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : Guid.TryParse(said, out var row) ? EntryProof.Find(district, row) : null;
            var (note, key) = await Newest(folder, district);
            var size = Learning.Journal.Checkpoint.Read(note.Text)!.Size;
            var proof = index is { } at ? EntryProof.Make(district, at, size) : null;
            Write(file, ProofFile.Write(proof ?? throw new RefusedException(Say.Words["cli.journal.prove.none", ("what", said)]), note, key));
            if (asked.WantsJson()) terminal.AnswerJson(new { file, index = proof.Entry.Index, size, kind = proof.Table });
            else await terminal.Out.WriteLineAsync(Say.Words["cli.journal.prove.done", ("file", file), ("index", proof.Entry.Index), ("size", size)]);
            return CommandLine.Done;
        });
        return verb;
    }

    private static Command Growth(Terminal terminal)
    {
        var since = new Option<string>("--since") { Description = Say.Words["cli.journal.growth.since"], Required = true, HelpName = "FILE" };
        var to = new Option<string>("--to") { Description = Say.Words["cli.journal.prove.to"], Required = true, HelpName = "FILE" };
        var verb = new Command("growth", Say.Words["cli.journal.growth"]) { since, to };
        verb.WithCommon().SetAction(async (asked, cancel) =>
        {
            var (folder, name) = Named(asked);
            var (kept, file) = (asked.GetValue(since)!, asked.GetValue(to)!);
            if (!File.Exists(kept)) throw new RefusedException(Say.Words["cli.noFile", ("file", kept)]);
            if (SignedNote.Read(await File.ReadAllTextAsync(kept, cancel)) is not { } from || Learning.Journal.Checkpoint.Read(from.Text) is not { } before) throw new RefusedException(Say.Words["cli.verify.noCheckpoint", ("file", kept)]);
            await using var district = District.OpenExisting(folder, name, toWrite: true, TimeProvider.System);
            var (note, key) = await Newest(folder, district);
            var size = Learning.Journal.Checkpoint.Read(note.Text)!.Size;
            if (before.Size > size) throw new RefusedException(Say.Words["cli.journal.growth.shrunk", ("from", before.Size), ("to", size)]);
            Write(file, ProofFile.Write(EntryProof.Growth(district, before.Size, size), from, note, key));
            if (asked.WantsJson()) terminal.AnswerJson(new { file, from = before.Size, to = size });
            else await terminal.Out.WriteLineAsync(Say.Words["cli.journal.growth.done", ("file", file), ("from", before.Size), ("to", size)]);
            return CommandLine.Done;
        });
        return verb;
    }

    private static async Task<(SignedNote Note, NoteKey Key)> Newest(DataFolder folder, District district)
    {
        var checkpoints = new Checkpoints(folder, district);
        var note = await checkpoints.Make() ?? throw new RefusedException(Say.Words["cli.journal.empty"]);
        return (note, checkpoints.Keys.FirstOrDefault(note.IsSignedBy) ?? throw new RefusedException(Say.Words["cli.journal.otherNode"]));
    }

    private static (DataFolder Folder, string Name) Named(ParseResult asked)
    {
        var folder = asked.Folder();
        return (folder, asked.DistrictName(folder, mayMake: false));
    }

    private static void Write(string file, string text) => WholeFile.Write(file, to => to.Write(Encoding.UTF8.GetBytes(text)));
}
