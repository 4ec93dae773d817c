using Cairn.Storage;
using Cairn.Storage.Postgres;

namespace Cairn.App.Tests;

/// <summary>A folder of a test's own, gone when the test ends, and with it what its districts hold on a server.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly bool _ownsServer;

    public TempFolder(bool ownsServer = true) => _ownsServer = ownsServer;

    public string Path { get; } = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    public string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        if (!Directory.Exists(Path)) return;
        if (_ownsServer && Engines.IsPostgres)
            foreach (var file in Directory.EnumerateFiles(Path, "directory.db", SearchOption.AllDirectories))
                Drop(new DataFolder(System.IO.Path.GetDirectoryName(file)!));
        Directory.Delete(Path, recursive: true);
    }

    private static void Drop(DataFolder folder)
    {
        foreach (var district in folder.Districts)
        {
            using var engine = folder.EngineOf(district);
            (engine as PostgresEngine)?.Drop();
        }
    }
}
