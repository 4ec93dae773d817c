using System.Security.Authentication;
using Npgsql;

namespace Cairn.App.Cli;

/// <summary>A database server that cannot be asked, or does not do what it is asked: why, and what to do.</summary>
internal static class ServerTrouble
{
    public static string Of(NpgsqlException wrong) => Sealing(wrong) is { } sealing ? $"{sealing} {Say.Words["cli.trouble.tls.modes"]}" : wrong.SqlState switch
    {
        "28P01" or "28000" => Say.Words["cli.trouble.password"],
        "3D000" => Say.Words["cli.trouble.noDatabase", ("message", wrong.Message)],
        "42501" => Say.Words["cli.trouble.notAllowed", ("message", wrong.Message)],
        "53100" => Say.Words["cli.trouble.disk"],
        "25006" => Say.Words["cli.trouble.readOnly"],
        null => Say.Words["cli.trouble.server", ("message", wrong.Message)],
        _ => wrong.Message,
    };

    /// <summary>What is wrong with the sealing of the connection; null where something else is. A server without TLS answers so before anybody
    /// has said who they are.</summary>
    public static string? Sealing(Exception wrong) => wrong switch
    {
        NpgsqlException { InnerException: AuthenticationException why } => Say.Words["cli.trouble.tls.certificate", ("message", why.Message)],
        NpgsqlException { SqlState: null, InnerException: null } server when server.Message.StartsWith("SSL", StringComparison.Ordinal) => Say.Words["cli.trouble.tls.none"],
        _ => null,
    };
}
