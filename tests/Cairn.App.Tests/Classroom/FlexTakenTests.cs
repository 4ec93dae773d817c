using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Nobody holds two groups at a time, a room holds one, and rules that contradict each other are refused by name.</summary>
public sealed class FlexTakenTests : IAsyncLifetime
{
    private FlexSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await FlexSite.Make();

    private EducatorId Colleague => new(_site.Base.People["colleague"].Person);

    [Fact]
    public async Task Two_offers_of_one_person_or_room_at_one_time_are_refused_and_it_is_said_who_and_where()
    {
        var (slot, _) = await _site.Slot(isOpen: false, (_site.Clay, 1, 9, "Kiln"));
        using var teacher = await _site.Base.As("colleague");

        var (person, room) = (await Offer(teacher, slot, Family.Okafor, "Attic"), await Offer(teacher, slot, Colleague, " kiln "));

        (person.Status, room.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        person.Whole.ShouldContain("Ms. Okafor has a group in Kiln at that time.");
        room.Whole.ShouldContain("Ms. Okafor is in Kiln at that time.");
        room.Whole.ShouldContain("value=\"kiln\"", Case.Sensitive, "what was typed stays");
        (await Offer(teacher, slot, Colleague, "Attic")).Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.FlexOffers.Count()).ShouldBe(2);
    }

    [Fact]
    public async Task A_time_that_overlaps_is_the_same_time_and_one_that_begins_when_it_ends_is_not()
    {
        var (slot, _) = await _site.Slot(isOpen: false, (_site.Clay, 1, 9, "Kiln"));
        FlexSlot At(int from, int until) => new(new FlexSlotId(Guid.CreateVersion7()), Family.Hill, Family.Today, from, until, "Other");
        var (over, after) = (At(630, 700), At(645, 700));
        await _site.Base.Family.Put(over, after);
        using var teacher = await _site.Base.As("colleague");

        (await Offer(teacher, over.Id, Family.Okafor, "Attic")).Status.ShouldBe(HttpStatusCode.OK);
        (await Offer(teacher, after.Id, Family.Okafor, "Kiln")).Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.FlexOffers.Count(one => one.Slot == slot)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_teachers_who_book_one_room_at_the_same_moment_one_has_it_and_the_others_are_told()
    {
        var (slot, _) = await _site.Slot(isOpen: false);
        using var first = await _site.Base.As("colleague");
        using var second = await _site.Base.As("teacher");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? Offer(first, slot, Colleague, "Gym") : Offer(second, slot, Family.Okafor, "gym")));

        answers.Count(one => one.Status == HttpStatusCode.Found).ShouldBe(1);
        answers.Where(one => one.Status != HttpStatusCode.Found).ShouldAllBe(one => one.Whole.Contains("at that time. Choose", StringComparison.Ordinal));
        _site.Read(db => db.FlexOffers.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task Rules_that_contradict_each_other_are_refused_with_the_names_of_the_two()
    {
        using var colleague = await _site.Base.As("colleague");
        (await Rule(colleague, "Together", _site.Kid, _site.InBarn[0])).Status.ShouldBe(HttpStatusCode.Found);
        (await Rule(colleague, "Together", _site.InBarn[0], _site.InBarn[1])).Status.ShouldBe(HttpStatusCode.Found);

        var refused = await Rule(colleague, "Apart", _site.InBarn[1], _site.Kid);

        refused.Status.ShouldNotBe(HttpStatusCode.Found);
        foreach (var one in (LearnerId[])[_site.InBarn[1], _site.Kid]) refused.Whole.ShouldContain(NameOf(one));
        refused.Whole.ShouldContain("Another rule keeps ");
        _site.Read(db => db.GroupingRules.Count()).ShouldBe(2);
        (await Rule(colleague, "Apart", _site.InBarn[2], _site.Kid)).Status.ShouldBe(HttpStatusCode.Found);
        (await Rule(colleague, "Together", _site.InBarn[2], _site.Kid)).Whole.ShouldContain("apart. End that one first");
    }

    [Fact]
    public async Task A_contradiction_over_somebody_whom_one_does_not_plan_for_names_nobody()
    {
        using var colleague = await _site.Base.As("colleague");
        using var okafor = await _site.Base.As("teacher");
        // Ms. Okafor plans for the Loft alone: the one between is of the Barn.
        (await Rule(colleague, "Together", _site.Kid, _site.InBarn[0])).Status.ShouldBe(HttpStatusCode.Found);
        (await Rule(colleague, "Apart", _site.Base.Grown, _site.InBarn[0])).Status.ShouldBe(HttpStatusCode.Found);

        var refused = await Rule(okafor, "Together", _site.Kid, _site.Base.Grown);

        refused.Whole.ShouldContain("about learners you do not plan for");
        refused.Whole.ShouldNotContain(NameOf(_site.InBarn[0]));
    }

    [Fact]
    public async Task What_cannot_hold_with_the_groups_of_a_time_is_told_on_the_draft_by_name()
    {
        using var colleague = await _site.Base.As("colleague");
        await Rule(colleague, "Apart", _site.InBarn[0], _site.InBarn[1], _site.InBarn[2]);
        await Rule(colleague, "Together", _site.InBarn[3], _site.InBarn[4], _site.InBarn[5]);
        var (slot, _) = await _site.Slot(isOpen: false, (_site.Drawing, 1, 2, "Studio"), (_site.Clay, 1, 2, "Kiln"));

        var page = (await colleague.Get($"/flex/{slot.Value:N}/draft?group={FlexSite.Barn.Value:N}")).Whole;

        page.ShouldContain("2 rules cannot hold with these groups");
        page.ShouldContain($"{string.Join(", ", _site.InBarn[..3].Select(NameOf).Order(StringComparer.Ordinal))} are kept apart from each other. That asks for 3 groups.");
        page.ShouldContain("are kept together, and no group has 3 seats.");
        using var okafor = await _site.Base.As("teacher");
        (await okafor.Get($"/flex/{slot.Value:N}/draft?group={Family.Loft.Value:N}")).Whole.ShouldNotContain("cannot hold");
    }

    private string NameOf(LearnerId id) => _site.Read(db => db.Learners.AsNoTracking().Single(one => one.Id == id)).FullName;

    private Task<Web.Answer> Offer(Web.Visitor who, FlexSlotId slot, EducatorId educator, string room) => FlexSite.Post(who, $"/flex/{slot.Value:N}/offers",
        ("competency", $"{_site.Drawing.Value:N}"), ("educator", $"{educator.Value:N}"), ("room", room), ("words", ""), ("least", "1"), ("most", "9"));

    private static Task<Web.Answer> Rule(Web.Visitor who, string kind, params LearnerId[] learners) =>
        FlexSite.Post(who, "/flex/rules", [("kind", kind), ("reason", ""), .. learners.Select(one => ("learner", $"{one.Value:N}"))]);

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
