using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Imports;
using Cairn.App.Tests.Storage;

namespace Cairn.App.Tests.Backups;

/// <summary>The doctor looks at what surrounds a record, too; each line that is not good has its fix.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly Installation _cairn = new();

    public DoctorTests() => _cairn.Apply(new ProgramFolder(_cairn.Of("program")));

    [Fact]
    public void A_sound_installation_is_told_line_by_line()
    {
        var told = _cairn.Run("doctor", "--json", "--state");

        told.Exit.ShouldBe(CommandLine.Done);
        told.Json.GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("what").GetString()).ShouldBeSubsetOf(["disk", "schema", "database", "connection", "references", "durability", "facts", "conclusions", "keys", "backup", "clock", "address", "mail", "pdf", "journal"]);
        foreach (var what in (string[])["disk", "schema", "database", "keys", "backup", "clock", "address", "mail"]) told.Out.ShouldContain($"\"what\":\"{what}\"");
        told.Json.GetProperty("stateHash").GetString().ShouldBe(Keep.StateOf(_cairn));
    }

    [Theory]
    [InlineData("directory.key")]
    [InlineData("keys/journal")]
    public void A_key_that_others_may_read_is_named_with_its_fix(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no such mode here.");
        var key = Path.Combine(_cairn.Data, name);
        Directory.CreateDirectory(Path.GetDirectoryName(key)!);
        if (!File.Exists(key)) File.WriteAllText(key, "secret");
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var told = _cairn.Run("doctor");

        told.Exit.ShouldBe(CommandLine.Refused);
        told.Out.ShouldContain($"BAD  keys: others may read {key}");
        told.Out.ShouldContain($"chmod 600 {key}");
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _cairn.Run("doctor").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void A_clock_behind_the_newest_fact_is_told()
    {
        using (var db = _cairn.Open().Open()) Sql.Run(db, Engines.IsPostgres ? "UPDATE head SET last_recorded_at = now() + interval '1 hour'" : "UPDATE head SET last_recorded_at = last_recorded_at + 3600000000000");

        var told = _cairn.Run("doctor");

        told.Exit.ShouldBe(CommandLine.Refused);
        told.Out.ShouldContain("BAD  clock");
        told.Out.ShouldContain("put back");
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.4:5080", false)]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    public void An_address_that_is_open_to_the_network_without_TLS_is_told(string urls, bool isGood)
    {
        var told = _cairn.Run("doctor", "--urls", urls);
        told.Exit.ShouldBe(isGood ? CommandLine.Done : CommandLine.Refused);
        told.Out.ShouldContain(isGood ? "note address" : "BAD  address");
    }

    [Theory]
    [InlineData(-10, 90, true)]
    [InlineData(-100, 13, false)]
    [InlineData(-100, -1, false)]
    [InlineData(1, 90, false)]
    public void A_certificate_is_told_two_weeks_before_it_ends(int from, int until, bool isGood)
    {
        using var key = System.Security.Cryptography.ECDsa.Create();
        using var made = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=learn.example.org", key, System.Security.Cryptography.HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(until));
        File.WriteAllText(_cairn.Of("cert.pem"), made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());

        var told = _cairn.Run("doctor", "--urls", "https://*:5443", "--certificate", _cairn.Of("cert.pem"));

        told.Exit.ShouldBe(isGood ? CommandLine.Done : CommandLine.Refused, told.Out);
        told.Out.ShouldContain(isGood ? "ok   address: the certificate" : "BAD  address: the certificate");
    }

    [Fact]
    public void An_https_address_without_a_certificate_is_told()
    {
        _cairn.Run("doctor", "--urls", "https://*:5443").Out.ShouldContain("BAD  address");
        File.WriteAllText(_cairn.Of("cert.pem"), "nothing");
        _cairn.Run("doctor", "--urls", "https://*:5443", "--certificate", _cairn.Of("cert.pem")).Out.ShouldContain("holds no certificate");
    }

    [Theory]
    [InlineData(60, 60, null)]
    [InlineData(60, 64, null)]
    [InlineData(60, 3660, 3600.0)]
    [InlineData(60, -3540, -3600.0)]
    public void A_clock_that_jumps_under_a_site_is_told_by_the_doctor(int passed, int shown, double? jumped)
    {
        var clock = new JumpyClock();
        var watch = new Cairn.App.Jobs.ClockWatch(_cairn.Folder, clock);
        clock.Pass(passed, shown);

        var jump = watch.Look();

        jump?.Seconds.ShouldBe(jumped!.Value, 0.01);
        (jump is null).ShouldBe(jumped is null);
        watch.Look().ShouldBeNull();
        if (jump is null) return;
        (jump with { At = DateTime.UtcNow }).Write(_cairn.Folder);
        var told = _cairn.Run("doctor");
        told.Exit.ShouldBe(CommandLine.Done);
        told.Out.ShouldContain($"note clock: it jumped by {jumped} s");
    }

    private sealed class JumpyClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);
        private long _count;

        public override long TimestampFrequency => 1000;

        public void Pass(int seconds, int shown) => (_now, _count) = (_now.AddSeconds(shown), _count + seconds * 1000L);

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _count;
    }

    public void Dispose() => _cairn.Dispose();
}
