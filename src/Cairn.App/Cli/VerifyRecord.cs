using Cairn.Interop.Crypto;
using Cairn.Interop.SignedRecords;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary><c>cairn record verify FILE</c>: checks a record with nothing but the file, a key, and where there is one the list of what was taken back.</summary>
internal static class VerifyRecord
{
    public static async Task<int> Run(string file, string? key, string? list, bool wantsJson, Terminal terminal, CancellationToken cancel)
    {
        if (!File.Exists(file)) throw new RefusedException(Say.Words["cli.noFile", ("file", file)]);
        if (list is not null && !File.Exists(list)) throw new RefusedException(Say.Words["cli.noFile", ("file", list)]);
        if (new FileInfo(file).Length > RecordFile.MostBytes) throw new RefusedException(Say.Words["cli.record.tooLarge", ("file", file)]);
        var trusted = key is null ? null : NoteKey.Read(File.Exists(key) ? (await File.ReadAllLinesAsync(key, cancel)).LastOrDefault() ?? "" : key) ?? throw new UsageException(Say.Words["cli.verify.badKey", ("key", key)]);
        var bytes = await File.ReadAllBytesAsync(file, cancel);
        var by = trusted ?? RecordFile.Read(bytes)?.Key;
        var withdrawn = list is null || by is null ? null : WithdrawnList.Read(await File.ReadAllTextAsync(list, cancel), by) ?? throw new RefusedException(Say.Words["cli.record.badList", ("file", list)]);
        var check = RecordCheck.Of(bytes, trusted, withdrawn);
        if (wantsJson)
            terminal.AnswerJson(new
            {
                sound = check.IsSound, learner = check.File?.Learner, issuer = check.File?.Issuer, issuedOn = check.File?.IssuedOn, code = check.File?.Code, key = check.Key?.Text, fingerprint = check.Key is { } used ? KeyPrint.Of(used) : null, isKeyTrusted = check.IsKeyTrusted,
                list = withdrawn is null ? null : new { on = withdrawn.On, count = withdrawn.Count },
                faults = check.Faults.Select(one => new { kind = one.Kind, section = one.Section, row = one.Row, name = one.Name, words = Words(one) }),
            });
        else
        {
            foreach (var one in check.Faults) await terminal.Out.WriteLineAsync(Words(one));
            if (check is { IsSound: true, File: { } sound })
                await terminal.Out.WriteLineAsync(Say.Words["cli.record.sound", ("learner", sound.Learner), ("issuer", sound.Issuer), ("date", sound.IssuedOn), ("code", sound.Code.Length == 0 ? "-" : sound.Code), ("key", check.Key!.Id), ("print", KeyPrint.Of(check.Key))]);
            if (check is { IsSound: true, IsKeyTrusted: false }) await terminal.Out.WriteLineAsync(Say.Words["cli.record.ownKey"]);
            if (check.IsSound) await terminal.Out.WriteLineAsync(withdrawn is null ? Say.Words["cli.record.noList"] : check.File!.Code.Length == 0 ? Say.Words["cli.record.noCode"] : Say.Words["cli.record.byList", ("date", withdrawn.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))]);
        }

        return check.IsSound ? CommandLine.Done : CommandLine.Refused;
    }

    private static string Words(RecordFault one) => Say.Words[$"cli.record.fault.{one.Kind}", ("section", one.Section), ("row", one.Row ?? 0), ("name", one.Name)];
}
