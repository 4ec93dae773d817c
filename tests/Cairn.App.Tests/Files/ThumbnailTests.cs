using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Cairn.App.Files;
using Cairn.Interop.Files;
using SkiaSharp;

namespace Cairn.App.Tests.Files;

/// <summary>Small pictures are drawn by a process of their own, from what anybody may have made.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class ThumbnailTests : IDisposable
{
    private readonly Thumbnails _thumbnails = new();

    public void Dispose() => _thumbnails.Dispose();

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, 1200, 800, 320, 213, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Png, 300, 600, 160, 320, "image/png")]
    [InlineData(SKEncodedImageFormat.Webp, 640, 640, 320, 320, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Jpeg, 40, 20, 40, 20, "image/jpeg")]
    public async Task A_picture_becomes_a_small_one(SKEncodedImageFormat format, int width, int height, int drawnWidth, int drawnHeight, string type)
    {
        var drawn = await Draw(Picture(format, width, height));
        drawn.ShouldNotBeNull().Type.ShouldBe(type);
        using var small = SKBitmap.Decode(drawn.Bytes);
        (small.Width, small.Height).ShouldBe((drawnWidth, drawnHeight));
        // Red above, blue below, as it was.
        small.GetPixel(small.Width / 2, small.Height / 8).Red.ShouldBeGreaterThan((byte)200);
        small.GetPixel(small.Width / 2, small.Height * 7 / 8).Blue.ShouldBeGreaterThan((byte)200);
    }

    [Theory]
    [InlineData(1, 0.5, 0.1)]
    [InlineData(3, 0.5, 0.9)]
    [InlineData(6, 0.9, 0.5)]
    [InlineData(8, 0.1, 0.5)]
    public async Task A_picture_is_drawn_as_the_camera_was_held(int turn, double redX, double redY)
    {
        var drawn = await Draw(WithExif(Picture(SKEncodedImageFormat.Jpeg, 400, 200), turn, "Wilhelmina's phone"));
        using var small = SKBitmap.Decode(drawn.ShouldNotBeNull().Bytes);
        (small.Width, small.Height).ShouldBe(turn is 6 or 8 ? (160, 320) : (320, 160));
        small.GetPixel((int)(small.Width * redX), (int)(small.Height * redY)).Red.ShouldBeGreaterThan((byte)200);
        Encoding.Latin1.GetString(drawn.Bytes).ShouldNotContain("Exif");
        Encoding.Latin1.GetString(drawn.Bytes).ShouldNotContain("Wilhelmina");
    }

    [Fact]
    [Trait("Abuse", "A14")]
    public async Task A_bomb_is_not_decoded()
    {
        // 60,000 by 60,000 dots in a few kilobytes: 14 GB where it is decoded.
        var watch = Stopwatch.StartNew();
        (await Draw(Bomb(60_000, 60_000))).ShouldBeNull();
        (await Draw(Bomb(2_000_000_000, 1))).ShouldBeNull();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [Trait("Abuse", "A14")]
    [InlineData("no picture at all")]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("")]
    public async Task What_is_no_picture_has_no_small_one(string text) => (await Draw(Encoding.ASCII.GetBytes(text))).ShouldBeNull();

    [Fact]
    [Trait("Abuse", "A14")]
    public async Task Half_a_picture_or_a_broken_one_ends_nothing()
    {
        var whole = Picture(SKEncodedImageFormat.Jpeg, 400, 300);
        var broken = whole.ToArray();
        for (var i = 200; i < broken.Length; i += 37) broken[i] ^= 0x5A;
        await Should.NotThrowAsync(() => Draw(broken));
        await Should.NotThrowAsync(() => Draw(whole[..(whole.Length / 2)]));
        (await Draw(whole)).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Abuse", "A14")]
    public async Task A_process_that_takes_too_long_is_killed()
    {
        using var hasty = new Thumbnails { Longest = TimeSpan.FromMilliseconds(200) };
        // A sender who never ends.
        (await hasty.Draw(new Endless(), 320, cancel: TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Several_at_once_are_drawn_one_after_the_other()
    {
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Draw(Picture(SKEncodedImageFormat.Png, 200, 200))))).ShouldAllBe(one => one != null);
    }

    [Fact]
    public void What_a_camera_says_is_taken_out_and_how_the_picture_is_turned_stays()
    {
        var jpeg = WithExif(Picture(SKEncodedImageFormat.Jpeg, 400, 200), 6, "Wilhelmina's phone");
        var clean = WithoutMetadata.Of(jpeg, FileKind.EndingIn("jpg")!).ShouldNotBeNull();
        Encoding.Latin1.GetString(clean).ShouldNotContain("Wilhelmina");
        using (var codec = SKCodec.Create(SKData.CreateCopy(clean))) codec.EncodedOrigin.ShouldBe(SKEncodedOrigin.RightTop);
        Dots(clean).ShouldBe(Dots(jpeg));

        var png = WithText(Picture(SKEncodedImageFormat.Png, 60, 40), "Wilhelmina");
        var plain = WithoutMetadata.Of(png, FileKind.EndingIn("png")!).ShouldNotBeNull();
        Encoding.Latin1.GetString(plain).ShouldNotContain("Wilhelmina");
        Dots(plain).ShouldBe(Dots(png));

        var webp = Picture(SKEncodedImageFormat.Webp, 60, 40);
        var tagged = WithChunk(webp, "EXIF", "Wilhelmina!!");
        var untagged = WithoutMetadata.Of(tagged, FileKind.EndingIn("webp")!).ShouldNotBeNull();
        Encoding.Latin1.GetString(untagged).ShouldNotContain("Wilhelmina");
        Dots(untagged).ShouldBe(Dots(webp));
    }

    [Fact]
    public void A_picture_that_is_broken_or_has_something_behind_it_tells_nothing()
    {
        var jpeg = FileKind.EndingIn("jpg")!;
        WithoutMetadata.Of([0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1], jpeg).ShouldBeNull();
        WithoutMetadata.Of([0xFF, 0xD8, 0xFF], jpeg).ShouldBeNull();
        var picture = Picture(SKEncodedImageFormat.Jpeg, 40, 20);
        WithoutMetadata.Of([.. picture, .. "PK hidden archive"u8], jpeg)!.Length.ShouldBeLessThanOrEqualTo(picture.Length);
        WithoutMetadata.Of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0], FileKind.EndingIn("png")!).ShouldBeNull();
        WithoutMetadata.Of("%PDF-1.7"u8.ToArray(), FileKind.EndingIn("pdf")!).ShouldBe("%PDF-1.7"u8.ToArray());
    }

    private Task<Thumbnail?> Draw(byte[] picture) => _thumbnails.Draw(new MemoryStream(picture), 320, cancel: TestContext.Current.CancellationToken);

    // Red above, blue below.
    private static byte[] Picture(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, format == SKEncodedImageFormat.Jpeg ? SKAlphaType.Opaque : SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Red);
            using var blue = new SKPaint { Color = SKColors.Blue };
            canvas.DrawRect(0, height / 2f, width, height / 2f, blue);
        }

        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    private static byte[] Dots(byte[] picture)
    {
        using var bitmap = SKBitmap.Decode(picture);
        return bitmap.Bytes;
    }

    // The words of a camera, little-endian: how it is turned, and its name.
    private static byte[] WithExif(byte[] jpeg, int turn, string make)
    {
        var words = Encoding.ASCII.GetBytes(make + "\0");
        byte[] tiff = [.. "II"u8, 42, 0, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, (byte)words.Length, 0, 0, 0, 38, 0, 0, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)turn, 0, 0, 0, 0, 0, 0, 0, .. words];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)((body.Length + 2) & 255), .. body, .. jpeg[2..]];
    }

    private static byte[] WithText(byte[] png, string text) => [.. png[..33], .. Chunk("tEXt", [.. "Author\0"u8, .. Encoding.ASCII.GetBytes(text)]), .. png[33..]];

    private static byte[] WithChunk(byte[] webp, string name, string text)
    {
        byte[] all = [.. webp, .. Encoding.ASCII.GetBytes(name), .. LittleEndian(text.Length), .. Encoding.ASCII.GetBytes(text)];
        BinaryPrimitives.WriteUInt32LittleEndian(all.AsSpan(4), (uint)(all.Length - 8));
        return all;
    }

    private static byte[] LittleEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Bomb(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 6);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(new byte[1_000_000]);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        var whole = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(whole, data.Length);
        body.CopyTo(whole, 4);
        BinaryPrimitives.WriteUInt32BigEndian(whole.AsSpan(body.Length + 4), Crc(body));
        return whole;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }

    private sealed class Endless : MemoryStream
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await destination.WriteAsync(new byte[] { 0xFF, 0xD8, 0xFF }, cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}
