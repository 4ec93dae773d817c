using System.Globalization;
using Cairn.App.Signing;
using Cairn.Interop.Crypto;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary><c>cairn verify --proof FILE</c>: checks a proof with nothing but the file and a key. No data folder is looked at.</summary>
internal static class ProofLines
{
    public static async Task<int> Run(string file, string? key, bool wantsJson, Terminal terminal)
    {
        if (!File.Exists(file)) throw new RefusedException(Say.Words["cli.noFile", ("file", file)]);
        var trusted = key is null ? null : NoteKey.Read(File.Exists(key) ? (await File.ReadAllLinesAsync(key)).LastOrDefault() ?? "" : key) ?? throw new UsageException(Say.Words["cli.verify.badKey", ("key", key)]);
        var made = ProofFile.Check(await File.ReadAllTextAsync(file), trusted);
        var (entry, occasion) = (made.Proof?.Entry, made.Proof?.Occasion);
        if (wantsJson)
            terminal.AnswerJson(new
            {
                holds = made.Holds, why = made.Why.Length == 0 ? null : made.Why, isKeyTrusted = trusted is not null, journal = made.Checkpoint?.Origin, size = made.Checkpoint?.Size, from = made.From?.Size,
                index = entry?.Index, act = entry?.Act, kind = made.Proof?.Table, row = entry?.Row, at = occasion?.At, actor = occasion?.Actor, person = occasion?.Person, door = occasion?.Where,
            });
        else if (!made.Holds) await terminal.Out.WriteLineAsync(Say.Words[$"cli.proof.{made.Why}"]);
        else
        {
            await terminal.Out.WriteLineAsync(made.From is { } from ? Say.Words["cli.proof.grown", ("journal", made.Checkpoint!.Origin), ("from", from.Size), ("to", made.Checkpoint.Size)]
                : Say.Words["cli.proof.holds", ("journal", made.Checkpoint!.Origin), ("size", made.Checkpoint.Size), ("index", entry!.Index), ("act", entry.Act.ToString()), ("kind", made.Proof!.Table), ("row", entry.Row.ToString()),
                    ("at", occasion!.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)), ("who", Say.Words[$"journal.actor.{occasion.Actor}"])]);
            if (trusted is null) await terminal.Out.WriteLineAsync(Say.Words["cli.proof.ownKey"]);
        }

        return made.Holds ? CommandLine.Done : CommandLine.Refused;
    }
}
