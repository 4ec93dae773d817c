using Cairn.App.Cli.Demo;
using Cairn.Storage;

namespace Cairn.App.Tests.Cli;

/// <summary>A demonstration's database, opened to be read.</summary>
internal sealed class Opened : IDisposable
{
    private readonly District _district;

    public Opened(DataFolder folder)
    {
        _district = District.OpenExisting(folder, MakeDemo.District, toWrite: false, TimeProvider.System);
        Db = _district.Open();
    }

    public Db Db { get; }

    public IReadOnlyList<FrameworkInForce> Frameworks => _district.Frameworks;

    public void Dispose()
    {
        Db.Dispose();
        _district.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
