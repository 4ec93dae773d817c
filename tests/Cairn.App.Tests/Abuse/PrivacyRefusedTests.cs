using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Privacy;
using Cairn.Learning.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Abuse;

/// <summary>What is tried at rights, notes and erasures: refused, nothing changed, and the journal says so.</summary>
public sealed partial class PrivacyRefusedTests(SharedPrivacy shared) : IClassFixture<SharedPrivacy>
{
    private readonly PrivacySite _site = shared.Site;
    private readonly Refused _refused = new(shared.Site.Site, shared.Site.Family.District.District);

    private string Kid => $"/learners/{_site.Kid.Value:N}";

    [Fact]
    [Trait("Abuse", "T6")]
    [Trait("Abuse", "C3")]
    [Trait("Abuse", "L6")]
    public async Task Somebody_elses_private_note_is_not_there()
    {
        await _site.Post("teacher", $"{Kid}/notes", ("text", "Only for me"));
        var note = _site.Read(db => db.PrivateNotes.AsNoTracking().Single());
        foreach (var who in (string[])["colleague", "leader", "officer", "principal"])
            await Post(who, $"{Kid}/notes/{note.Id.Value:N}", "do=share", HttpStatusCode.NotFound, "NotFound");
        await Post("kid", $"{Kid}/notes/{note.Id.Value:N}", "do=share", HttpStatusCode.Forbidden);
        await Post("mother", $"{Kid}/notes/{note.Id.Value:N}", "do=share", HttpStatusCode.Forbidden);
    }

    [Fact]
    [Trait("Abuse", "G4")]
    public async Task A_consent_is_answered_by_nobody_else()
    {
        await Post("stranger", $"{Kid}/consents", "purpose=Sharing&answer=yes", HttpStatusCode.NotFound);
        await Post("teacher", $"{Kid}/consents", "purpose=Sharing&answer=yes", HttpStatusCode.Forbidden);
        await Post("parentOfGrown", $"/learners/{_site.Grown.Value:N}/consents", "purpose=Sharing&answer=yes", HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "G7")]
    public async Task A_class_mates_choice_and_record_are_not_a_guardians()
    {
        await Get("mother", "/directory", HttpStatusCode.NotFound);
        await Get("mother", $"/learners/{_site.Family.Ben.Value:N}/work", HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "G8")]
    public async Task What_staff_see_of_a_request_and_its_decision_are_not_the_familys()
    {
        await Get("mother", "/amendments", HttpStatusCode.NotFound);
        await Post("mother", $"/amendments/{Guid.CreateVersion7():N}", "decision=granted&reasons=yes", HttpStatusCode.NotFound);
        await Post("teacher", $"/amendments/{Guid.CreateVersion7():N}", "decision=refused&reasons=no", HttpStatusCode.NotFound);
    }

    [Theory]
    [Trait("Abuse", "S5")]
    [InlineData("principal")]
    [InlineData("teacher")]
    [InlineData("mother")]
    public async Task Neither_schedule_nor_hold_is_theirs_to_switch_off(string who)
    {
        await Post(who, "/erasures/schedule", "part=Record&years=0&basis=none", HttpStatusCode.NotFound);
        await Post(who, $"/erasures/learners/{_site.Kid.Value:N}/hold", "lift=true", HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "X3")]
    public async Task The_last_step_of_an_erasure_asks_for_a_proof_and_tells_who_came_without()
    {
        using var second = await _site.SignedIn("second");
        _site.Clock.Now += TimeSpan.FromMinutes(16);
        await _refused.ByPerson(_site.People["second"].Person, HttpStatusCode.Found, "NotProved", () => second.Send("/erasures/schedule", "part=Work&years=0&basis=none", Accounts.AccountsSite.Form));
    }

    [Fact]
    [Trait("Abuse", "X15")]
    public async Task A_copy_that_was_made_before_an_erasure_is_not_found_after_it()
    {
        await _site.Post("mother", $"{Kid}/archive");
        using var mother = await _site.As("mother");
        var href = "";
        for (var i = 0; i < 3000 && href.Length == 0; i++)
        {
            href = Copy().Match((await mother.Get($"{Kid}/archive")).Body).Value;
            if (href.Length == 0) await Task.Yield();
        }

        (await mother.Get(href)).Status.ShouldBe(HttpStatusCode.OK);
        await _site.Post("leader", $"/erasures/learners/{_site.Kid.Value:N}", ("Work", "true"), ("reason", "the family asked"));
        var asked = _site.Read(db => db.Erasures.AsNoTracking().Single());
        (await _site.Post("second", $"/erasures/{asked.Id.Value:N}", ("decision", "agree"))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.Erasures.AsNoTracking().Single().State).ShouldBe(ErasureState.Done);
        using var later = await _site.As("mother");
        await _refused.ByPerson(_site.People["mother"].Person, HttpStatusCode.NotFound, "NotFound", () => later.Get(href));
    }

    private async Task Get(string who, string path, HttpStatusCode status)
    {
        using var visitor = await _site.As(who);
        await _refused.ByPerson(_site.People[who].Person, status, "NotTheirs", () => visitor.Get(path));
    }

    private async Task Post(string who, string path, string form, HttpStatusCode status, string why = "NotTheirs")
    {
        using var visitor = await _site.As(who);
        await _refused.ByPerson(_site.People[who].Person, status, why, () => visitor.Send(path, form, Accounts.AccountsSite.Form));
    }

    [GeneratedRegex("/archives/[0-9a-f]{32}/[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Copy();
}

/// <summary>One district with families for all that is refused in it.</summary>
public sealed class SharedPrivacy : IAsyncLifetime
{
    internal PrivacySite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await PrivacySite.Make();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
