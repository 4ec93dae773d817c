using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Storage;
using Cairn.Storage.Districts;
using Cairn.Storage.Postgres;

namespace Cairn.App.Tests.Districts;

/// <summary>Several nodes, each a process with a folder of its own, share the directory on a server and the key.</summary>
[Trait(Engines.Trait, Engines.Postgres)]
public sealed class OneDirectoryTests : IDisposable
{
    private readonly TempFolder _one = new();
    private readonly TempFolder _other = new();
    private readonly string _directory = $"cairn_directory_{Guid.NewGuid():N}";
    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task What_one_node_adds_the_other_serves()
    {
        (await Run(_one, _key, "district", "add", "north", "--host", "north.example.org")).Exit.ShouldBe(CommandLine.Done);

        var told = (await Run(_other, _key, "district", "list", "--json")).Json.GetProperty("districts")[0];
        (told.GetProperty("name").GetString(), told.GetProperty("engine").GetString(), told.GetProperty("hosts")[0].GetString()).ShouldBe(("north", "postgres", "north.example.org"));
        (await Run(_other, _key, "recompute")).Exit.ShouldBe(CommandLine.Done);
        (await Run(_other, _key, "district", "add", "north")).ShouldBeRefused("north");
        foreach (var folder in (TempFolder[])[_one, _other]) File.Exists(folder.Of(Seal.KeyFile)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_node_with_another_key_is_told_so()
    {
        (await Run(_one, _key, "district", "add", "north")).Exit.ShouldBe(CommandLine.Done);

        (await Run(_other, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), "recompute")).ShouldBeRefused("north", "CAIRN_KEY");
        (await Run(_other, "too short", "recompute")).ShouldBeRefused("CAIRN_KEY");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=postgres;Password=open-sesame")]
    [InlineData("Password=open-sesame;nonsense")]
    [InlineData("Host=nowhere.invalid;Password=open-sesame")]
    public async Task A_directory_that_cannot_be_reached_is_said_without_its_password(string connection)
    {
        var ran = await RunAt(connection, _one, _key, "district", "list");

        ran.ShouldBeRefused();
        (ran.Out + ran.Err).ShouldNotContain("sesame");
    }

    [Fact]
    public async Task A_database_of_something_else_is_no_directory_and_gets_no_tables()
    {
        using var theirs = new ServerDatabase();
        theirs.Run("CREATE TABLE songs (title text)");

        (await RunAt(theirs.Connection, _one, _key, "district", "list")).ShouldBeRefused("a database of its own");

        theirs.Tables().ShouldBe(["songs"]);
    }

    private Task<Ran> Run(TempFolder folder, string key, params string[] args) => RunAt(TestServer.To(_directory), folder, key, args);

    private static async Task<Ran> RunAt(string directory, TempFolder folder, string key, params string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "cairn")) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var arg in (string[])[.. args, "--data", folder.Path]) start.ArgumentList.Add(arg);
        start.Environment["CAIRN_DIRECTORY"] = directory;
        start.Environment["CAIRN_KEY"] = key;
        using var cairn = Process.Start(start)!;
        var said = await Task.WhenAll(cairn.StandardOutput.ReadToEndAsync(), cairn.StandardError.ReadToEndAsync());
        await cairn.WaitForExitAsync();
        return new Ran(cairn.ExitCode, said[0], said[1]);
    }

    public void Dispose()
    {
        var directory = new PostgresEngine(TestServer.To(_directory));
        if (directory.Exists)
        {
            using (var db = DirectoryDb.On(TestServer.To(_directory)))
                foreach (var one in db.Districts.ToList())
                    new PostgresEngine(Seal.Of(_one.Path, _key).Open(one.Connection, one.Name)).Drop();
            directory.Drop();
        }

        _one.Dispose();
        _other.Dispose();
    }
}
