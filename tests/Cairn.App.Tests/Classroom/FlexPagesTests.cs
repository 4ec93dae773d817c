using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Plans.Groupings;
using Cairn.Storage;
using Cairn.Storage.Flex;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Flex time as educators plan it and learners live it.</summary>
public sealed class FlexPagesTests : IAsyncLifetime
{
    private FlexSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await FlexSite.Make();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static string Rooms => $"group={Family.Loft.Value:N}&group={FlexSite.Barn.Value:N}";

    [Fact]
    public async Task Groups_are_suggested_across_two_rooms_changed_by_hand_booked_and_seen_by_each_learner()
    {
        using var teacher = await _site.Base.As("colleague");
        var made = await FlexSite.Post(teacher, "/flex", ("name", "Morning flex"), ("day", $"{Family.Today:yyyy-MM-dd}"), ("from", "10:00"), ("until", "10:45"), ("school", $"{Family.Hill.Value:N}"));
        made.Status.ShouldBe(HttpStatusCode.Found);
        var slot = made.Header("Location");
        foreach (var (competency, least, most, room, who) in new[] { (_site.Clay, 2, 15, "Kiln", new EducatorId(_site.Base.People["colleague"].Person)), (_site.Drawing, 4, 15, "Studio", _site.Third), (_site.Drawing, 2, 8, "Attic", Family.Okafor) })
            (await FlexSite.Post(teacher, $"{slot}/offers", ("competency", $"{competency.Value:N}"), ("educator", $"{who.Value:N}"), ("room", room), ("words", ""), ("least", $"{least}"), ("most", $"{most}"))).Status.ShouldBe(HttpStatusCode.Found);
        (await teacher.Get("/flex")).Whole.ShouldContain("Morning flex");
        (await teacher.Get(slot)).Whole.ShouldContain("3 offers with 38 seats. Nobody is booked yet.");
        (await teacher.Get($"{slot}/draft")).Whole.ShouldContain("The Barn");
        // One asked for a check of Clay: they go there before others who could.
        await _site.Base.Family.Put(new ReadyRequest(new ReadyRequestId(Guid.CreateVersion7()), _site.Kid, _site.Clay, null, null, "", _site.Base.Clock.GetUtcNow().UtcDateTime));

        var first = await teacher.Get($"{slot}/draft?{Rooms}");
        first.Whole.ShouldContain("38 of 40 learners have a group");
        first.Whole.ShouldContain("Asked for a check.");
        first.Whole.ShouldContain("No seat is free.");
        var draft = FlexSite.Draft(first.Body);
        draft.Count(one => one.Name.StartsWith("at-", StringComparison.Ordinal)).ShouldBe(40);
        (await teacher.Get($"{slot}/draft?{Rooms}")).Body.ShouldBe(first.Body, "the same ask has the same answer");

        // Whoever is moved by hand stays there, and the rest is made anew around them.
        var offers = _site.Read(db => db.FlexOffers.AsNoTracking().ToList().ToDictionary(one => one.Room, one => $"{one.Id.Value:N}"));
        var kid = $"at-{_site.Kid.Value:N}";
        draft.Single(one => one.Name == kid).Value.ShouldBe(offers["Kiln"]);
        var again = await FlexSite.Post(teacher, $"{slot}/draft", [.. FlexSite.With(draft, kid, offers["Attic"]), ("do", "again")]);
        again.Status.ShouldBe(HttpStatusCode.OK);
        var second = FlexSite.Draft(again.Body);
        second.Single(one => one.Name == kid).Value.ShouldBe(offers["Attic"]);
        second.ShouldContain(($"lock-{_site.Kid.Value:N}", "true"));
        second.Count(one => one.Value == offers["Attic"]).ShouldBeLessThanOrEqualTo(8);
        _site.Read(db => db.FlexBookings.Count()).ShouldBe(0, "nothing of a draft is stored");

        var booked = await FlexSite.Post(teacher, $"{slot}/draft", [.. second, ("do", "book")]);
        booked.Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.FlexBookings.Count(one => one.Offer != null)).ShouldBe(38);
        _site.Base.WhoDid(typeof(FlexBooking)).ShouldBe(_site.Base.People["colleague"].Person);
        (await teacher.Get($"{slot}/lists")).Whole.ShouldContain("GivenKid FamilyKid");

        foreach (var who in (string[])["kid", "mother"])
        {
            var own = (await _site.Base.Get(who, $"/learners/{_site.Kid.Value:N}/flex")).Whole;
            own.ShouldContain("Attic, with Ms. Okafor", Case.Sensitive, who);
            own.ShouldContain("Drawing", Case.Sensitive, who);
            foreach (var other in (string[])["GivenN", "FamilyN", "GivenGrown", "Kiln"]) own.ShouldNotContain(other, Case.Sensitive, who);
        }

        (await _site.Base.Get("stranger", $"/learners/{_site.Kid.Value:N}/flex")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Base.Get("grown", $"/learners/{_site.Kid.Value:N}/flex")).Status.ShouldBe(HttpStatusCode.NotFound);

        // The page after it offers the way back, once.
        var done = (await teacher.Get(booked.Header("Location"))).Body;
        done.ShouldContain("/undo");
        var (seen, batch) = (_site.Read(db => db.FlexSlots.Single().Version), booked.Header("Location").Split("booked=")[1]);
        (await FlexSite.Post(teacher, $"{slot}/undo", ("seen", $"{seen}"), ("batch", batch))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.FlexBookings.Count(one => one.Offer != null)).ShouldBe(0);
        (await FlexSite.Post(teacher, $"{slot}/undo", ("seen", $"{seen}"), ("batch", batch))).Whole.ShouldContain("Something changed since");
        (await _site.Base.Get("kid", $"/learners/{_site.Kid.Value:N}/flex")).Whole.ShouldNotContain("Attic");
    }

    [Fact]
    public async Task A_draft_that_somebody_else_overtook_is_not_booked_and_nothing_of_it_is_lost()
    {
        var (slot, offers) = await _site.Slot(isOpen: false, (_site.Drawing, 1, 30, "Studio"), (null, 1, 30, "Library"));
        using var teacher = await _site.Base.As("colleague");
        var draft = FlexSite.Draft((await teacher.Get($"/flex/{slot.Value:N}/draft?{Rooms}")).Body);
        var mine = FlexSite.With(draft, $"at-{_site.Kid.Value:N}", $"{offers[1].Value:N}");
        using var other = await _site.Base.As("teacher");
        (await FlexSite.Post(other, $"/flex/{slot.Value:N}/draft", ("seen", draft.Single(one => one.Name == "seen").Value), ($"at-{_site.Base.Grown.Value:N}", $"{offers[0].Value:N}"), ("do", "book"))).Status.ShouldBe(HttpStatusCode.Found);

        var late = await FlexSite.Post(teacher, $"/flex/{slot.Value:N}/draft", [.. mine, ("do", "book")]);

        late.Status.ShouldBe(HttpStatusCode.OK);
        late.Whole.ShouldContain("Somebody changed this flex time meanwhile. Nothing was booked.");
        _site.Read(db => db.FlexBookings.Count()).ShouldBe(1);
        var kept = FlexSite.Draft(late.Body);
        kept.Single(one => one.Name == $"at-{_site.Kid.Value:N}").Value.ShouldBe($"{offers[1].Value:N}");
        // Now that it was seen, it can be booked.
        (await FlexSite.Post(teacher, $"/flex/{slot.Value:N}/draft", [.. kept, ("do", "book")])).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Whoever_plans_for_some_books_no_others_and_is_told_the_row_but_no_name()
    {
        var (slot, offers) = await _site.Slot(isOpen: false, (_site.Drawing, 1, 30, "Studio"));
        using var okafor = await _site.Base.As("teacher");
        var draft = await okafor.Get($"/flex/{slot.Value:N}/draft?{Rooms}");
        FlexSite.Draft(draft.Body).Count(one => one.Name.StartsWith("at-", StringComparison.Ordinal)).ShouldBe(20, "she has the Loft only");
        draft.Whole.ShouldNotContain("The Barn");

        var foreign = _site.InBarn[0];
        var refused = await FlexSite.Post(okafor, $"/flex/{slot.Value:N}/draft", ("group", $"{Family.Loft.Value:N}"), ("seen", FlexSite.Draft(draft.Body).Single(one => one.Name == "seen").Value),
            ($"at-{_site.Kid.Value:N}", $"{offers[0].Value:N}"), ($"at-{foreign.Value:N}", $"{offers[0].Value:N}"), ("do", "book"));

        refused.Whole.ShouldContain("Row 2 is somebody you do not plan for. Nothing was booked.");
        refused.Whole.ShouldNotContain("GivenN16");
        _site.Read(db => db.FlexBookings.Count()).ShouldBe(0, "all or nothing");
        // Whoever leads the school plans for all of it.
        using var principal = await _site.Base.As("principal");
        FlexSite.Draft((await principal.Get($"/flex/{slot.Value:N}/draft?{Rooms}")).Body).Count(one => one.Name.StartsWith("at-", StringComparison.Ordinal)).ShouldBe(40);
        // Those of other schools, families and learners find nothing at all.
        using var elsewhere = await _site.As(ActorKind.Teacher, _site.Elsewhere.Value);
        foreach (var path in (string[])["", "/draft", "/lists"]) (await elsewhere.Get($"/flex/{slot.Value:N}{path}")).Status.ShouldBe(HttpStatusCode.NotFound, path);
        (await FlexSite.Post(elsewhere, $"/flex/{slot.Value:N}/draft", ("do", "book"), ("seen", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await FlexSite.Post(elsewhere, $"/flex/{slot.Value:N}/open", ("open", "true"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await FlexSite.Post(elsewhere, $"/flex/{slot.Value:N}/offers/{offers[0].Value:N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await FlexSite.Post(elsewhere, "/flex", ("name", "Mine"), ("day", $"{Family.Today:yyyy-MM-dd}"), ("from", "10:00"), ("until", "10:45"), ("school", $"{Family.Hill.Value:N}"))).Status.ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.FlexSlots.Count()).ShouldBe(1, "not at a school where they do not plan");
        foreach (var who in (string[])["kid", "mother"])
            foreach (var path in (string[])["/flex", "/flex/rules", $"/flex/{slot.Value:N}", $"/flex/{slot.Value:N}/draft", $"/flex/{slot.Value:N}/lists"]) (await _site.Base.Get(who, path)).Status.ShouldBe(HttpStatusCode.NotFound, $"{who} {path}");
    }

    [Fact]
    public async Task What_makes_no_sense_is_said_at_its_field_and_text_is_only_text()
    {
        using var teacher = await _site.Base.As("colleague");
        var wrong = await FlexSite.Post(teacher, "/flex", ("name", new string('x', 81)), ("day", "soon"), ("from", "25:00"), ("until", "10"), ("school", "none"));
        wrong.Status.ShouldBe(HttpStatusCode.OK);
        wrong.Whole.ShouldContain("Write a time such as 10:45.");
        (await FlexSite.Post(teacher, "/flex", ("name", "Late"), ("day", $"{Family.Today.AddDays(-1):yyyy-MM-dd}"), ("from", "11:00"), ("until", "10:00"), ("school", $"{Family.Hill.Value:N}"))).Whole.ShouldContain("That day is over.");
        _site.Read(db => db.FlexSlots.Count()).ShouldBe(0);

        var (slot, offers) = await _site.Slot(isOpen: false, (null, 0, 5, "<script>alert(1)</script>"));
        (await teacher.Get($"/flex/{slot.Value:N}")).Body.ShouldNotContain("<script>alert");
        foreach (var (field, value) in new[] { ("most", "2"), ("most", "900"), ("educator", $"{_site.Elsewhere.Value:N}"), ("competency", $"{Guid.CreateVersion7():N}"), ("room", ""), ("room", new string('r', 121)) })
            (await FlexSite.Post(teacher, $"/flex/{slot.Value:N}/offers", FlexSite.With([("competency", $"{_site.Clay.Value:N}"), ("educator", $"{Family.Okafor.Value:N}"), ("room", "Kiln"), ("least", "3"), ("most", "9")], field, value))).Status.ShouldBe(HttpStatusCode.OK, $"{field}={value}");
        _site.Read(db => db.FlexOffers.Count()).ShouldBe(1);

        // An offer of another slot, and one that is taken away meanwhile.
        var (next, others) = await _site.Slot(isOpen: false, (null, 0, 5, "Library"));
        var gone = await FlexSite.Post(teacher, $"/flex/{slot.Value:N}/draft", ("group", $"{Family.Loft.Value:N}"), ("seen", "2"), ($"at-{_site.Kid.Value:N}", $"{others[0].Value:N}"), ("do", "book"));
        gone.Whole.ShouldContain("is not offered any more");
        (await FlexSite.Post(teacher, $"/flex/{next.Value:N}/offers/{others[0].Value:N}")).Status.ShouldBe(HttpStatusCode.Found);
        (await FlexSite.Post(teacher, $"/flex/{next.Value:N}/offers/{offers[0].Value:N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        _site.Read(db => db.FlexOffers.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task A_group_takes_no_more_than_its_seats_and_a_new_slot_begins_with_the_offers_of_another()
    {
        var (slot, offers) = await _site.Slot(isOpen: false, (_site.Drawing, 1, 1, "Studio"));
        using var teacher = await _site.Base.As("colleague");
        var full = await FlexSite.Post(teacher, $"/flex/{slot.Value:N}/draft", ("group", $"{Family.Loft.Value:N}"), ("seen", "2"), ($"at-{_site.Kid.Value:N}", $"{offers[0].Value:N}"), ($"at-{_site.Base.Grown.Value:N}", $"{offers[0].Value:N}"), ("do", "book"));
        full.Whole.ShouldContain("Drawing, Studio has too few seats. Nothing was booked.");
        _site.Read(db => db.FlexBookings.Count()).ShouldBe(0);

        var next = await FlexSite.Post(teacher, "/flex", ("name", "Next"), ("day", $"{Family.Today.AddDays(7):yyyy-MM-dd}"), ("from", "10:00"), ("until", "10:45"), ("school", $"{Family.Hill.Value:N}"), ("copy", $"{slot.Value:N}"));
        (await teacher.Get(next.Header("Location"))).Whole.ShouldContain("Studio");
        _site.Read(db => db.FlexOffers.Count()).ShouldBe(2);
    }

    [Fact]
    public async Task Of_fifty_who_take_the_last_seat_at_once_one_has_it()
    {
        var (slot, offers) = await _site.Slot(isOpen: true, (_site.Drawing, 1, 1, "Studio"));
        LearnerId[] all = [.. _site.InLoft, .. _site.InBarn, .. await More(10)];
        var visitors = new List<Visitor>();
        foreach (var one in all) visitors.Add(await _site.As(ActorKind.Learner, one.Value));

        var answers = await Task.WhenAll(visitors.Zip(all, (visitor, learner) => FlexSite.Post(visitor, $"/learners/{learner.Value:N}/flex", ("slot", $"{slot.Value:N}"), ("offer", $"{offers[0].Value:N}"))));

        all.Length.ShouldBe(50);
        answers.Count(one => one.Status == HttpStatusCode.Found).ShouldBe(1);
        answers.Where(one => one.Status != HttpStatusCode.Found).ShouldAllBe(one => one.Status == HttpStatusCode.OK && one.Whole.Contains("That place is not free any more", StringComparison.Ordinal));
        _site.Read(db => db.FlexBookings.Count(one => one.Offer == offers[0])).ShouldBe(1);
        visitors.ForEach(one => one.Dispose());
    }

    [Fact]
    public async Task A_learner_chooses_for_themselves_where_a_slot_is_open_and_stays_where_an_educator_put_them()
    {
        var (slot, offers) = await _site.Slot(isOpen: true, (_site.Drawing, 1, 5, "Studio"), (_site.Clay, 1, 5, "Kiln"));
        var (closed, shut) = await _site.Slot(isOpen: false, (_site.Drawing, 1, 5, "Cellar"));
        var path = $"/learners/{_site.Kid.Value:N}/flex";
        using var kid = await _site.Base.As("kid");
        (await kid.Get(path)).Whole.ShouldNotContain("Cellar");
        (await FlexSite.Post(kid, path, ("slot", $"{closed.Value:N}"), ("offer", $"{shut[0].Value:N}"))).Status.ShouldBe(HttpStatusCode.OK);
        (await FlexSite.Post(kid, path, ("slot", $"{slot.Value:N}"), ("offer", $"{offers[0].Value:N}"))).Status.ShouldBe(HttpStatusCode.Found);
        (await FlexSite.Post(kid, path, ("slot", $"{slot.Value:N}"), ("offer", $"{offers[1].Value:N}"))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.FlexBookings.Single()).ShouldSatisfyAllConditions(one => one.Offer.ShouldBe(offers[1]), one => one.IsOwn.ShouldBeTrue());
        (await FlexSite.Post(kid, path, ("slot", $"{slot.Value:N}"), ("offer", ""))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.FlexBookings.Single().Offer).ShouldBeNull();

        // A mother sees, and does not choose; nobody chooses for another.
        (await _site.Base.Post("mother", path, ("slot", $"{slot.Value:N}"), ("offer", $"{offers[0].Value:N}"))).ShouldBe(HttpStatusCode.Forbidden);
        (await _site.Base.Post("grown", path, ("slot", $"{slot.Value:N}"), ("offer", $"{offers[0].Value:N}"))).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Base.Post("teacher", path, ("slot", $"{slot.Value:N}"), ("offer", $"{offers[0].Value:N}"))).ShouldBe(HttpStatusCode.Forbidden);

        using var teacher = await _site.Base.As("teacher");
        (await FlexSite.Post(teacher, $"/flex/{slot.Value:N}/draft", ("group", $"{Family.Loft.Value:N}"), ("seen", $"{_site.Read(db => db.FlexSlots.Single(one => one.Id == slot).Version)}"), ($"at-{_site.Kid.Value:N}", $"{offers[0].Value:N}"), ("do", "book"))).Status.ShouldBe(HttpStatusCode.Found);
        (await FlexSite.Post(kid, path, ("slot", $"{slot.Value:N}"), ("offer", $"{offers[1].Value:N}"))).Status.ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.FlexBookings.Single().Offer).ShouldBe(offers[0]);
    }

    private async Task<List<LearnerId>> More(int many)
    {
        var more = new List<LearnerId>();
        for (var i = 0; i < many; i++)
        {
            more.Add(await _site.Base.Family.Learner($"M{i:00}"));
            await _site.Base.Family.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), more[^1], FlexSite.Barn, Family.Today.AddDays(-9), null));
        }

        return more;
    }
}
