using Cairn.Learning.Evidence;

namespace Cairn.App.Files;

/// <summary>
/// Small pictures that were drawn lately, kept in memory only, so that a class that looks at one picture has it drawn once. A picture stands under
/// all that it was drawn from: the file, its size and what is hidden on it; so one with a face that is hidden now is never seen from before. It
/// holds so many bytes, each picture for half an hour, and nothing at all after an erasure. Who may look is asked before, each time.
/// </summary>
internal sealed class SmallPictures(Thumbnails thumbnails, TimeProvider clock) : IDisposable
{
    private const int MostBytes = 32 << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, LinkedListNode<Kept>> _kept = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> _newestUse = new();
    private readonly SemaphoreSlim _drawing = new(2);
    private readonly Lock _keeping = new();
    private int _bytes;
    private int _forgotten;

    /// <summary>Bytes that are kept.</summary>
    public int Bytes
    {
        get { lock (_keeping) return _bytes; }
    }

    /// <summary>How many were drawn.</summary>
    public int Drawn { get; private set; }

    private sealed record Kept(string Key, Thumbnail Picture, DateTimeOffset DrawnAt);

    /// <summary>A small picture; null for what cannot be drawn.</summary>
    /// <param name="key">Made of all that it is drawn from.</param>
    /// <param name="file">The file.</param>
    /// <param name="side">The longer side of what is drawn, in dots.</param>
    /// <param name="hidden">Parts that nobody recognises anything in.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Thumbnail?> Of(string key, Stream file, int side, IReadOnlyList<FaceBox> hidden, CancellationToken cancel)
    {
        if (Find(key) is { } known) return known;
        await _drawing.WaitAsync(cancel);
        try
        {
            // Whoever waited finds what the one before them had drawn.
            if (Find(key) is { } meanwhile) return meanwhile;
            var began = Volatile.Read(ref _forgotten);
            if (await thumbnails.Draw(file, side, hidden, cancel) is not { } drawn) return null;
            Add(new Kept(key, drawn, clock.GetUtcNow()), began);
            return drawn;
        }
        finally
        {
            _drawing.Release();
        }
    }

    /// <summary>Forgets all of them, and what is being drawn now is not kept either: somebody was erased.</summary>
    public void Forget()
    {
        lock (_keeping)
        {
            _forgotten++;
            _kept.Clear();
            _newestUse.Clear();
            _bytes = 0;
        }
    }

    public void Dispose() => _drawing.Dispose();

    private Thumbnail? Find(string key)
    {
        lock (_keeping)
        {
            DropOld();
            if (!_kept.TryGetValue(key, out var node)) return null;
            _newestUse.Remove(node);
            _newestUse.AddFirst(node);
            return node.Value.Picture;
        }
    }

    private void Add(Kept one, int began)
    {
        lock (_keeping)
        {
            Drawn++;
            if (began != _forgotten || one.Picture.Bytes.Length > MostBytes / 8 || _kept.ContainsKey(one.Key)) return;
            _kept[one.Key] = _newestUse.AddFirst(one);
            _bytes += one.Picture.Bytes.Length;
            while (_bytes > MostBytes) Drop(_newestUse.Last!);
        }
    }

    private void DropOld()
    {
        var before = clock.GetUtcNow() - Longest;
        for (var node = _newestUse.Last; node is not null;)
        {
            var next = node.Previous;
            if (node.Value.DrawnAt < before) Drop(node);
            node = next;
        }
    }

    private void Drop(LinkedListNode<Kept> node)
    {
        _newestUse.Remove(node);
        _kept.Remove(node.Value.Key);
        _bytes -= node.Value.Picture.Bytes.Length;
    }
}
