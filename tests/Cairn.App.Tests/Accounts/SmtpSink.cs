using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Cairn.App.Tests.Accounts;

/// <summary>A mail server of the test's own on this machine: it takes every letter, and keeps it. It can be told to fail for a while.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<string> _letters = Channel.CreateUnbounded<string>();
    private readonly Task _serving;
    private int _failures;

    public SmtpSink()
    {
        _listener.Start();
        _serving = Serve();
    }

    /// <summary>The address as CAIRN_SMTP says it.</summary>
    public string Settings => $"smtp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}?from=cairn@example.org";

    /// <summary>How many connections it turned away.</summary>
    public int TurnedAway { get; private set; }

    /// <summary>Turns the next few connections away.</summary>
    public void FailNext(int times) => _failures = times;

    /// <summary>The next letter, as it was sent: heads and body.</summary>
    public async Task<string> Next()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await _letters.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Letters that came and were not read.</summary>
    public int Waiting => _letters.Reader.Count;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await Talk(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        if (_failures > 0)
        {
            _failures--;
            TurnedAway++;
            await writer.WriteLineAsync("421 come back later");
            return;
        }

        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Length >= 4 ? line[..4].ToUpperInvariant() : line;
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                await _letters.Writer.WriteAsync(await Body(reader), _stop.Token);
            }

            await writer.WriteLineAsync(verb == "QUIT" ? "221 bye" : "250 fine");
            if (verb == "QUIT") return;
        }
    }

    private async Task<string> Body(StreamReader reader)
    {
        var body = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".") body.AppendLine(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line);
        return body.ToString();
    }
}
