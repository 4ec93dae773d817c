using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cairn.Storage.Journal.Verification;

/// <summary>
/// Sorts more records than memory should hold: some at a time in memory, written to files that vanish when they are closed, and
/// read back together. A journal of any length is brought into the order of its rows so.
/// </summary>
/// <param name="folder">Where the files lie while they are needed.</param>
/// <param name="order">The order.</param>
internal sealed class SpilledSort<T>(string folder, IComparer<T> order) : IDisposable
    where T : unmanaged
{
    private const int BytesInMemory = 32 << 20;
    private const int ReadAtOnce = 4096;

    private static readonly int Most = BytesInMemory / Unsafe.SizeOf<T>();

    private readonly List<FileStream> _runs = [];
    private T[] _now = new T[1024];
    private int _count;

    /// <summary>Takes a record.</summary>
    public void Add(T one)
    {
        if (_count == Most) Spill();
        if (_count == _now.Length) Array.Resize(ref _now, Math.Min(Most, _now.Length * 2));
        _now[_count++] = one;
    }

    /// <summary>All of them in order; once.</summary>
    public IEnumerable<T> Sorted()
    {
        Array.Sort(_now, 0, _count, order);
        if (_runs.Count == 0)
        {
            for (var i = 0; i < _count; i++) yield return _now[i];
            yield break;
        }

        Spill();
        var next = new PriorityQueue<IEnumerator<T>, T>(order);
        foreach (var run in _runs)
        {
            var records = Read(run).GetEnumerator();
            if (records.MoveNext()) next.Enqueue(records, records.Current);
        }

        while (next.TryDequeue(out var records, out var one))
        {
            yield return one;
            if (records.MoveNext()) next.Enqueue(records, records.Current);
        }
    }

    public void Dispose()
    {
        foreach (var run in _runs) run.Dispose();
    }

    private void Spill()
    {
        Array.Sort(_now, 0, _count, order);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var run = new FileStream(Path.Combine(folder, $".verify-{Guid.NewGuid():N}"), options);
        _runs.Add(run);
        run.Write(MemoryMarshal.AsBytes(_now.AsSpan(0, _count)));
        run.Position = 0;
        _count = 0;
    }

    private static IEnumerable<T> Read(FileStream run)
    {
        var some = new T[ReadAtOnce];
        int count;
        do
        {
            count = run.ReadAtLeast(MemoryMarshal.AsBytes(some.AsSpan()), ReadAtOnce * Unsafe.SizeOf<T>(), throwOnEndOfStream: false) / Unsafe.SizeOf<T>();
            for (var i = 0; i < count; i++) yield return some[i];
        }
        while (count == ReadAtOnce);
    }
}
