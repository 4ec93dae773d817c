namespace Cairn.App.Tests;

/// <summary>A folder of a test's own, gone when the test ends, and with it what its districts hold on a server.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly bool _ownsServer;

    public TempFolder(bool ownsServer = true)
    {
        TestServer.Prepare();
        _ownsServer = ownsServer;
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    public string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        if (!Directory.Exists(Path)) return;
        if (_ownsServer && Engines.IsPostgres) TestServer.Drop(Path);
        Directory.Delete(Path, recursive: true);
    }
}
