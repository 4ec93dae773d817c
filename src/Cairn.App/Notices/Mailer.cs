using System.Threading.Channels;
using MailKit.Net.Smtp;

namespace Cairn.App.Notices;

/// <summary>
/// Sends letters, one after the other, beside whoever asked for them: what it takes to write one and whether it is written at all shows in
/// nobody's answer. What waits is in memory, a thousand at most, and is tried four times; a stop loses what waits. A durable
/// outbox takes its place with the queue of jobs.
/// </summary>
internal sealed class Mailer : BackgroundService
{
    private const int Most = 1000;
    private const int Tries = 4;

    private readonly Channel<Func<Task<Letter?>>> _waiting = Channel.CreateBounded<Func<Task<Letter?>>>(Most);
    private readonly MailSettings? _settings;
    private readonly TimeSpan _pause;
    private readonly ILogger<Mailer> _log;

    public Mailer(ILogger<Mailer> log)
        : this(MailSettings.Read(Environment.GetEnvironmentVariable(MailSettings.Variable)), TimeSpan.FromSeconds(10), log)
    {
    }

    /// <param name="settings">By what server; null for none: then nothing is sent.</param>
    /// <param name="pause">Between the first try and the second; each further one is three times as long.</param>
    /// <param name="log">Where troubles are noted.</param>
    public Mailer(MailSettings? settings, TimeSpan pause, ILogger<Mailer> log) => (_settings, _pause, _log) = (settings, pause, log);

    /// <summary>Can letters be sent?</summary>
    public bool IsSetUp => _settings is not null;

    /// <summary>Sends a letter, soon. False where too many wait.</summary>
    public bool Send(Letter letter) => Post(() => Task.FromResult<Letter?>(letter));

    /// <summary>Writes a letter and sends it, soon, or finds that there is none to send.</summary>
    public bool Post(Func<Task<Letter?>> write) => _waiting.Writer.TryWrite(write);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var write in _waiting.Reader.ReadAllAsync(stoppingToken))
            try
            {
                if (await write() is { } letter && _settings is not null) await Deliver(letter, stoppingToken);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                // One letter that cannot be written stops no other. Neither its address nor its words go into the log.
                MailLog.NotWritten(_log, wrong.GetType().Name);
            }
    }

    private async Task Deliver(Letter letter, CancellationToken stop)
    {
        var message = letter.Written(_settings!.From);
        for (var (tries, pause) = (1, _pause); ; tries++, pause *= 3)
            try
            {
                using var server = new SmtpClient();
                await server.ConnectAsync(_settings.Host, _settings.Port, _settings.Security, stop);
                if (_settings.User.Length > 0) await server.AuthenticateAsync(_settings.User, _settings.Password, stop);
                await server.SendAsync(message, stop);
                await server.DisconnectAsync(quit: true, stop);
                return;
            }
            catch (Exception wrong) when (!stop.IsCancellationRequested && tries < Tries && MayPass(wrong))
            {
                await Task.Delay(pause, stop);
            }
    }

    // What the server says is wrong with this letter stays wrong.
    private static bool MayPass(Exception wrong) => wrong is not SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 } and not MailKit.Security.AuthenticationException;
}

/// <summary>What the mailer notes.</summary>
internal static partial class MailLog
{
    [LoggerMessage(1, LogLevel.Warning, "A letter could not be written or sent: {Trouble}.")]
    public static partial void NotWritten(ILogger log, string trouble);
}
