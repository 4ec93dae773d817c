using Cairn.App.Files;
using Cairn.App.Tests.Web;
using Cairn.Learning.Evidence;
using SkiaSharp;

namespace Cairn.App.Tests.Files;

/// <summary>A small picture that was drawn lately is not drawn anew; what is hidden now is never seen from before.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class SmallPicturesTests : IDisposable
{
    private static readonly byte[] File = Picture();
    private readonly Thumbnails _thumbnails = new();
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly SmallPictures _pictures;

    public SmallPicturesTests() => _pictures = new SmallPictures(_thumbnails, _clock);

    public void Dispose()
    {
        _pictures.Dispose();
        _thumbnails.Dispose();
    }

    [Fact]
    public async Task Who_looks_at_once_or_again_sees_what_was_drawn_once()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Look("one")));
        // Two may be drawn side by side before either is there.
        _pictures.Drawn.ShouldBeInRange(1, 2);
        all.ShouldAllBe(one => one!.Bytes.SequenceEqual(all[0]!.Bytes));
        var drawn = _pictures.Drawn;
        (await Look("one")).ShouldNotBeNull();
        _pictures.Drawn.ShouldBe(drawn);
        _pictures.Bytes.ShouldBe(all[0]!.Bytes.Length);
    }

    [Fact]
    public async Task What_is_hidden_since_is_another_picture()
    {
        var before = await Look("plain");
        var after = await Look("hidden", new FaceBox(100, 100, 300, 300));
        after!.Bytes.SequenceEqual(before!.Bytes).ShouldBeFalse();
        _pictures.Drawn.ShouldBe(2);
    }

    [Fact]
    public async Task After_an_erasure_none_is_kept()
    {
        await Look("one");
        _pictures.Forget();
        _pictures.Bytes.ShouldBe(0);
        await Look("one");
        _pictures.Drawn.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_being_drawn_when_somebody_was_erased_is_not_kept()
    {
        using var slow = new Held(File);
        var looking = _pictures.Of("one", slow, 160, [], TestContext.Current.CancellationToken);
        await slow.Asked;
        _pictures.Forget();
        slow.Go();
        (await looking).ShouldNotBeNull();
        _pictures.Bytes.ShouldBe(0);
    }

    [Fact]
    public async Task It_is_kept_for_half_an_hour()
    {
        await Look("one");
        _clock.Pass(TimeSpan.FromMinutes(31));
        await Look("other");
        await Look("one");
        _pictures.Drawn.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_no_picture_is_none_each_time()
    {
        using var none = new MemoryStream([1, 2, 3]);
        (await _pictures.Of("none", none, 160, [], TestContext.Current.CancellationToken)).ShouldBeNull();
        _pictures.Bytes.ShouldBe(0);
    }

    private async Task<Thumbnail?> Look(string key, params FaceBox[] hidden)
    {
        using var file = new MemoryStream(File);
        return await _pictures.Of(key, file, 160, hidden, TestContext.Current.CancellationToken);
    }

    private static byte[] Picture()
    {
        using var bitmap = new SKBitmap(320, 240);
        for (var y = 0; y < bitmap.Height; y++)
            for (var x = 0; x < bitmap.Width; x++) bitmap.SetPixel(x, y, new SKColor((byte)(x & 255), (byte)y, (byte)((x * y) & 255)));
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }

    /// <summary>A file that comes when it is let.</summary>
    private sealed class Held(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public void Go() => _go.SetResult();

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            _asked.TrySetResult();
            await _go.Task;
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
        }
    }
}
