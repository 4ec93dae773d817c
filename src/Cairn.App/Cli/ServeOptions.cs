using System.CommandLine;
using System.Security.Cryptography;
using Cairn.App.Access;
using Cairn.App.Running;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary>How <c>cairn serve</c> is run, beside where it listens: proxies, certificate, log, and how long it stays before it stops.</summary>
internal sealed record ServeOptions
{
    private static readonly Option<string[]> Proxies = new("--proxy") { Description = Say.Words["cli.serve.proxy"], HelpName = "NETWORK" };
    private static readonly Option<string?> Certificate = new("--certificate") { Description = Say.Words["cli.serve.certificate"], HelpName = "FILE" };
    private static readonly Option<string?> Key = new("--key") { Description = Say.Words["cli.serve.key"], HelpName = "FILE" };
    private static readonly Option<string?> Format = new("--log") { Description = Say.Words["cli.serve.log"], HelpName = "json|text" };
    private static readonly Option<int> Drain = new("--drain") { Description = Say.Words["cli.serve.drain"], HelpName = "SECONDS" };

    /// <summary>How the site is run.</summary>
    public SiteOptions Site { get; init; } = new();

    /// <summary>For so long it says that it is not ready, and answers, before it stops.</summary>
    public TimeSpan Stay { get; init; }

    public static Command AddTo(Command verb)
    {
        foreach (var option in (Option[])[Proxies, Certificate, Key, Format, Drain]) verb.Add(option);
        return verb;
    }

    /// <summary>As usual, for a person at a terminal.</summary>
    public static ServeOptions Usual(Terminal terminal) => new() { Site = new SiteOptions { LogTo = terminal.Err } };

    public static ServeOptions Of(ParseResult asked, Terminal terminal) => new()
    {
        Site = new SiteOptions
        {
            Proxies = [.. (asked.GetValue(Proxies) ?? []).Select(text => Access.Proxies.Read(text) ?? throw new UsageException(Say.Words["cli.serve.badProxy", ("network", text)]))],
            Certificate = CertificateOf(asked.GetValue(Certificate), asked.GetValue(Key)),
            Log = FormatOf(asked.GetValue(Format), terminal),
            LogTo = terminal.Err,
        },
        Stay = asked.GetValue(Drain) is >= 0 and <= 300 and var seconds ? TimeSpan.FromSeconds(seconds) : throw new UsageException(Say.Words["cli.serve.badDrain"]),
    };

    // A person who watches reads text; what is kept for a machine is JSON.
    private static LogFormat FormatOf(string? format, Terminal terminal) => format switch
    {
        null => terminal.IsWatched ? LogFormat.Text : LogFormat.Json,
        "json" => LogFormat.Json,
        "text" => LogFormat.Text,
        _ => throw new UsageException(Say.Words["cli.serve.badLog", ("format", format)]),
    };

    private static CertificateFile? CertificateOf(string? file, string? key)
    {
        if (file is null) return key is null ? null : throw new UsageException(Say.Words["cli.serve.keyAlone"]);
        try
        {
            return new CertificateFile(file, key);
        }
        catch (CryptographicException wrong)
        {
            throw new RefusedException(Say.Words["cli.serve.badCertificate", ("file", file)], wrong);
        }
    }
}
