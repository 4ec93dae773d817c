using System.Threading.Channels;
using Cairn.App.Tests;
using Cairn.Storage;
using Cairn.Storage.Postgres;
using Cairn.Storage.Sqlite;

[assembly: AssemblyFixture(typeof(TestServer))]

namespace Cairn.App.Tests;

/// <summary>What districts of a run are copies of: an empty record that has the schema, a database of the server on PostgreSQL and a file on SQLite.
/// Databases of tests that ended are dropped beside the tests that go on.</summary>
public sealed class TestServer : IAsyncLifetime
{
    private static readonly Channel<PostgresEngine> Ended = Channel.CreateUnbounded<PostgresEngine>();
    private static readonly Task Dropping = Task.Run(DropThem);
    private static readonly Lazy<PostgresEngine?> Template = new(MakeTemplate);
    private static readonly DirectoryInfo Files = Directory.CreateTempSubdirectory("cairn-template-");

    /// <summary>The connection to the server; only in a run on PostgreSQL.</summary>
    public static string Connection => Environment.GetEnvironmentVariable(DataFolder.ServerVariable) ?? throw new InvalidOperationException("This run has no server.");

    /// <summary>The connection to a database of the server.</summary>
    public static string To(string database) => $"{Connection};Database={database}";

    /// <summary>From now on new districts are copies.</summary>
    public static void Prepare() => _ = Template.Value;

    // A test's link may lead anywhere on the machine.
    private static readonly EnumerationOptions Inside = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Drops what the districts of a folder hold on the server, soon.</summary>
    internal static void Drop(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "directory.db", Inside))
        {
            var data = new DataFolder(Path.GetDirectoryName(file)!);
            foreach (var district in data.Districts)
                if (data.EngineOf(district) is PostgresEngine engine && !Ended.Writer.TryWrite(engine)) engine.Drop();
        }
    }

    public ValueTask InitializeAsync()
    {
        Prepare();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        Ended.Writer.TryComplete();
        await Dropping;
        Template.Value?.Drop();
        Files.Delete(recursive: true);
    }

    private static PostgresEngine? MakeTemplate()
    {
        // What a test starts, such as the program at the command line, copies it too.
        var file = Path.Combine(Files.FullName, "record.db");
        using (var empty = new SqliteEngine(file)) empty.Make(_ => { });
        Environment.SetEnvironmentVariable(DataFolder.FileTemplateVariable, file);
        if (!Engines.IsPostgres) return null;
        var name = $"cairn_template_{Guid.NewGuid():N}";
        var template = new PostgresEngine(To(name));
        template.Make(_ => { });
        // Nobody may be in a database while it is copied.
        template.Dispose();
        Environment.SetEnvironmentVariable(DataFolder.TemplateVariable, name);
        return template;
    }

    private static async Task DropThem()
    {
        await foreach (var engine in Ended.Reader.ReadAllAsync()) engine.Drop();
    }
}
