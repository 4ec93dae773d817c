using System.Net.Sockets;
using System.Text;

namespace Cairn.App.Tests.Web;

/// <summary>A connection as bytes, for what no client of manners would send.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpClient _client = new();
    private NetworkStream _stream = null!;

    public static async Task<Wire> To(Uri site)
    {
        var wire = new Wire();
        await wire._client.ConnectAsync(site.Host, site.Port, TestContext.Current.CancellationToken);
        wire._stream = wire._client.GetStream();
        return wire;
    }

    /// <summary>Sends all of it, and gives what comes back until the other side closes.</summary>
    public static async Task<string> Ask(Uri site, string sent)
    {
        await using var wire = await To(site);
        await wire.Send(sent);
        return await wire.ToEnd();
    }

    /// <summary>Sends; what the other side no longer takes is left.</summary>
    public async Task<bool> Send(string text)
    {
        try
        {
            await _stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The first line that comes; empty where the other side closed.</summary>
    public async Task<string> FirstLine()
    {
        var line = new StringBuilder();
        var one = new byte[1];
        try
        {
            while (await _stream.ReadAsync(one, TestContext.Current.CancellationToken) == 1 && one[0] != '\n') line.Append((char)one[0]);
        }
        catch (IOException)
        {
        }

        return line.ToString().TrimEnd('\r');
    }

    public async Task<string> ToEnd()
    {
        var all = new MemoryStream();
        try
        {
            await _stream.CopyToAsync(all, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Cut off: what came before stands.
        }

        return Encoding.Latin1.GetString(all.ToArray());
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
