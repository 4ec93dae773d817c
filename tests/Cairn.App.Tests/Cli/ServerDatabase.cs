using Cairn.Storage.Postgres;
using Npgsql;

namespace Cairn.App.Tests.Cli;

/// <summary>A database of the server that no district is in.</summary>
internal sealed class ServerDatabase : IDisposable
{
    private readonly PostgresEngine _engine;

    public ServerDatabase()
    {
        Name = $"cairn_other_{Guid.NewGuid():N}";
        Connection = TestServer.To(Name);
        _engine = new PostgresEngine(Connection);
        using var server = new NpgsqlConnection(TestServer.To("postgres"));
        server.Open();
        using var make = new NpgsqlCommand($"CREATE DATABASE \"{Name}\"", server);
        make.ExecuteNonQuery();
    }

    public string Name { get; }

    public string Connection { get; }

    public void Run(string sql)
    {
        using var at = new NpgsqlConnection(Connection + ";Pooling=false");
        at.Open();
        using var command = new NpgsqlCommand(sql, at);
        command.ExecuteNonQuery();
    }

    public List<string> Tables()
    {
        using var at = new NpgsqlConnection(Connection + ";Pooling=false");
        at.Open();
        using var command = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", at);
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read()) found.Add(rows.GetString(0));
        return found;
    }

    public void Dispose() => _engine.Drop();
}
