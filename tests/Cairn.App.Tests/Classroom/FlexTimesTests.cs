using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Cairn.Storage.Flex;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Several flex times of a week in one draft, and nobody at two places at once.</summary>
public sealed class FlexTimesTests : IAsyncLifetime
{
    private FlexSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await FlexSite.Make();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static string Rooms => $"group={Family.Loft.Value:N}&group={FlexSite.Barn.Value:N}";

    [Fact]
    public async Task Two_times_are_suggested_changed_booked_and_taken_back_in_one_go()
    {
        var (first, one) = await Slot(600, 645, (_site.Drawing, 2, 20, "Studio"), (_site.Clay, 2, 20, "Kiln"));
        var (second, two) = await Slot(660, 705, (_site.Drawing, 2, 20, "Attic"), (_site.Clay, 2, 20, "Shed"));
        using var teacher = await _site.Base.As("colleague");
        var path = $"/flex/{first.Value:N}";
        (await teacher.Get($"{path}/draft")).Whole.ShouldContain("Other times of this week, in the same go");

        var page = await teacher.Get($"{path}/draft?{Rooms}&with={second.Value:N}");

        page.Whole.ShouldContain("80 of 80 places at 2 times have a group");
        (await teacher.Get($"{path}/draft?{Rooms}&with={second.Value:N}")).Body.ShouldBe(page.Body, "the same ask has the same answer");
        var draft = FlexSite.Draft(page.Body);
        var seats = draft.Where(each => each.Name.StartsWith("at-", StringComparison.Ordinal)).ToDictionary(each => each.Name, each => each.Value);
        seats.Count.ShouldBe(80);
        // Nobody gets the same competency twice.
        var offers = new Dictionary<string, string> { [$"{one[0].Value:N}"] = "drawing", [$"{one[1].Value:N}"] = "clay", [$"{two[0].Value:N}"] = "drawing", [$"{two[1].Value:N}"] = "clay" };
        foreach (var learner in _site.InLoft.Concat(_site.InBarn)) offers[seats[$"at-{learner.Value:N}"]].ShouldNotBe(offers[seats[$"at-{learner.Value:N}-{second.Value:N}"]]);

        // Whoever is moved by hand at one time stays there, and the other time is made around it.
        var kid = $"at-{_site.Kid.Value:N}-{second.Value:N}";
        var again = await FlexSite.Post(teacher, $"{path}/draft", [.. FlexSite.With(draft, kid, ""), ("do", "again")]);
        var changed = FlexSite.Draft(again.Body);
        changed.Single(each => each.Name == kid).Value.ShouldBe("");
        changed.ShouldContain(($"lock-{_site.Kid.Value:N}-{second.Value:N}", "true"));
        _site.Read(db => db.FlexBookings.Count()).ShouldBe(0, "nothing of a draft is stored");

        var booked = await FlexSite.Post(teacher, $"{path}/draft", [.. changed, ("do", "book")]);
        booked.Status.ShouldBe(HttpStatusCode.Found);
        Booked(first).ShouldBe(40);
        Booked(second).ShouldBe(39);
        var done = await teacher.Get(booked.Header("Location"));
        done.Whole.ShouldContain("2 times are planned in one go, and taken back in one go.");
        (string, string)[] undo = [("seen", done.Hidden("seen")), ("also", done.Hidden("also")), ("batch", done.Hidden("batch"))];

        // Somebody changes one of the two times: nothing is taken back of either.
        (await FlexSite.Post(teacher, $"/flex/{second.Value:N}/open", ("open", "true"))).Status.ShouldBe(HttpStatusCode.Found);
        (await FlexSite.Post(teacher, $"{path}/undo", undo)).Whole.ShouldContain("Something changed since");
        (Booked(first), Booked(second)).ShouldBe((40, 39));
        var now = await teacher.Get(booked.Header("Location"));
        (await FlexSite.Post(teacher, $"{path}/undo", ("seen", now.Hidden("seen")), ("also", now.Hidden("also")), ("batch", now.Hidden("batch")))).Status.ShouldBe(HttpStatusCode.Found);
        (Booked(first), Booked(second)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_fault_at_one_time_books_nothing_at_any()
    {
        var (first, one) = await Slot(600, 645, (_site.Drawing, 1, 30, "Studio"));
        var (second, two) = await Slot(660, 705, (_site.Clay, 1, 1, "Kiln"));
        using var teacher = await _site.Base.As("colleague");
        var page = await teacher.Get($"/flex/{first.Value:N}/draft?{Rooms}&with={second.Value:N}");
        (string, string)[] form = [("group", $"{Family.Loft.Value:N}"), ("with", $"{second.Value:N}"), ("seen", page.Hidden("seen")), ("also", page.Hidden("also")), ("do", "book"), ($"at-{_site.Kid.Value:N}", $"{one[0].Value:N}")];

        var full = await FlexSite.Post(teacher, $"/flex/{first.Value:N}/draft", [.. form, ($"at-{_site.Kid.Value:N}-{second.Value:N}", $"{two[0].Value:N}"), ($"at-{_site.Base.Grown.Value:N}-{second.Value:N}", $"{two[0].Value:N}")]);
        full.Whole.ShouldContain("Clay, Kiln has too few seats. Nothing was booked.");
        // A stale version of the second alone, a slot that was not chosen, and an offer of the other time.
        (await FlexSite.Post(teacher, $"/flex/{first.Value:N}/draft", [.. form.Where(each => each.Item1 != "also"), ("also", $"{second.Value:N}=99"), ($"at-{_site.Kid.Value:N}-{second.Value:N}", $"{two[0].Value:N}")])).Whole.ShouldContain("Somebody changed this flex time meanwhile");
        (await FlexSite.Post(teacher, $"/flex/{first.Value:N}/draft", [.. form.Where(each => each.Item1 != "with"), ($"at-{_site.Kid.Value:N}-{second.Value:N}", $"{two[0].Value:N}")])).Whole.ShouldContain("Somebody changed this flex time meanwhile");
        (await FlexSite.Post(teacher, $"/flex/{first.Value:N}/draft", [.. form, ($"at-{_site.Kid.Value:N}-{second.Value:N}", $"{one[0].Value:N}")])).Whole.ShouldContain("is not offered any more");
        (await FlexSite.Post(teacher, $"/flex/{first.Value:N}/draft", [.. form, ("at-nobody-nowhere-never", "x"), ($"at-{_site.Kid.Value:N}-nonsense", "y"), ($"at-{_site.Base.Grown.Value:N}-{second.Value:N}", "")])).Status.ShouldBe(HttpStatusCode.Found, "what makes no sense is not there");
        (Booked(first), Booked(second)).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Nobody_is_at_two_times_that_overlap_whoever_books_and_whoever_chooses()
    {
        var (first, one) = await Slot(600, 645, (_site.Drawing, 1, 30, "Studio"));
        var (second, two) = await Slot(630, 675, (_site.Clay, 1, 30, "Kiln"));
        using var teacher = await _site.Base.As("colleague");
        (await teacher.Get($"/flex/{first.Value:N}/draft")).Whole.ShouldNotContain("Other times of this week");
        (await FlexSite.Post(teacher, $"/flex/{first.Value:N}/draft", ("group", $"{Family.Loft.Value:N}"), ("seen", Version(first)), ($"at-{_site.Kid.Value:N}", $"{one[0].Value:N}"), ("do", "book"))).Status.ShouldBe(HttpStatusCode.Found);

        var page = await teacher.Get($"/flex/{second.Value:N}/draft?{Rooms}");
        page.Whole.ShouldContain("They are at another flex time then.");
        FlexSite.Draft(page.Body).Single(each => each.Name == $"at-{_site.Kid.Value:N}").Value.ShouldBe("");
        var refused = await FlexSite.Post(teacher, $"/flex/{second.Value:N}/draft", ("group", $"{Family.Loft.Value:N}"), ("seen", Version(second)), ($"at-{_site.Kid.Value:N}", $"{two[0].Value:N}"), ("do", "book"));
        refused.Whole.ShouldContain("GivenKid FamilyKid is booked at another flex time then. Nothing was booked.");
        (await FlexSite.Post(teacher, $"/flex/{second.Value:N}/open", ("open", "true"))).Status.ShouldBe(HttpStatusCode.Found);
        using var kid = await _site.Base.As("kid");
        (await kid.Get($"/learners/{_site.Kid.Value:N}/flex")).Whole.ShouldNotContain("Kiln");
        (await FlexSite.Post(kid, $"/learners/{_site.Kid.Value:N}/flex", ("slot", $"{second.Value:N}"), ("offer", $"{two[0].Value:N}"))).Status.ShouldBe(HttpStatusCode.OK);
        Booked(second).ShouldBe(0);
    }

    private int Booked(FlexSlotId slot) => _site.Read(db => db.FlexBookings.Count(one => one.Slot == slot && one.Offer != null));

    private string Version(FlexSlotId slot) => $"{_site.Read(db => db.FlexSlots.AsNoTracking().Single(one => one.Id == slot).Version)}";

    private async Task<(FlexSlotId Slot, FlexOfferId[] Offers)> Slot(int from, int until, params (CompetencyId? Competency, int Least, int Most, string Room)[] offers)
    {
        var slot = new FlexSlot(new FlexSlotId(Guid.CreateVersion7()), Family.Hill, Family.Today, from, until, "Flex");
        List<FlexOffer> all = [.. offers.Select(one => new FlexOffer(new FlexOfferId(Guid.CreateVersion7()), slot.Id, Family.Okafor, one.Room, one.Competency, "", one.Least, one.Most))];
        await _site.Base.Family.Put(slot);
        await _site.Base.Family.Put([.. all]);
        return (slot.Id, [.. all.Select(one => one.Id)]);
    }
}
