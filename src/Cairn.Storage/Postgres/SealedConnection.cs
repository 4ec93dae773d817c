using Npgsql;

namespace Cairn.Storage.Postgres;

/// <summary>Over a network the record goes sealed, or somebody said in so many words that it does not.</summary>
internal static class SealedConnection
{
    /// <summary>Is the server this machine, by its loopback or a socket? Of several servers each.</summary>
    public static bool IsHere(string hosts) => hosts.Split(',').All(one => IsOneHere(one.Trim()));

    /// <summary>What a checkup says about it. What somebody chose is no fault, and is told all the same.</summary>
    public static CheckupFinding Look(NpgsqlConnectionStringBuilder connection)
    {
        var (isHere, mode) = (IsHere(connection.Host!), connection.SslMode);
        var isSealed = mode is SslMode.VerifyFull or SslMode.VerifyCA;
        return new CheckupFinding("connection", true, isHere ? "on this machine" : isSealed ? $"TLS, and the certificate is looked at (SSL Mode={mode})" : $"over a network with SSL Mode={mode}",
            mode == SslMode.Require ? "say SSL Mode=VerifyFull: as it is, whoever answers is taken for the server" : "say SSL Mode=VerifyFull: as it is, others on the network may read the record")
        {
            IsNote = !isHere && !isSealed,
        };
    }

    private static bool IsOneHere(string host) => host.StartsWith('/') || host.StartsWith('@') || host.Split(':')[0].Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address)) || (System.Net.IPAddress.TryParse(host.Split(':')[0], out address) && System.Net.IPAddress.IsLoopback(address));
}
