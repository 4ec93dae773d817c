using System.Buffers;
using System.IO.Compression;
using Cairn.App.Ui.Kit;
using Microsoft.Net.Http.Headers;

namespace Cairn.App.Ui.Layout;

/// <summary>Sends written HTML in one piece, pressed where the browser takes Brotli; the buffer goes back afterwards.</summary>
internal sealed class SendHtml(HtmlBytes html) : IResult
{
    // A grid says the same few cells over and over: four is a quarter smaller than one, for a millisecond or two.
    private const int Quality = 4;
    private const int Window = 18;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var written = html;
        var response = httpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        if (!httpContext.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            response.ContentLength = html.Written.Length;
            await response.Body.WriteAsync(html.Written);
            return;
        }

        var pressed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(html.Written.Length));
        if (!BrotliEncoder.TryCompress(html.Written.Span, pressed, out var length, Quality, Window)) throw new InvalidOperationException("A page could not be pressed.");
        response.Headers.ContentEncoding = "br";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        response.ContentLength = length;
        await response.Body.WriteAsync(pressed.AsMemory(0, length));
        ArrayPool<byte>.Shared.Return(pressed);
    }
}
