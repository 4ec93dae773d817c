using System.IO.Compression;

namespace Cairn.App.Ui.Layout;

/// <summary>One file inside the binary. Text is pressed once, when it is first asked for.</summary>
internal sealed class Asset(string path, string address, string hash, byte[] bytes)
{
    private readonly Lazy<byte[]> brotli = new(() => Press(bytes, to => new BrotliStream(to, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> gzip = new(() => Press(bytes, to => new GZipStream(to, CompressionLevel.SmallestSize)));

    public string Path => path;
    public string Address => address;
    public string Hash => hash;
    public byte[] Bytes => bytes;
    public bool IsText => !path.EndsWith(".woff2", StringComparison.Ordinal) && !path.EndsWith(".png", StringComparison.Ordinal);

    public string Type => System.IO.Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };

    public static bool IsNamedByStyle(string path) => path.StartsWith("fonts/", StringComparison.Ordinal);

    /// <summary>The bytes as the browser would have them, with the name of their encoding.</summary>
    public (byte[] Bytes, string? Encoding) For(string accepted)
    {
        if (!IsText) return (bytes, null);
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase)) return (brotli.Value, "br");
        if (accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase)) return (gzip.Value, "gzip");
        return (bytes, null);
    }

    private static byte[] Press(byte[] bytes, Func<Stream, Stream> press)
    {
        using var to = new MemoryStream();
        using (var stream = press(to)) stream.Write(bytes);
        return to.ToArray();
    }
}
