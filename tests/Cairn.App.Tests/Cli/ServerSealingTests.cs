using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cairn.App.Cli;
using Cairn.Storage;

namespace Cairn.App.Tests.Cli;

/// <summary>A connection that is to be sealed, to a server that has no TLS or somebody else's certificate: what is said tells what to do.</summary>
public sealed class ServerSealingTests : IDisposable
{
    private const string Secret = "open-sesame-4711";

    private readonly Installation _cairn = new();

    [Fact]
    public async Task A_server_without_tls_is_said_and_what_the_modes_mean()
    {
        await using var server = new Knocked(null);

        var ran = Add(server, "VerifyFull");

        ran.ShouldBeRefused("asks for TLS, and the database server has none", "SSL Mode=Disable: not sealed", "Root Certificate=FILE");
        (ran.Out + ran.Err).ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("VerifyFull")]
    [InlineData("VerifyCA")]
    public async Task A_certificate_that_nobody_here_signed_is_said(string mode)
    {
        await using var server = new Knocked(Made());

        Add(server, mode).ShouldBeRefused("does not take the database server's certificate", "SSL Mode=VerifyFull: sealed");
    }

    [Fact]
    public async Task The_doctor_has_a_line_for_it_and_its_fix()
    {
        await using var server = new Knocked(null);
        _cairn.Folder.Note(DataFolder.DefaultDistrict, Connection(server, "VerifyFull"), () => { });

        var ran = _cairn.Run("doctor");

        ran.Exit.ShouldBe(CommandLine.Refused);
        ran.Out.ShouldContain("BAD  connection: The connection asks for TLS, and the database server has none.");
        ran.Out.ShouldContain("SSL Mode=Require: sealed, whoever answers.");
        ran.Out.ShouldNotContain(Secret);
        var told = _cairn.Run("doctor", "--json").Json.GetProperty("findings")[0];
        (told.GetProperty("what").GetString(), told.GetProperty("isGood").GetBoolean()).ShouldBe(("connection", false));
    }

    public void Dispose()
    {
        // What the directory was made to name is nobody's to drop.
        if (Directory.Exists(_cairn.Data)) File.Delete(Path.Combine(_cairn.Data, "directory.db"));
        _cairn.Dispose();
    }

    private Ran Add(Knocked server, string mode) => _cairn.Run("district", "add", "north", "--title", "North", "--time-zone", "UTC", "--postgres", Connection(server, mode));

    private static string Connection(Knocked server, string mode) => $"Host=127.0.0.1;Port={server.Port};Username=postgres;Password={Secret};Database=north;SSL Mode={mode}";

    private static X509Certificate2 Made()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>A server as far as the first question goes: whether it has TLS. With a certificate it says yes, and shakes hands.</summary>
    private sealed class Knocked : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly X509Certificate2? _certificate;
        private readonly Task _answering;

        public Knocked(X509Certificate2? certificate)
        {
            _certificate = certificate;
            _listener.Start();
            _answering = Answer();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _answering;
            _listener.Dispose();
            _certificate?.Dispose();
        }

        private async Task Answer()
        {
            while (true)
            {
                try
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await using var stream = client.GetStream();
                    await stream.ReadExactlyAsync(new byte[8]);
                    await stream.WriteAsync(_certificate is null ? "N"u8.ToArray() : "S"u8.ToArray());
                    if (_certificate is null) continue;
                    await using var tls = new SslStream(stream);
                    await tls.AuthenticateAsServerAsync(_certificate);
                    await tls.ReadExactlyAsync(new byte[1]);
                }
                catch (Exception wrong) when (wrong is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // The other side does not take it: that is what is tested.
                }
                catch (Exception wrong) when (wrong is SocketException or ObjectDisposedException or InvalidOperationException)
                {
                    return;
                }
            }
        }
    }
}
