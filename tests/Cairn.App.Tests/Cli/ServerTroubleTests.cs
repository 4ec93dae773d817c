using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Cairn.App.Cli;
using Cairn.App.Tests.Imports;
using Cairn.App.Tests.Storage;
using Cairn.Storage;
using Npgsql;

namespace Cairn.App.Tests.Cli;

/// <summary>A server that is not what it should be: words that tell what to do, exit 1, no stack trace, and never a password.</summary>
[Trait(Engines.Trait, Engines.Postgres)]
public sealed class ServerTroubleTests : IDisposable
{
    private const string Secret = "open-sesame-4711";

    private readonly Installation _cairn = new();
    private readonly ProgramFolder _program;
    private bool _isElsewhere;

    public ServerTroubleTests()
    {
        _program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(_program);
    }

    public static TheoryData<string> Verbs => TroubleTests.Verbs;

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_server_that_is_gone(string verb)
    {
        PointTo($"Host=127.0.0.1;Port={FreePort()};Username=postgres;Password={Secret};Database=gone");

        Run(verb).ShouldBeRefused("did not answer", "Look whether it runs");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_server_whose_name_nobody_knows(string verb)
    {
        PointTo($"Host=nowhere.invalid;Username=postgres;Password={Secret};Database=gone");

        Run(verb).ShouldBeRefused("did not answer");
    }

    [Fact]
    public void A_server_that_has_no_tls()
    {
        PointTo($"{TestServer.To("postgres")};Password={Secret};SSL Mode=VerifyFull");

        Run("recompute").ShouldBeRefused("the database server has none", "SSL Mode=VerifyFull: sealed");
        Run("doctor").Out.ShouldContain("BAD  connection: The connection asks for TLS");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_database_that_is_missing(string verb)
    {
        PointTo($"{TestServer.To($"cairn_missing_{Guid.NewGuid():N}")};Password={Secret}");

        Run(verb).ShouldBeRefused("is not there", "backup");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_user_whom_the_server_does_not_know(string verb)
    {
        PointTo($"{Address()};Username=cairn_nobody;Password={Secret};Database=postgres");

        Run(verb).ShouldBeRefused("does not let this user in");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_database_of_somebody_else_is_no_record_and_is_left_alone(string verb)
    {
        using var theirs = new ServerDatabase();
        theirs.Run("CREATE TABLE songs (title text)");
        PointTo(theirs.Connection);

        Run(verb).ShouldBeRefused(theirs.Name, "holds no record");

        theirs.Tables().ShouldBe(["songs"]);
    }

    [Fact]
    public void A_disk_that_is_full_is_said_and_nothing_is_half_stored()
    {
        using (var db = _cairn.Open().Open())
            Sql.Run(db, "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END $$; CREATE TRIGGER full_disk BEFORE UPDATE ON standings FOR EACH ROW EXECUTE FUNCTION full_disk()");

        _cairn.Run("import", "program", _program.Set("judgments", "level", "3", "1"), "--apply").ShouldBeRefused("disk is full");

        _cairn.Count("retractions").ShouldBe(0);
    }

    [Fact]
    public void A_database_that_may_only_be_read_is_said()
    {
        using (var db = _cairn.Open().Open()) Sql.Run(db, $"ALTER DATABASE \"{Sql.Ask(db, "SELECT current_database()")}\" SET default_transaction_read_only = on");
        NpgsqlConnection.ClearAllPools();

        _cairn.Run("import", "program", _program.Set("judgments", "level", "3", "1"), "--apply").ShouldBeRefused("cannot be written");
        _cairn.Run("explain", "ada", "ART.1").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void A_server_that_goes_away_under_way_is_said_too()
    {
        using (var db = _cairn.Open().Open())
            Sql.Run(db, "CREATE FUNCTION go_away() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$; CREATE TRIGGER go_away BEFORE UPDATE ON head FOR EACH ROW EXECUTE FUNCTION go_away()");

        _cairn.Run("import", "program", _program.Set("judgments", "level", "3", "1"), "--apply").ShouldBeRefused();

        _cairn.Count("retractions").ShouldBe(0);
    }

    [Fact]
    public void With_json_it_is_an_answer_too_without_the_password()
    {
        PointTo($"Host=127.0.0.1;Port={FreePort()};Username=postgres;Password={Secret};Database=gone");

        var ran = Run("recompute --json");

        ran.Json.GetProperty("error").GetString()!.ShouldContain("did not answer");
        (ran.Out + ran.Err).ShouldNotContain(Secret);
    }

    [Fact]
    public void The_doctor_tells_the_server_what_it_can_and_finds_a_guard_that_was_removed()
    {
        var whole = _cairn.Run("doctor").Out;
        whole.ShouldContain("ok   database: PostgreSQL");
        var guards = int.Parse(Regex.Match(whole, "of (?<all>[0-9]+) guards", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["all"].Value, CultureInfo.InvariantCulture);
        using (var db = _cairn.Open().Open()) Sql.Run(db, "ALTER TABLE judgments DISABLE TRIGGER judgments_only_insert");

        var ran = _cairn.Run("doctor");

        ran.Exit.ShouldBe(CommandLine.Refused);
        ran.Out.ShouldContain($"BAD  facts: {guards - 1} of {guards} guards against change stand");
    }

    [Fact]
    public async Task Another_process_may_write_while_one_has_it_open()
    {
        await using var held = _cairn.OpenToWrite();
        await held.Writer.Alone(_ => true);

        _cairn.Run("recompute").Exit.ShouldBe(CommandLine.Done);
        _cairn.Apply(_program.Set("judgments", "level", "3", "1"));
        _cairn.Run("migrate").Exit.ShouldBe(CommandLine.Done);
    }

    private Ran Run(string verb)
    {
        var ran = _cairn.Run([.. verb.Split(' ').Select(word => word == "PROGRAM" ? _program : word)]);
        (ran.Out + ran.Err).ShouldNotContain(Secret);
        return ran;
    }

    /// <summary>Has the directory say that the only district is elsewhere.</summary>
    private void PointTo(string connection)
    {
        TestServer.Drop(_cairn.Data);
        _isElsewhere = true;
        File.Delete(Path.Combine(_cairn.Data, "directory.db"));
        _cairn.Folder.Note(DataFolder.DefaultDistrict, connection, () => { });
    }

    private static string Address()
    {
        var parts = new NpgsqlConnectionStringBuilder(TestServer.Connection);
        return $"Host={parts.Host};Port={parts.Port}";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        // What the directory was made to name is not this test's to drop.
        if (_isElsewhere) File.Delete(Path.Combine(_cairn.Data, "directory.db"));
        _cairn.Dispose();
    }
}
