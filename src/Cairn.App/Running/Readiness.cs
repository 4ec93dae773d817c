using Cairn.App.Access;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Running;

/// <summary>One thing that has to be so before visitors are sent here.</summary>
internal readonly record struct Ready(string What, bool IsSo);

/// <summary>Can visitors be answered? The databases answer, their schema is this program's, the disk takes a file, no writer
/// has stopped, and the site is not about to stop. Looked at once a second at most, however often it is asked.</summary>
internal sealed class Readiness(OpenDistricts districts, DataFolder folder, Draining draining, TimeProvider clock)
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly Lock _looking = new();
    private (DateTimeOffset At, Task<Ready[]> Found) _last = (DateTimeOffset.MinValue, Task.FromResult<Ready[]>([]));

    public async Task<IReadOnlyList<Ready>> Look()
    {
        Task<Ready[]> found;
        lock (_looking)
        {
            var now = clock.GetUtcNow();
            if (now - _last.At >= Trusted || now < _last.At) _last = (now, Task.WhenAll(Of("database", Answers), Of("schema", HasSchema), Of("disk", TakesFile), Of("writer", Writes)));
            found = _last.Found;
        }

        return [.. await found, new Ready("open", !draining.Is)];
    }

    // What breaks or takes too long is not so; it goes on by itself.
    private static async Task<Ready> Of(string what, Func<bool> isSo)
    {
        try
        {
            return new Ready(what, await Task.Run(isSo).WaitAsync(Longest));
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return new Ready(what, false);
        }
    }

    private bool Answers() => districts.Now().All(district =>
    {
        using var db = district.Open();
        return db.Organizations.AsNoTracking().Any();
    });

    private bool HasSchema()
    {
        foreach (var district in districts.Now()) Schema.Check(district);
        return true;
    }

    // After a flush that failed nothing is written until the process is started again.
    private bool Writes() => districts.Now().All(district => district.Writer.StoppedBecause is null);

    // A folder that is not there yet is made with the first district.
    private bool TakesFile()
    {
        if (!Directory.Exists(folder.Path)) return true;
        var place = Directory.Exists(Path.Combine(folder.Path, "districts")) ? Path.Combine(folder.Path, "districts") : folder.Path;
        using var file = new FileStream(Path.Combine(place, $".ready-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        file.Write(new byte[4096]);
        file.Flush();
        return true;
    }
}
