using System.Net;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Credits;

/// <summary>Credit by agreement: only once all have signed what it says, and the educator of record says it is done.</summary>
public sealed class AgreementPagesTests : IAsyncLifetime
{
    private CreditSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CreditSite.Make();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private string List => $"{_site.Path}/agreements";

    [Fact]
    public async Task All_sign_what_it_says_and_it_is_credited_once()
    {
        var one = await Written();
        (await Close(one, "teacher")).Whole.ShouldContain("Not everybody has signed");
        foreach (var who in (string[])["ada", "mother", "teacher"]) (await Sign(one, who)).ShouldBe(HttpStatusCode.Found, who);
        Read().State.ShouldBe(AgreementState.Signed);
        _site.Record().All.ShouldBeEmpty();

        (await Close(one, "counselor")).Status.ShouldBe(HttpStatusCode.NotFound);
        // It is graded and names no competency: whoever says that it is done says the level, at the line or above.
        (await _site.Get("teacher", List)).Whole.ShouldContain("the grade is read from this level");
        foreach (var level in (string[])["", "2", "9"]) (await Close(one, "teacher", level: level)).Whole.ShouldContain("say the level that was shown", customMessage: level);
        _site.Record().All.ShouldBeEmpty();
        (await Close(one, "teacher")).Status.ShouldBe(HttpStatusCode.Found);
        (await Close(one, "teacher")).Status.ShouldBe(HttpStatusCode.Found);
        (await Close(one, "teacher", once: "again")).Status.ShouldBe(HttpStatusCode.OK);
        var held = _site.Record().All.Single();
        (held.Award.Source, held.Award.Hundredths, held.Award.Level, held.Text!.Title, held.Text.Subject).ShouldBe((CreditSource.Agreement, 50, 4m, "Boat building", "arts"));
        Read().State.ShouldBe(AgreementState.Complete);
    }

    [Fact]
    public async Task Whatever_changes_asks_for_every_signature_anew()
    {
        var one = await Written();
        foreach (var who in (string[])["ada", "mother", "teacher"]) await Sign(one, who);
        (await Save("teacher", $"{List}/{one:N}", ("seen", Version), ("threshold", "It floats for an hour"))).Status.ShouldBe(HttpStatusCode.Found);

        (Read().State, Read().Edition).ShouldBe((AgreementState.Draft, 2));
        (await Close(one, "teacher")).Whole.ShouldContain("Not everybody has signed");
        (await _site.Send("ada", $"{List}/{one:N}/sign", ("seen", "1"), ("read", "true"))).Whole.ShouldContain("something else by now");
        (await _site.Get("mother", List)).Whole.ShouldContain("One waits for your signature");
        _site.Record().All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_signs_for_another_and_nobody_signs_unread()
    {
        var one = await Written();
        (await Sign(one, "stranger")).ShouldBe(HttpStatusCode.NotFound);
        (await Sign(one, "ben")).ShouldBe(HttpStatusCode.NotFound);
        (await Sign(one, "counselor")).ShouldBe(HttpStatusCode.NotFound);
        (await Sign(one, "coTeacher")).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Send("ada", $"{List}/{one:N}/sign", ("seen", "1"))).Whole.ShouldContain("Say that you have read it");

        _site.Read(db => db.CreditAgreementSignatures.Count()).ShouldBe(0);
        (await Sign(one, "ada")).ShouldBe(HttpStatusCode.Found);
        (await Sign(one, "ada")).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.CreditAgreementSignatures.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task A_competency_of_it_has_to_be_shown_first()
    {
        var one = await Written(("part-1", _site.District.Clay.Value.ToString("N")));
        foreach (var who in (string[])["ada", "mother", "teacher"]) await Sign(one, who);
        (await Close(one, "teacher")).Whole.ShouldContain("not shown yet");
        await _site.Show(_site.District.Clay);

        (await Close(one, "teacher")).Status.ShouldBe(HttpStatusCode.Found);
        _site.Record().All.Single().Award.Level.ShouldBe(4m);
    }

    [Fact]
    public async Task Who_may_not_award_writes_none_and_a_stale_form_is_told()
    {
        foreach (var (who, status) in ((string, HttpStatusCode)[])[("coTeacher", HttpStatusCode.Forbidden), ("ada", HttpStatusCode.Forbidden), ("mother", HttpStatusCode.Forbidden), ("motherWhoTeaches", HttpStatusCode.Forbidden), ("otherTeacher", HttpStatusCode.NotFound)])
            (await Save(who, List)).Status.ShouldBe(status, who);
        _site.Read(db => db.CreditAgreements.Count()).ShouldBe(0);
        var one = await Written();
        await Save("teacher", $"{List}/{one:N}", ("seen", Version), ("content", "First"));

        (await Save("counselor", $"{List}/{one:N}", ("seen", "1"), ("content", "Second"))).Status.ShouldBe(HttpStatusCode.OK);
        Read().Content.ShouldBe("First");
    }

    [Theory]
    [InlineData("due", "2026-03-30")]
    [InlineData("amount", "0")]
    [InlineData("amount", "10.01")]
    [InlineData("evidence", "")]
    public async Task What_is_missing_or_over_is_told(string field, string value)
    {
        (await Save("teacher", List, (field, value))).Status.ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.CreditAgreements.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task A_course_that_a_policy_credits_is_agreed_by_that_policy_and_not_beside_it()
    {
        var policy = await _site.Policy();
        foreach (var title in (string[])["Visual Arts", " visual  ARTS ", "05154", "art 1"])
            (await Save("teacher", List, ("title", title))).Whole.ShouldContain("There is a policy for this course: Studio art-1", customMessage: title);
        (await _site.As("teacher", (turn, scope) => Cairn.Storage.Credits.AgreementRows.Say(turn, scope, _site.Ada, new CreditAgreementId(Guid.CreateVersion7()), null, null,
            new AgreementTerms("Visual arts", "x", "x", "x", "", 50, GradingOption.Graded, CreditSite.Today), [], CreditSite.Today))).ShouldBe(Cairn.Storage.Credits.CreditOutcome.Invalid);
        _site.Read(db => db.CreditAgreements.Count()).ShouldBe(0);

        (await Save("teacher", List, ("title", "Visual Arts"), ("policy", $"{policy.Id.Value:N}"))).Status.ShouldBe(HttpStatusCode.Found);
        // One of its own does not become that course later either; with a competency of the policy what was credited before stands in its way.
        (await Save("teacher", List, ("once", "other"))).Status.ShouldBe(HttpStatusCode.Found);
        var boats = _site.Read(db => db.CreditAgreements.AsNoTracking().Single(one => one.Title == "Boat building"));
        (await Save("teacher", $"{List}/{boats.Id.Value:N}", ("seen", $"{boats.Version}"), ("title", "Visual Arts"))).Whole.ShouldContain("There is a policy for this course");
        (await Save("teacher", $"{List}/{boats.Id.Value:N}", ("seen", $"{boats.Version}"), ("title", "Visual Arts"), ("part-1", _site.District.Clay.Value.ToString("N")))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task It_ends_without_credit_with_a_reason()
    {
        var one = await Written();
        (await _site.Send("teacher", $"{List}/{one:N}/close", ("do", "end"), ("seen", Version))).Status.ShouldBe(HttpStatusCode.OK);
        (await _site.Post("teacher", $"{List}/{one:N}/close", ("do", "end"), ("seen", Version), ("closing", "The yard closed"))).ShouldBe(HttpStatusCode.Found);

        Read().State.ShouldBe(AgreementState.Ended);
        (await Sign(one, "ada")).ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.CreditAgreementSignatures.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task Words_are_shown_as_text()
    {
        await Written(("content", "<img src=x onerror=alert(1)>"));

        (await _site.Get("mother", List)).Body.ShouldNotContain("<img src=x");
    }

    private string Version => Read().Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private CreditAgreement Read() => _site.Read(db => db.CreditAgreements.AsNoTracking().Single());

    private async Task<Guid> Written(params (string, string)[] other)
    {
        (await Save("teacher", List, other)).Status.ShouldBe(HttpStatusCode.Found);
        return Read().Id.Value;
    }

    private Task<Web.Answer> Save(string who, string path, params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["once"] = "first", ["title"] = "Boat building", ["content"] = "Builds a boat", ["evidence"] = "The boat", ["threshold"] = "It floats", ["subject"] = "arts", ["amount"] = "0.5", ["due"] = "2026-06-30",
        };
        foreach (var (name, value) in other) fields[name] = value;
        return _site.Send(who, path, [.. fields.Select(one => (one.Key, one.Value))]);
    }

    private Task<HttpStatusCode> Sign(Guid one, string who) => _site.Post(who, $"{List}/{one:N}/sign", ("seen", Read().Edition.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("read", "true"));

    private Task<Web.Answer> Close(Guid one, string who, string once = "close", string level = "4") => _site.Send(who, $"{List}/{one:N}/close", ("do", "complete"), ("seen", Version), ("closing", "It floats"), ("once", once), ("level", level));
}
