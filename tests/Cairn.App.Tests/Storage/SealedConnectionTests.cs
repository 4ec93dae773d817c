using Cairn.Storage.Postgres;
using Npgsql;

namespace Cairn.App.Tests.Storage;

/// <summary>A record goes over a network sealed, and to the server whose name was said.</summary>
public sealed class SealedConnectionTests
{
    [Theory]
    [InlineData("Host=db.example.org;Username=cairn")]
    [InlineData("Server=10.0.0.7:5433;User Id=cairn")]
    [InlineData("Host=127.0.0.1,db.example.org;Username=cairn")]
    [InlineData("Host=127.0.0.1.example.org;Username=cairn")]
    [InlineData("Host=db.example.org;Password='ssl mode=disable'")]
    public void Over_a_network_the_servers_certificate_is_looked_at(string connection) => PostgresEngine.Read(connection).SslMode.ShouldBe(SslMode.VerifyFull);

    [Theory]
    [InlineData("Host=127.0.0.1;Port=5433;Username=cairn")]
    [InlineData("Host=localhost:5433;Username=cairn")]
    [InlineData("Host=::1;Username=cairn")]
    [InlineData("Host=/run/postgresql;Username=cairn")]
    [InlineData("Host=@cairn;Username=cairn")]
    public void On_this_machine_it_is_as_the_server_likes(string connection) => PostgresEngine.Read(connection).SslMode.ShouldBe(SslMode.Prefer);

    [Theory]
    [InlineData("Host=127.0.0.1", false, "on this machine")]
    [InlineData("Host=db.example.org", false, "SSL Mode=VerifyFull")]
    [InlineData("Host=db.example.org;SSL Mode=VerifyCA", false, "the certificate is looked at")]
    [InlineData("Host=db.example.org;SSL Mode=Require", true, "over a network with SSL Mode=Require")]
    [InlineData("Host=db.example.org;SSL Mode=Disable", true, "over a network with SSL Mode=Disable")]
    public void The_doctor_says_how_it_is_sealed_and_notes_what_could_be_better(string connection, bool isNote, string found)
    {
        var told = SealedConnection.Look(PostgresEngine.Read(connection));

        (told.What, told.IsGood, told.IsNote).ShouldBe(("connection", true, isNote));
        told.Found.ShouldContain(found);
        told.Fix.ShouldContain("SSL Mode=VerifyFull");
    }

    [Theory]
    [InlineData("SSL Mode=Disable", SslMode.Disable)]
    [InlineData("SslMode=Require", SslMode.Require)]
    [InlineData("sslmode=VerifyCA", SslMode.VerifyCA)]
    public void Whoever_says_it_in_so_many_words_has_it_so(string said, SslMode mode) => PostgresEngine.Read($"Host=db.example.org;{said}").SslMode.ShouldBe(mode);
}
