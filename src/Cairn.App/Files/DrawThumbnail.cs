using Cairn.Interop.Files;
using Cairn.Learning.Evidence;
using SkiaSharp;

namespace Cairn.App.Files;

/// <summary>Draws the small picture. It runs in a process of its own only, for it decodes what anybody may have made.</summary>
internal static class DrawThumbnail
{
    private const int Quality = 82;
    private const int Cells = 4;

    /// <param name="picture">The file.</param>
    /// <param name="side">The longer side of what is drawn, in dots.</param>
    /// <param name="hidden">Parts that nobody recognises anything in, of the picture as it is seen upright.</param>
    /// <returns>Null where it is no picture of a kind that is known, or too large.</returns>
    public static Thumbnail? Of(byte[] picture, int side, IReadOnlyList<FaceBox>? hidden = null)
    {
        using var bytes = new MemoryStream(picture, writable: false);
        if (FileContent.KindOf(bytes, "") is not { HasThumbnail: true }) return null;
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Gif or SKEncodedImageFormat.Webp)) return null;
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < 1 || height < 1 || (long)width * height > Thumbnail.MostPixels) return null;
        var scale = Math.Min(1f, side / (float)Math.Max(width, height));
        // A JPEG is decoded small at once.
        var size = codec.GetScaledDimensions(scale);
        using var decoded = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(decoded.Info, decoded.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput)) return null;
        using var whole = Upright(decoded, codec.EncodedOrigin, Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
        using var upright = Hidden(whole, hidden ?? []);
        var isOpaque = codec.Info.AlphaType == SKAlphaType.Opaque;
        using var drawn = upright.Encode(isOpaque ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, Quality);
        return new Thumbnail(isOpaque ? "image/jpeg" : "image/png", drawn.ToArray());
    }

    // Of each part four times four colours are left, and a tenth more is taken on every side: no program brings a face back from that.
    private static SKImage Hidden(SKImage picture, IReadOnlyList<FaceBox> hidden)
    {
        using var surface = SKSurface.Create(new SKImageInfo(picture.Width, picture.Height));
        surface.Canvas.DrawImage(picture, 0, 0);
        using var all = SKBitmap.FromImage(picture);
        foreach (var box in hidden)
        {
            var (wide, high) = (box.Width / 10, box.Height / 10);
            var part = SKRectI.Intersect(new SKRectI((box.Left - wide) * picture.Width / 1000, (box.Top - high) * picture.Height / 1000,
                ((box.Left + box.Width + wide) * picture.Width / 1000) + 1, ((box.Top + box.Height + high) * picture.Height / 1000) + 1), new SKRectI(0, 0, picture.Width, picture.Height));
            for (var i = 0; i < Cells * Cells; i++)
            {
                var (x, y) = (i % Cells, i / Cells);
                var cell = new SKRectI(part.Left + (part.Width * x / Cells), part.Top + (part.Height * y / Cells), part.Left + (part.Width * (x + 1) / Cells), part.Top + (part.Height * (y + 1) / Cells));
                using var paint = new SKPaint { Color = Mean(all, cell) };
                surface.Canvas.DrawRect(cell, paint);
            }
        }

        return surface.Snapshot();
    }

    private static SKColor Mean(SKBitmap picture, SKRectI cell)
    {
        var (red, green, blue, count) = (0L, 0L, 0L, 0L);
        for (var y = cell.Top; y < cell.Bottom; y++)
            for (var x = cell.Left; x < cell.Right; x++)
            {
                var colour = picture.GetPixel(x, y);
                (red, green, blue, count) = (red + colour.Red, green + colour.Green, blue + colour.Blue, count + 1);
            }

        return count == 0 ? SKColors.Gray : new SKColor((byte)(red / count), (byte)(green / count), (byte)(blue / count));
    }

    // As the camera was held: the turn is drawn, and is not said any more.
    private static SKImage Upright(SKBitmap picture, SKEncodedOrigin origin, int width, int height)
    {
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        using var surface = SKSurface.Create(isTurned ? new SKImageInfo(height, width) : new SKImageInfo(width, height));
        var canvas = surface.Canvas;
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }
}
