using System.Net;
using System.Net.Sockets;
using Cairn.App.Cli;
using Cairn.App.Tests.Imports;
using Cairn.Storage;
using Cairn.Storage.Sqlite;

namespace Cairn.App.Tests.Cli;

/// <summary>A file, a folder or an address that cannot be had: said in Cairn's words, with what to do.</summary>
public sealed class FileTroubleTests : IDisposable
{
    private readonly Installation _cairn = new();

    public static TheoryData<string> Writers => ["import program PROGRAM --apply", "recompute", "serve --urls http://127.0.0.1:0"];

    [Trait(Engines.Trait, Engines.Sqlite)]
    [Theory]
    [MemberData(nameof(Writers))]
    public void A_folder_that_cannot_be_written_is_not_said_to_be_in_use(string verb)
    {
        var program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(program);
        var file = _cairn.DatabaseOf(DataFolder.DefaultDistrict);
        // Whatever the user's rights: a folder cannot be opened as a file.
        File.Delete(file + ".lock");
        Directory.CreateDirectory(file + ".lock");

        var ran = _cairn.Run([.. verb.Split(' ').Select(word => word == "PROGRAM" ? program : word)]);

        ran.ShouldBeRefused("cannot be written", "Give this user the folder", Path.GetDirectoryName(file)!);
        ran.Err.ShouldNotContain("another cairn");
    }

    [Trait(Engines.Trait, Engines.Sqlite)]
    [Fact]
    public void A_district_that_another_process_writes_is_said_to_be_in_use()
    {
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        using var held = new FileStream(_cairn.DatabaseOf(DataFolder.DefaultDistrict) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        _cairn.Run("recompute").ShouldBeRefused("in use by another cairn process");
    }

    [Theory]
    [InlineData(30, "is on a disk that is read-only")]
    [InlineData(unchecked((int)0x80070013), "is on a disk that is read-only")]
    [InlineData(11, "in use by another cairn process")]
    [InlineData(unchecked((int)0x80070020), "in use by another cairn process")]
    [InlineData(28, null)]
    public void Why_a_district_cannot_be_had_is_told_by_the_systems_number(int number, string? words)
    {
        var said = new SqliteEngine("/data/districts/one/record.db").Refusal(new IOException("some words", number));

        if (words is null) said.ShouldBeNull();
        else said!.ShouldContain(words);
    }

    [Theory]
    [InlineData(28, "The disk is full")]
    [InlineData(unchecked((int)0x80070070), "The disk is full")]
    [InlineData(30, "The disk of /srv/o'clock/out.csv is read-only")]
    [InlineData(11, "Another program holds /srv/o'clock/out.csv")]
    [InlineData(5, "could not be read or written: Some words : '/srv/o'clock/out.csv'")]
    public void What_the_system_says_of_a_file_is_said_in_our_words(int number, string words) =>
        FileTrouble.Of(new IOException("Some words : '/srv/o'clock/out.csv'", number)).ShouldContain(words);

    [Fact]
    public void What_is_not_there_or_not_allowed_is_named_by_its_path()
    {
        FileTrouble.Of(new DirectoryNotFoundException("Could not find a part of the path '/nowhere/y.json'.")).ShouldBe("There is no /nowhere/y.json. Look at how it is written.");
        FileTrouble.Of(new UnauthorizedAccessException("Access to the path '/kept/y.json' is denied.")).ShouldStartWith("This user may not read or write /kept/y.json.");
        FileTrouble.Of(new PathTooLongException("long")).ShouldContain("too long");
    }

    [Fact]
    public void An_address_that_is_taken_is_said_with_what_to_do()
    {
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var ran = _cairn.Run("serve", "--urls", url);

        ran.ShouldBeRefused("Another program listens at", url, "--urls");
        ran.Err.ShouldNotContain("Failed to bind");
    }

    [Fact]
    public void An_address_of_another_machine_is_said_to_be_no_address_of_this_one()
    {
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));

        // A block that is for documentation only: no machine has it.
        var ran = _cairn.Run("serve", "--urls", "http://192.0.2.1:5080");

        ran.ShouldBeRefused("no address to listen on", "192.0.2.1");
        ran.Err.ShouldNotContain("database server");
    }

    public void Dispose() => _cairn.Dispose();
}
