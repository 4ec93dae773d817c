using System.Security.Cryptography;
using Cairn.App.Access.Providers;
using Cairn.App.Outbound;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Tests.Providers;

/// <summary>What may be said of a provider, which keys count, and whom a roster's key means.</summary>
public sealed class ProviderRulesTests
{
    private static readonly OutboundRules Usual = new();
    private static readonly OutboundRules Loose = new() { IsPlainAllowed = true };

    [Theory]
    [InlineData("https://id.example.org", true, true)]
    [InlineData("https://id.example.org/a/b/", true, true)]
    [InlineData("http://127.0.0.1:5000", false, true)]
    [InlineData("http://[::1]:5000", false, true)]
    [InlineData("http://localhost:5000", false, false)]
    [InlineData("http://id.example.org", false, false)]
    [InlineData("https://id.example.org#", false, false)]
    [InlineData("https://a@id.example.org", false, false)]
    [InlineData("ftp://id.example.org", false, false)]
    [InlineData("/id", false, false)]
    public void An_issuer_is_https_and_plain_on_this_machine_only_where_it_is_allowed(string issuer, bool usual, bool loose) =>
        (ProviderRules.IsIssuer(issuer, Usual), ProviderRules.IsIssuer(issuer, Loose)).ShouldBe((usual, loose));

    [Fact]
    public void What_many_districts_share_is_known_by_its_issuer()
    {
        foreach (var preset in ProviderPreset.All)
        {
            ProviderPreset.Of(preset.IssuerFor("fern")).ShouldBe(preset);
            ProviderPreset.TenantClaims(preset.IssuerFor("fern")).ShouldBe([preset.TenantClaim]);
            var asked = new ProviderAsked(preset.Title, preset.IssuerFor("fern"), "client", preset.Claim, "", "fern");
            ProviderRules.Fault(asked, Usual).ShouldBe(ProviderFault.None, preset.Name);
            ProviderRules.Fault(asked with { Tenant = "" }, Usual).ShouldBe(ProviderFault.Tenant, preset.Name);
        }

        ProviderPreset.Of("https://clever.com.evil.example").ShouldBeNull();
        ProviderPreset.IsOfMany("https://id.example.org").ShouldBeFalse();
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public void Of_the_keys_of_a_set_those_count_by_which_an_issuer_may_sign()
    {
        string Rsa(int bits, string more) => $$"""{"kty":"RSA","n":"{{Text(RandomNumberGenerator.GetBytes(bits / 8))}}","e":"AQAB"{{more}}}""";
        var text = Text(RandomNumberGenerator.GetBytes(32));
        string[] good = [Rsa(2048, ""), Rsa(4096, ",\"use\":\"sig\",\"alg\":\"RS256\""), $$"""{"kty":"EC","crv":"P-256","x":"{{text}}","y":"{{text}}","alg":"ES256"}"""];
        string[] bad =
        [
            Rsa(1024, ""), Rsa(2048, ",\"use\":\"enc\""), Rsa(2048, ",\"alg\":\"HS256\""), Rsa(2048, ",\"alg\":\"RS512\""), Rsa(2048, ",\"d\":\"AQAB\",\"p\":\"AQAB\",\"q\":\"AQAB\",\"dp\":\"AQAB\",\"dq\":\"AQAB\",\"qi\":\"AQAB\""), $$"""{"kty":"oct","k":"{{text}}"}""",
            $$"""{"kty":"EC","crv":"P-384","x":"{{text}}","y":"{{text}}"}""", $$"""{"kty":"OKP","crv":"Ed25519","x":"{{text}}"}""", """{"kty":"RSA"}""", "{}",
        ];
        PinnedKeys.Read($$"""{"keys":[{{string.Join(',', good)}}]}""").Count.ShouldBe(good.Length);
        foreach (var one in bad) PinnedKeys.Read($$"""{"keys":[{{one}}]}""").ShouldBeEmpty(one);
        foreach (var nothing in (string[])["{}", "[]", "x", "", """{"keys":[]}"""]) PinnedKeys.Read(nothing).ShouldBeEmpty(nothing);
    }

    [Fact]
    public async Task A_key_means_who_is_here_by_it_and_by_nothing_else()
    {
        await using var district = await TestDistrict.With();
        var (made, linked) = (new LearnerId(NamedId.Of("north", "learner", "u-1")), new EducatorId(Guid.CreateVersion7()));
        await district.District.Writer.Alone(turn =>
        {
            turn.Db.AddRange(new Learner(made, "amy", "Amy", "One"), new Educator(linked, "bea", "Bea Two", EducatorRole.Teacher), new SourceLink("north", "educator", "u-2", linked.Value));
            return true;
        });
        using var db = district.Open();
        RosterMatch.Of(db, "north", "u-1").ShouldBe([new RosterPersonFound(ActorKind.Learner, made.Value, "amy")]);
        RosterMatch.Of(db, "north", "u-2").ShouldBe([new RosterPersonFound(ActorKind.Teacher, linked.Value, "bea")]);
        RosterMatch.Of(db, "", "bea").ShouldBe([new RosterPersonFound(ActorKind.Teacher, linked.Value, "bea")]);
        foreach (var (source, key) in ((string, string)[])[("south", "u-1"), ("north", "u-3"), ("north", ""), ("", ""), ("", "u-1"), ("north", "amy")]) RosterMatch.Of(db, source, key).ShouldBeEmpty($"{source} {key}");
        await district.District.Writer.Alone(turn =>
        {
            turn.Db.Learners.Single(one => one.Id == made).Leave(turn.Now);
            return true;
        });
        RosterMatch.Of(db, "north", "u-1").ShouldBeEmpty();
    }

    private static string Text(byte[] bytes)
    {
        bytes[0] |= 0x80;
        return System.Buffers.Text.Base64Url.EncodeToString(bytes);
    }
}
