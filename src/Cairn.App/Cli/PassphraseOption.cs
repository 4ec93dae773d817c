using System.CommandLine;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Cli;

/// <summary>Where the passphrase of a backup comes from: a file, what is piped in, or the variable. Never an argument, which others on the
/// machine can read.</summary>
internal static class PassphraseOption
{
    public static Option<string?> Make() => new("--passphrase-file") { Description = Say.Words["cli.backup.passphrase", ("variable", Passphrase.Variable)], HelpName = "FILE" };

    public static Passphrase? Of(string? file, Terminal terminal) => file switch
    {
        null => Passphrase.OfVariable(),
        "-" => new Passphrase(terminal.In.ReadLine() ?? ""),
        _ when !File.Exists(file) => throw new RefusedException(Say.Words["cli.noFile", ("file", file)]),
        _ => new Passphrase(File.ReadAllText(file)),
    };
}
