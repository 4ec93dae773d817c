using System.Net;
using Cairn.Learning.Credits;

namespace Cairn.App.Tests.Credits;

/// <summary>What earns credit is written by who keeps the record of its place, for days to come.</summary>
public sealed class CreditPolicyPagesTests : IAsyncLifetime
{
    private const string New = "/credits/policies/new";
    private CreditSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CreditSite.Make();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_policy_is_adopted_and_its_course_stands_in_the_table()
    {
        (await Save("registrar")).Status.ShouldBe(HttpStatusCode.Found);

        var policy = _site.Read(db => db.CreditPolicies.Single());
        (policy.Code, policy.Number, policy.Hundredths, policy.By).ShouldBe(("art-1", 1, 100, _site.Person("registrar")));
        _site.Read(db => db.CreditParts.Select(one => one.Hundredths).ToList()).ShouldBe([50, 50]);
        var page = (await _site.Get("counselor", "/credits/policies")).Whole;
        page.ShouldContain("Visual Arts");
        var own = $"/credits/policies/{policy.Id.Value:N}";
        page.ShouldContain(own);
        (await _site.Get("counselor", own)).Whole.ShouldContain("05154");
        (await _site.Get("counselor", own)).Whole.ShouldNotContain("New version");
        (await _site.Get("registrar", own)).Whole.ShouldContain("New version");
        (await _site.Get("registrar", $"/credits/policies/{Guid.NewGuid():N}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task More_rows_lose_nothing_that_was_typed_and_adopt_nothing()
    {
        var page = (await Save("registrar", ("do", "rows"), ("title", "Studio & more"), ("share-2", "0.25"))).Whole;

        page.ShouldContain("Studio & more");
        page.ShouldContain("name=\"share-2\" type=\"text\" value=\"0.25\"");
        page.ShouldContain("name=\"part-13\"");
        page.ShouldNotContain("name=\"part-14\"");
        _site.Read(db => db.CreditPolicies.Count()).ShouldBe(0);
    }

    [Fact]
    [Trait("Abuse", "X5")]
    public async Task A_form_that_is_sent_twice_adopts_once()
    {
        await Save("registrar");
        (await Save("registrar")).Status.ShouldBe(HttpStatusCode.Found);
        (await Save("registrar", ("once", "other"))).Whole.ShouldContain("adopted a version meanwhile");

        _site.Read(db => db.CreditPolicies.Count()).ShouldBe(1);
    }

    [Theory]
    [InlineData("from", "2026-03-30", "a day that is over")]
    [InlineData("code", "Art 1", "small letters")]
    [InlineData("share-1", "0.6", "do not add up")]
    [InlineData("amount", "101", "100")]
    [InlineData("title", "", "Write something here")]
    [InlineData("part-1", "0190a000-0000-7000-8000-000000000000", "one framework")]
    [InlineData("method", "Points", "how many points")]
    [InlineData("method", "ExamAndArtifact", "least score")]
    public async Task What_is_wrong_is_said_and_nothing_is_adopted(string field, string value, string said)
    {
        var answer = await Save("registrar", (field, value));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Whole.ShouldContain(said, Case.Insensitive);
        _site.Read(db => db.CreditPolicies.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task The_title_of_what_was_awarded_stays_in_every_later_version()
    {
        var policy = await _site.Policy();
        await _site.Show(_site.District.Drawing);
        await _site.Show(_site.District.Clay);
        (await Save("registrar", ("of", policy.Code), ("number", "1"), ("course", "Arts of today"), ("active", "true"))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.CreditPolicies.Max(one => one.Number)).ShouldBe(2);
        var second = _site.Read(db => db.CreditPolicies.Single(one => one.Number == 2));
        (await _site.Send("teacher", _site.Award(second), ("once", "x"), ("amount", "100"))).Status.ShouldBe(HttpStatusCode.Found);

        (await Save("registrar", ("once", "3"), ("of", policy.Code), ("number", "2"), ("course", "Other"))).Whole.ShouldContain("They stay");
        (await Save("registrar", ("once", "4"), ("of", policy.Code), ("number", "1"), ("course", "Arts of today"))).Whole.ShouldContain("adopted a version meanwhile");
        (await Save("registrar", ("once", "5"), ("of", policy.Code), ("number", "2"), ("course", "Arts of today"), ("active", "true"))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Record().InForce.Single().Text!.Title.ShouldBe("Arts of today");
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("ada")]
    [InlineData("mother")]
    [InlineData("counselor")]
    public async Task Who_does_not_keep_the_record_adopts_nothing(string who)
    {
        (await Save(who)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get(who, New)).Status.ShouldBe(HttpStatusCode.NotFound);
        _site.Read(db => db.CreditPolicies.Count()).ShouldBe(0);
    }

    [Fact]
    [Trait("Abuse", "S1")]
    public async Task The_registrar_of_a_school_adopts_for_that_school_alone()
    {
        var district = await _site.Policy();
        (await Save("ofHill", ("code", "hill-1"), ("place", "district"))).Whole.ShouldContain("Choose");
        var place = (await _site.Get("ofHill", New)).Body.Split("value=\"s-")[1][..32];
        (await Save("ofLake", ("code", "lake-1"), ("place", $"s-{place}"))).Whole.ShouldContain("Choose");
        (await Save("ofHill", ("of", district.Code), ("number", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        _site.Read(db => db.CreditPolicies.Count()).ShouldBe(1);

        (await Save("ofHill", ("code", "hill-1"), ("place", $"s-{place}"))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.CreditPolicies.Single(one => one.Code == "hill-1").School).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text()
    {
        (await Save("registrar", ("title", "<script>alert(1)</script>"), ("subject", "\"><img src=x>"))).Status.ShouldBe(HttpStatusCode.Found);

        var page = await _site.Get("registrar", "/credits/policies");
        page.Body.ShouldNotContain("<script>alert");
        page.Body.ShouldNotContain("<img src=x>");
    }

    private Task<Web.Answer> Save(string who, params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["once"] = "first", ["code"] = "art-1", ["title"] = "Studio", ["method"] = nameof(CreditMethod.CompleteEvidence), ["amount"] = "1", ["from"] = "2026-03-31", ["place"] = "district", ["course"] = "Visual Arts", ["courseCode"] = "05154",
            ["rows"] = "8", ["part-1"] = _site.District.Drawing.Value.ToString("N"), ["part-2"] = _site.District.Clay.Value.ToString("N"),
        };
        foreach (var (name, value) in other) fields[name] = value;
        return _site.Send(who, New, [.. fields.Select(one => (one.Key, one.Value))]);
    }
}
