using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Diplomas;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Diplomas are awarded by what is so in that moment, never change afterwards, and are taken back by two people.</summary>
public sealed class DiplomaAwardTests
{
    [Fact]
    public async Task Only_what_is_met_is_awarded_and_only_by_who_keeps_the_record()
    {
        await using var site = await DiplomaSite.Make();

        (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body.ShouldNotContain("/diploma/award");
        (await site.Send("registrar", DiplomaSite.Path(site.Kid) + "/award", ("seen", "x"), ("sure", "true"))).Body.ShouldContain("Something is missing now");
        await site.Finish(site.Kid);
        foreach (var who in (string[])["teacher", "mother", "kid"]) (await site.Send(who, DiplomaSite.Path(site.Kid) + "/award")).Status.ShouldBe(HttpStatusCode.Forbidden, who);
        (await site.Send("stranger-registrar", DiplomaSite.Path(site.Kid) + "/award")).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Read(db => db.DiplomaAwards.Count()).ShouldBe(0);

        var (_, path) = await site.Award(site.Kid);

        (await site.Get("kid", path)).Status.ShouldBe(HttpStatusCode.OK);
        (await site.Get("mother", DiplomaSite.Path(site.Kid))).Body.ShouldContain("got the diploma on March 31, 2026");
        (await site.Get("stranger", path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Get("mother", path.Replace($"{site.Kid.Value:N}", $"{site.Grown.Value:N}", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_click_closes_no_record()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Kid);
        var page = (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body;
        page.ShouldContain("This cannot be undone by a click");

        var clicked = await site.Send("registrar", DiplomaSite.Path(site.Kid) + "/award", ("seen", DiplomaSite.Seen(page, "/award")));

        clicked.Body.ShouldContain("Tick that you looked at all of it");
        site.Read(db => (db.DiplomaAwards.Count(), db.FrozenRecords.Count())).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Of_two_who_award_at_once_one_does()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Kid);
        var seen = DiplomaSite.Seen((await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body, "/award");

        var both = await Task.WhenAll(site.Send("registrar", DiplomaSite.Path(site.Kid) + "/award", ("seen", seen), ("sure", "true")), site.Send("leader", DiplomaSite.Path(site.Kid) + "/award", ("seen", seen), ("sure", "true")));

        both.Count(one => one.Status == HttpStatusCode.Found).ShouldBe(1);
        both.Single(one => one.Status != HttpStatusCode.Found).Body.ShouldContain("It was awarded already.");
        site.Read(db => db.DiplomaAwards.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task The_official_record_of_graduation_is_issued_with_it_and_closed()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Kid);

        var (_, path) = await site.Award(site.Kid);

        var (award, record) = site.Read(db => (db.DiplomaAwards.AsNoTracking().Single(), db.FrozenRecords.AsNoTracking().Single()));
        (award.Frozen, record.For, record.Edition, record.By, record.Learner).ShouldBe((record.Id, IssuedFor.Graduation, 1, site.Person("registrar"), site.Kid));
        var bytes = site.Read(db => db.FrozenBytes.AsNoTracking().Single().Bytes);
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)).ShouldBe(record.Hash);
        (await site.Get("mother", path)).Body.ShouldContain($"/transcript?edition={record.Code}");
        // The record tells of the award that it was issued with.
        (await site.Get("registrar", $"/learners/{site.Kid.Value:N}/transcript?edition={record.Code}")).Whole.ShouldContain("March 31, 2026");
        (await site.Get("registrar", $"/learners/{site.Kid.Value:N}/records")).Whole.ShouldContain("Graduation.");
        (await site.Send("registrar", $"/learners/{site.Kid.Value:N}/records", ("for", "Request"), ("seen", "1"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        site.Read(db => db.FrozenRecords.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task Who_looked_at_another_record_than_there_is_now_awards_nothing()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Kid);
        var seen = DiplomaSite.Seen((await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body, "/award");
        await site.Credit(site.Kid, "math", 50, "One more");

        (await site.Send("registrar", DiplomaSite.Path(site.Kid) + "/award", ("seen", seen), ("sure", "true"))).Body.ShouldContain("The record changed while you looked at it");

        site.Read(db => db.DiplomaAwards.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_awarded_never_changes_whatever_rules_and_credit_come_later()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Kid);
        var (id, path) = await site.Award(site.Kid);
        var before = await site.Get("registrar", path + "/audit.json");
        var page = (await site.Get("registrar", path)).Body;

        await site.Adopt("""{"id":"s","title":"Harder","root":{"all":[{"id":"math","label":"Mathematics","need":9,"of":{"type":"credit","subject":"math"}}]}}""", number: 2);
        await site.Write(turn =>
        {
            var award = turn.Db.CreditAwards.First(one => one.Learner == site.Kid);
            turn.Db.Add(new CreditReversal(new CreditReversalId(Guid.CreateVersion7()), site.Kid, award.Id, ReversalReason.Mistake, null, site.Person("registrar"), turn.Next()));
            return turn.Db.SaveChanges();
        });

        (await site.Get("registrar", path + "/audit.json")).Bytes.ShouldBe(before.Bytes);
        (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body.ShouldContain("got the diploma on");
        page.ShouldContain("It is to the letter what was stored");
        page.ShouldContain("Algebra and functions");
        var (hash, text) = site.Read(db => (db.DiplomaAwards.AsNoTracking().Single().AuditHash, db.DiplomaAwardTexts.AsNoTracking().Single().Audit));
        hash.ShouldBe(DiplomaAwarding.HashOf(text));
        System.Text.Encoding.UTF8.GetString(before.Bytes).ShouldBe(text);
        await Should.ThrowAsync<DbUpdateException>(() => site.Write(turn =>
        {
            turn.Db.Entry(turn.Db.DiplomaAwards.Single(one => one.Id == id)).Property(one => one.AuditHash).CurrentValue = "0";
            return turn.Db.SaveChanges();
        }));
    }

    [Fact]
    public async Task Where_something_was_waived_two_people_stand_for_the_diploma()
    {
        await using var site = await DiplomaSite.Make();
        await site.Credit(site.Kid, "math", 200);
        await site.Judge(site.Kid, site.Modeling, 3);
        await site.Judge(site.Kid, site.Arguing, 3);
        await site.Attest(site.Kid, "exhibition");
        var waiver = new Waiver(new WaiverId(Guid.CreateVersion7()), site.Kid, "standard", "science", "registrar", "Moved in March", site.Person("registrar"), new DateTime(2026, 3, 20, 8, 0, 0, DateTimeKind.Utc));
        waiver.Decide(true, site.Person("principal"), "principal", "Yes", new DateTime(2026, 3, 21, 8, 0, 0, DateTimeKind.Utc));
        await site.Put(waiver);

        var (_, path) = await site.Award(site.Kid);

        site.Read(db => db.DiplomaAwards.AsNoTracking().Single().SecondBy).ShouldBe(site.Person("principal"));
        (await site.Get("mother", path)).Whole.ShouldSatisfyAllConditions(one => one.ShouldContain("Exception that counted"), one => one.ShouldNotContain("Moved in March"));
    }

    [Fact]
    public async Task A_diploma_is_withdrawn_by_two_people_and_the_trace_stays()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Kid);
        var (_, path) = await site.Award(site.Kid);
        var act = path + "/withdrawal";

        (await site.Send("mother", act, ("do", "ask"), ("reason", "x"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Send("registrar", act, ("do", "ask"), ("reason", ""))).Body.ShouldContain("cannot stay empty");
        (await site.Send("registrar", act, ("do", "ask"), ("reason", "<i>Mixed up</i> with another"))).Status.ShouldBe(HttpStatusCode.Found);
        (await site.Send("registrar", act, ("do", "withdraw"), ("seen", "1"))).Body.ShouldContain("A second person decides");
        (await site.Send("registrar2", act, ("do", "withdraw"), ("seen", "7"))).Body.ShouldContain("Somebody changed this meanwhile");
        (await site.Get("registrar2", path)).Body.ShouldContain("&lt;i&gt;Mixed up&lt;/i&gt;");
        (await site.Send("registrar2", act, ("do", "withdraw"), ("seen", "1"))).Status.ShouldBe(HttpStatusCode.Found);

        (await site.Get("kid", path)).Body.ShouldContain("this diploma was withdrawn");
        (await site.Get("kid", path)).Body.ShouldNotContain("Mixed up");
        (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body.ShouldContain("/diploma/award");
        site.Read(db => (db.DiplomaAwards.Count(), db.DiplomaWithdrawals.AsNoTracking().Single().State)).ShouldBe((1, WithdrawalState.Withdrawn));
    }

    [Fact]
    [Trait("Abuse", "A7")]
    public async Task A_diploma_that_is_withdrawn_takes_its_official_record_back_and_one_that_is_awarded_anew_issues_another()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Kid);
        var (records, share) = ($"/learners/{site.Kid.Value:N}/records", $"/learners/{site.Kid.Value:N}/share");
        await site.Send("registrar", records, ("for", "Request"), ("seen", "0"));
        var (_, path) = await site.Award(site.Kid);
        var (before, first) = site.Read(db => (db.FrozenRecords.AsNoTracking().Single(one => one.Edition == 1), db.FrozenRecords.AsNoTracking().Single(one => one.Edition == 2)));
        (await site.Get("mother", $"/v/{first.Code}")).Whole.ShouldContain("This record holds");
        await site.Send("registrar", $"{records}/errata", ("record", $"{first.Id.Value:N}"), ("do", "correct"), ("text", "A name"));

        await Withdraw(site, path);

        (await site.Get("mother", $"/v/{first.Code}")).Whole.ShouldContain("took back record");
        (await site.Get("mother", "/v/withdrawn")).Body.ShouldSatisfyAllConditions(one => one.ShouldContain($"{first.Code} withdrawn"), one => one.ShouldNotContain(before.Code));
        (await site.Get("mother", records)).Whole.ShouldSatisfyAllConditions(one => one.ShouldContain("The diploma that this record tells of was withdrawn."), one => one.ShouldNotContain("Mixed up"));
        (await site.Get("mother", path)).Whole.ShouldNotContain("This record holds");
        // A correction of it that somebody asked for before makes no edition any more.
        var open = site.Read(db => db.Errata.AsNoTracking().Single(one => one.State == ErratumState.Asked).Id);
        (await site.Send("registrar2", $"{records}/errata/{open.Value:N}", ("do", "approve"), ("decision", "Yes"), ("seen", "1"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        await site.Award(site.Kid);

        var again = site.Read(db => db.FrozenRecords.AsNoTracking().Single(one => one.Edition == 3));
        (again.For, site.Read(db => db.DiplomaAwards.AsNoTracking().Count(one => one.Frozen == again.Id))).ShouldBe((IssuedFor.Graduation, 1));
        (await site.Get("mother", $"/v/{again.Code}")).Whole.ShouldContain("This record holds");
        (await site.Send("registrar", records, ("for", "Request"), ("seen", "3"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_correction_of_the_official_record_is_taken_back_with_the_diploma_too()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Kid);
        var (_, path) = await site.Award(site.Kid);
        var records = $"/learners/{site.Kid.Value:N}/records";
        var first = site.Read(db => db.FrozenRecords.AsNoTracking().Single());
        await site.Send("registrar", $"{records}/errata", ("record", $"{first.Id.Value:N}"), ("do", "correct"), ("text", "A name"));
        var erratum = site.Read(db => db.Errata.AsNoTracking().Single().Id);
        (await site.Send("registrar2", $"{records}/errata/{erratum.Value:N}", ("do", "approve"), ("decision", "Yes"), ("seen", "1"))).Status.ShouldBe(HttpStatusCode.Found);

        await Withdraw(site, path);

        foreach (var code in site.Read(db => db.FrozenRecords.AsNoTracking().Select(one => one.Code).ToList())) (await site.Get("mother", $"/v/{code}")).Whole.ShouldContain("took back record", customMessage: code);
    }

    private static async Task Withdraw(DiplomaSite site, string path)
    {
        (await site.Send("registrar", $"{path}/withdrawal", ("do", "ask"), ("reason", "Mixed up"))).Status.ShouldBe(HttpStatusCode.Found);
        (await site.Send("registrar2", $"{path}/withdrawal", ("do", "withdraw"), ("seen", "1"))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Nobody_awards_a_diploma_to_their_own_child()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Kid);
        var guardian = new GuardianId(Guid.CreateVersion7());
        var username = site.Read(db => db.Educators.AsNoTracking().Single(one => one.Id == new EducatorId(site.Person("registrar").Value)).Username);
        await site.Put(new Guardian(guardian, username, "M. registrar"));
        await site.Put(new Guardianship(guardian, site.Kid, Family.Today.AddDays(-50), null));

        (await site.Send("registrar", DiplomaSite.Path(site.Kid) + "/award", ("seen", "x"), ("sure", "true"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body.ShouldNotContain("/diploma/award");
    }

    [Fact]
    public async Task What_is_held_goes_into_the_archive_and_its_words_go_by_an_erasure()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Kid);
        await site.Award(site.Kid);
        await site.Put(new DiplomaPin(new DiplomaPinId(Guid.CreateVersion7()), site.Kid, "standard", "credit:x", "math", "canary-of-pin", site.Person("registrar"), new DateTime(2026, 3, 20, 8, 0, 0, DateTimeKind.Utc)));

        var archive = Family.Json(site.Site.Family.Archive(site.Kid));

        archive.GetProperty("diplomas").GetArrayLength().ShouldBe(1);
        archive.GetProperty("diplomas")[0].GetProperty("audit").GetString()!.ShouldContain("Algebra and functions");
        archive.GetProperty("diplomaPins")[0].GetProperty("reason").GetString().ShouldBe("canary-of-pin");
        Family.Json(site.Site.Family.Archive(site.Grown)).GetProperty("diplomas").GetArrayLength().ShouldBe(0);
    }
}
