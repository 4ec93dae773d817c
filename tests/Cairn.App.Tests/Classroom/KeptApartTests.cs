using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Plans.Groupings;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Who is kept apart holds everywhere, and is told to nobody who does not plan for all of them.</summary>
public sealed class KeptApartTests : IAsyncLifetime
{
    private const string Reason = "REASONCANARY";
    private FlexSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await FlexSite.Make();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Two_who_are_kept_apart_are_never_suggested_nor_booked_together()
    {
        await Apart(_site.Kid, _site.InBarn[0]);
        var (slot, offers) = await _site.Slot(isOpen: false, (_site.Drawing, 1, 50, "Studio"), (_site.Clay, 1, 50, "Kiln"));
        using var teacher = await _site.Base.As("colleague");
        var page = await teacher.Get($"/flex/{slot.Value:N}/draft?group={Family.Loft.Value:N}&group={FlexSite.Barn.Value:N}");
        var draft = FlexSite.Draft(page.Body);
        string At(LearnerId one) => draft.Single(field => field.Name == $"at-{one.Value:N}").Value;
        At(_site.Kid).ShouldNotBe(At(_site.InBarn[0]));

        var both = FlexSite.With(FlexSite.With(draft, $"at-{_site.Kid.Value:N}", $"{offers[0].Value:N}"), $"at-{_site.InBarn[0].Value:N}", $"{offers[0].Value:N}");
        var refused = await FlexSite.Post(teacher, $"/flex/{slot.Value:N}/draft", [.. both, ("do", "book")]);
        refused.Whole.ShouldContain("are kept apart. Nothing was booked.");
        _site.Read(db => db.FlexBookings.Count()).ShouldBe(0);
        (await FlexSite.Post(teacher, $"/flex/{slot.Value:N}/draft", [.. draft, ("do", "book")])).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task No_family_and_no_learner_learns_that_somebody_is_kept_apart_not_even_by_what_is_refused()
    {
        await Apart(_site.Kid, _site.Base.Grown);
        var (slot, offers) = await _site.Slot(isOpen: true, (_site.Drawing, 1, 5, "Studio"), (_site.Clay, 1, 1, "Kiln"), (null, 1, 9, "Library"));
        (await _site.Base.Post("grown", $"/learners/{_site.Base.Grown.Value:N}/flex", ("slot", $"{slot.Value:N}"), ("offer", $"{offers[0].Value:N}"))).ShouldBe(HttpStatusCode.Found);
        using (var ada = await _site.As(ActorKind.Learner, _site.Base.Family.Ada.Value))
            (await FlexSite.Post(ada, $"/learners/{_site.Base.Family.Ada.Value:N}/flex", ("slot", $"{slot.Value:N}"), ("offer", $"{offers[1].Value:N}"))).Status.ShouldBe(HttpStatusCode.Found);
        using var kid = await _site.Base.As("kid");
        var path = $"/learners/{_site.Kid.Value:N}/flex";

        // One that is full and one that somebody is in are the same: neither is offered, and both are refused in the same words.
        var page = (await kid.Get(path)).Whole;
        (page.Contains("Studio", StringComparison.Ordinal), page.Contains("Kiln", StringComparison.Ordinal), page.Contains("Library", StringComparison.Ordinal)).ShouldBe((false, false, true));
        var (apart, full) = (await FlexSite.Post(kid, path, ("slot", $"{slot.Value:N}"), ("offer", $"{offers[0].Value:N}")), await FlexSite.Post(kid, path, ("slot", $"{slot.Value:N}"), ("offer", $"{offers[1].Value:N}")));
        apart.Body.ShouldBe(full.Body);

        foreach (var who in (string[])["kid", "mother"])
            foreach (var where in (string[])["", "/flex", "/looks", "/rights", "/notes"])
            {
                var said = (await _site.Base.Get(who, $"/learners/{_site.Kid.Value:N}{where}")).Whole;
                foreach (var word in (string[])[Reason, "kept apart", "Apart", "GroupingRule", "GivenGrown"]) said.ShouldNotContain(word, Case.Sensitive, $"{who} {where}");
            }

        var archive = string.Join('\n', _site.Base.Family.Archive(_site.Kid, _site.Base.People["mother"]).Values);
        foreach (var word in (string[])[Reason, "Apart", "groupingRule", $"{_site.Base.Grown.Value:D}"]) archive.ShouldNotContain(word, Case.Insensitive, word);
    }

    [Fact]
    public async Task A_rule_is_made_seen_and_ended_by_whoever_plans_for_all_of_its_learners_and_by_nobody_else()
    {
        using var colleague = await _site.Base.As("colleague");
        using var okafor = await _site.Base.As("teacher");
        (string, string)[] both = [("kind", "Apart"), ("learner", $"{_site.Kid.Value:N}"), ("learner", $"{_site.InBarn[0].Value:N}"), ("reason", Reason)];
        (await okafor.Get($"/flex/rules?group={FlexSite.Barn.Value:N}")).Whole.ShouldNotContain("GivenN16");
        (await FlexSite.Post(okafor, "/flex/rules", both)).Whole.ShouldContain("You do not plan for all of them");
        (await FlexSite.Post(colleague, "/flex/rules", both[..2])).Whole.ShouldContain("Choose from 2 to 8.");
        _site.Read(db => db.GroupingRules.Count()).ShouldBe(0);

        (await FlexSite.Post(colleague, "/flex/rules", both)).Status.ShouldBe(HttpStatusCode.Found);
        var rule = _site.Read(db => db.GroupingRules.Single().Id);
        (await colleague.Get("/flex/rules")).Whole.ShouldContain(Reason);
        (await okafor.Get("/flex/rules")).Whole.ShouldNotContain(Reason);
        (await _site.Base.Get("principal", "/flex/rules")).Whole.ShouldContain(Reason);
        (await _site.Base.Get("officer", "/flex/rules")).Whole.ShouldNotContain(Reason);
        (await FlexSite.Post(okafor, $"/flex/rules/{rule.Value:N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await FlexSite.Post(colleague, $"/flex/rules/{rule.Value:N}")).Status.ShouldBe(HttpStatusCode.Found);
        (await colleague.Get("/flex/rules")).Whole.ShouldNotContain(Reason);
    }

    [Fact]
    public async Task The_archive_says_where_a_learner_went_and_an_erasure_takes_it_and_every_word_about_them_out()
    {
        await Apart(_site.Kid, _site.Base.Grown);
        var (slot, offers) = await _site.Slot(isOpen: true, (_site.Drawing, 1, 5, "Studio"));
        (await _site.Base.Post("kid", $"/learners/{_site.Kid.Value:N}/flex", ("slot", $"{slot.Value:N}"), ("offer", $"{offers[0].Value:N}"))).ShouldBe(HttpStatusCode.Found);
        var times = _site.Base.Family.Archive(_site.Kid, _site.Base.People["mother"]).Single(one => one.Key.EndsWith("flexTimes.csv", StringComparison.Ordinal)).Value;
        foreach (var word in (string[])["2026-03-31", "10:00", "10:45", "Studio", "Ms. Okafor", "ART.1", "true"]) times.ShouldContain(word);

        Canaries.Find(_site.Base.Family.District, Reason).ShouldNotBeEmpty();
        var district = _site.Base.Family.District.District;
        await district.Writer.Alone(turn =>
        {
            turn.Db.Learners.Single(one => one.Id == _site.Kid).Leave(turn.Now.AddDays(-9));
            return turn.Db.SaveChanges();
        });
        var erasure = new Erasure(new ErasureId(Guid.CreateVersion7()), _site.Kid, string.Join(' ', Enum.GetValues<RetainedPart>()), "the family asked", new PersonId(Guid.CreateVersion7()), TestDistrict.Day);
        erasure.Decide(isAgreed: true, new PersonId(Guid.CreateVersion7()), TestDistrict.Day.AddDays(1));
        await _site.Base.Family.Put(erasure);
        await district.Writer.Alone(turn => turn.Erase(erasure.Id, DateOnly.FromDateTime));
        ErasedRemains.Clean(district).ShouldBeTrue();

        Canaries.Find(_site.Base.Family.District, Reason).ShouldBeEmpty();
        _site.Read(db => (db.FlexBookings.Count(one => one.Learner == _site.Kid), db.GroupingRuleMembers.Count(one => one.Learner == _site.Kid), db.GroupingRules.Count(one => one.EndedAt == null))).ShouldBe((0, 0, 0));
    }

    private Task<int> Apart(LearnerId one, LearnerId other)
    {
        var rule = new GroupingRule(new GroupingRuleId(Guid.CreateVersion7()), GroupingRuleKind.Apart, Reason, Family.Okafor.Person, _site.Base.Clock.GetUtcNow().UtcDateTime);
        return _site.Base.Family.Put(rule, new GroupingRuleMember(rule.Id, one), new GroupingRuleMember(rule.Id, other));
    }
}
