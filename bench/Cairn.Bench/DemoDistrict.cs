using Cairn.App.Cli.Demo;
using Cairn.Storage;

namespace Cairn.Bench;

/// <summary>A demonstration district in a temporary folder, deleted at the end.</summary>
internal sealed class DemoDistrict : IAsyncDisposable
{
    private DemoDistrict(DataFolder folder) => Folder = folder;

    public DataFolder Folder { get; }

    public static async Task<DemoDistrict> Make(int learners)
    {
        var folder = new DataFolder(Path.Combine(Path.GetTempPath(), $"cairn-bench-{Guid.NewGuid():N}"));
        await MakeDemo.Ensure(folder, learners, TimeProvider.System, _ => { });
        return new DemoDistrict(folder);
    }

    public ValueTask DisposeAsync()
    {
        Folder.DeleteDemo();
        return ValueTask.CompletedTask;
    }
}
