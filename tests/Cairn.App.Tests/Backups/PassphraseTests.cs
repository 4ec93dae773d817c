using System.CommandLine;
using Cairn.App.Cli;
using Cairn.Storage.Backups;

namespace Cairn.App.Tests.Backups;

/// <summary>A passphrase comes from a file, from what is piped in or from a variable, and never from an argument.</summary>
public sealed class PassphraseTests : IDisposable
{
    private readonly Keep _keep = new();

    [Fact]
    public void The_variable_seals_and_opens()
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal) { [Passphrase.Variable] = "three cairns on a hill" };

        Child.Run(variables, "backup", "--to", _keep.Archive, "--data", _keep.From.Data).Out.ShouldContain("sealed with the passphrase");

        Restoring.Look(_keep.Archive, new Passphrase("three cairns on a hill")).IsSealed.ShouldBeTrue();
        var ran = Child.Run(variables, "restore", _keep.Archive, "--data", _keep.To.Data);
        ran.Exit.ShouldBe(CommandLine.Done, ran.Err);
        Keep.StateOf(_keep.To).ShouldBe(Keep.StateOf(_keep.From));
    }

    [Fact]
    public void A_file_that_is_not_there_and_words_that_are_too_few_are_said()
    {
        _keep.Backup("--passphrase-file", _keep.From.Of("nowhere")).ShouldBeRefused("nowhere");
        File.WriteAllText(_keep.From.Of("few"), "short");
        _keep.Backup("--passphrase-file", _keep.From.Of("few")).ShouldBeRefused("12 characters");
        File.Exists(_keep.Archive).ShouldBeFalse();
    }

    [Fact]
    public void An_archive_that_is_not_sealed_says_that_whoever_has_it_can_read_it() =>
        _keep.From.Run("backup", "--to", _keep.Archive).Out.ShouldContain("whoever has the file can read it");

    [Fact]
    public void No_verb_takes_one_as_an_argument()
    {
        var root = CommandLine.Root(new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, false));
        foreach (var verb in root.Subcommands.Where(one => one.Name is "backup" or "restore"))
            verb.Options.Where(one => one.Name.Contains("pass", StringComparison.Ordinal)).Select(one => one.Name).ShouldBe(["--passphrase-file"]);
    }

    public void Dispose() => _keep.Dispose();
}
