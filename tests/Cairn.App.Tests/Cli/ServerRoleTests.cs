using Cairn.App.Cli;
using Cairn.App.Tests.Imports;
using Cairn.App.Tests.Storage;
using Cairn.Storage;
using Npgsql;

namespace Cairn.App.Tests.Cli;

/// <summary>The role that Cairn comes with needs to own nothing: the lines of the how-to are run as they stand there.</summary>
[Trait(Engines.Trait, Engines.Postgres)]
public sealed class ServerRoleTests : IDisposable
{
    private readonly string _role = $"cairn_role_{Guid.NewGuid():N}";
    private readonly Installation _cairn = new();

    private string Own => $"{TestServer.To(_role)};Username={_role}";

    [Fact]
    public void Everything_goes_on_and_no_guard_can_be_switched_off()
    {
        Keeper("postgres", $"CREATE ROLE {_role} LOGIN CREATEDB");
        _cairn.Run("district", "add", "default", "--postgres", Own).Exit.ShouldBe(CommandLine.Done);
        var program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(program);

        Keeper(_role, Lines());

        _cairn.Apply(program.Set("judgments", "level", "3", "1"));
        foreach (var verb in (string[])["recompute", "verify", "doctor", "migrate", "backup"])
        {
            var ran = _cairn.Run(verb);
            ran.Exit.ShouldBe(CommandLine.Done, $"{verb}: {ran.Out}{ran.Err}");
        }

        foreach (var harm in (string[])["ALTER TABLE judgments DISABLE TRIGGER judgments_only_insert", "DROP TABLE judgments", "TRUNCATE judgments", "CREATE TABLE songs (title text)", "DELETE FROM \"__EFMigrationsHistory\"", "DROP FUNCTION refuse_change() CASCADE"])
            Should.Throw<PostgresException>(() => Run(Own, harm), harm).SqlState.ShouldBe("42501", harm);
    }

    public void Dispose()
    {
        // What the role does not own any more it cannot drop.
        if (Directory.Exists(_cairn.Data)) File.Delete(Path.Combine(_cairn.Data, "directory.db"));
        _cairn.Dispose();
        NpgsqlConnection.ClearAllPools();
        Keeper("postgres", $"DROP DATABASE IF EXISTS {_role} WITH (FORCE)");
        Keeper("postgres", $"DROP ROLE IF EXISTS {_role}");
        Keeper("postgres", $"DROP ROLE IF EXISTS {_role}_owner");
    }

    private string Lines()
    {
        var page = File.ReadAllText(Path.Combine(FindRoot(), "docs", "how-to", "use-postgres.md"));
        return page.Split("```sql\n")[1].Split("```")[0].Replace("cairn", _role, StringComparison.Ordinal);
    }

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Cairn.slnx"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("The project's root is not above the tests.");
        return at;
    }

    private static void Keeper(string database, string sql) => Run(TestServer.To(database), sql);

    private static void Run(string connection, string sql)
    {
        using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ToString());
        server.Open();
        using var command = new NpgsqlCommand(sql, server) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
