using System.Net;
using System.Text;
using Cairn.Learning;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Privacy;

/// <summary>Notes in sole possession, the schedule, holds and erasures: who may, and who may not.</summary>
public sealed class StaffPagesTests : IAsyncLifetime
{
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    private string Kid => $"/learners/{_site.Kid.Value:N}";

    [Fact]
    [Trait("Abuse", "T6")]
    [Trait("Abuse", "C3")]
    [Trait("Abuse", "L6")]
    public async Task A_private_note_is_its_authors_alone_until_it_is_shared()
    {
        (await _site.Post("teacher", $"{Kid}/notes", ("text", "NOTECANARY"))).ShouldBe(HttpStatusCode.Found);
        var note = _site.Read(db => db.PrivateNotes.AsNoTracking().Single());
        (await _site.Get("teacher", $"{Kid}/notes")).Whole.ShouldContain("NOTECANARY");
        foreach (var who in (string[])["colleague", "leader", "officer", "principal", "mother", "kid"])
        {
            foreach (var path in (string[])[$"{Kid}/notes", Kid, $"{Kid}/work", "/learners?q=NOTECANARY"]) (await _site.Get(who, path)).Body.ShouldNotContain("<p class=\"Quote\" dir=\"auto\">NOTECANARY", Case.Sensitive, $"{who} {path}");
            (await _site.Get(who, $"{Kid}/notes")).Whole.ShouldNotContain("NOTECANARY", Case.Sensitive, who);
            if (who is "mother" or "kid") continue;
            foreach (var what in (string[])["share", "remove", "write"]) (await _site.Post(who, $"{Kid}/notes/{note.Id.Value:N}", ("do", what), ("text", "taken"), ("sure", "true"))).ShouldBe(HttpStatusCode.NotFound, who);
        }

        _site.Read(db => db.PrivateNotes.AsNoTracking().Single()).Text.ShouldBe("NOTECANARY");
        await _site.Post("teacher", $"{Kid}/notes/{note.Id.Value:N}", ("do", "write"), ("text", "SECONDCANARY"));
        JournalSays("NOTECANARY").ShouldBeFalse();
        JournalSays("SECONDCANARY").ShouldBeFalse();

        // What was typed is shown first and asked about; saying yes shares those words.
        (await _site.Post("teacher", $"{Kid}/notes/{note.Id.Value:N}", ("do", "share"), ("text", "THIRDCANARY"))).ShouldBe(HttpStatusCode.OK);
        (await _site.Get("mother", $"{Kid}/notes")).Whole.ShouldNotContain("CANARY");
        (await _site.Get("mother", Kid)).Whole.ShouldNotContain($"{Kid}/notes");
        (await _site.Post("teacher", $"{Kid}/notes/{note.Id.Value:N}", ("do", "share"), ("text", "THIRDCANARY"), ("sure", "true"))).ShouldBe(HttpStatusCode.Found);
        foreach (var who in (string[])["mother", "kid"]) (await _site.Get(who, Kid)).Whole.ShouldContain($"{Kid}/notes#shared-{note.Id.Value:N}", Case.Sensitive, who);
        foreach (var who in (string[])["colleague", "leader", "mother", "kid"]) (await _site.Get(who, $"{Kid}/notes")).Whole.ShouldContain("THIRDCANARY", Case.Sensitive, who);
        (await _site.Post("teacher", $"{Kid}/notes/{note.Id.Value:N}", ("do", "write"), ("text", "after"))).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("teacher", $"{Kid}/notes/{note.Id.Value:N}", ("do", "remove"), ("sure", "true"))).ShouldBe(HttpStatusCode.NotFound);
        JournalSays("THIRDCANARY").ShouldBeFalse();
        JournalSays("SECONDCANARY").ShouldBeFalse();
        JournalSays("NOTECANARY").ShouldBeFalse();
        _site.WhoDid(typeof(PrivateNote)).ShouldBe(Family.Okafor.Value);
    }

    [Fact]
    public async Task An_erasure_begins_at_a_search_or_at_the_learners_own_page()
    {
        var path = $"/erasures/learners/{_site.Kid.Value:N}";
        foreach (var who in (string[])["leader", "officer"])
        {
            (await _site.Get(who, "/erasures?q=kid")).Whole.ShouldContain($"href=\"{path}\"", Case.Sensitive, who);
            (await _site.Get(who, Kid)).Whole.ShouldContain($"href=\"{path}\"", Case.Sensitive, who);
        }

        foreach (var who in (string[])["teacher", "principal", "mother", "kid"]) (await _site.Get(who, Kid)).Whole.ShouldNotContain("/erasures/learners", Case.Sensitive, who);
    }

    [Fact]
    public async Task Who_only_counts_or_is_led_on_has_not_looked()
    {
        (await _site.Post("mother", $"{Kid}/amendments", ("about", "Record"), ("wish", "The name is spelled otherwise."))).ShouldBe(HttpStatusCode.Found);
        int Looks() => _site.Read(db => db.Journal.Count(one => one.Act == JournalAct.Viewed && one.Learner == _site.Kid));
        var before = Looks();

        (await _site.Get("leader", "/office")).Status.ShouldBe(HttpStatusCode.OK);
        (await _site.Post("leader", $"/erasures/learners/{_site.Kid.Value:N}/hold", ("hold", "a lawsuit"))).ShouldBe(HttpStatusCode.Found);

        Looks().ShouldBe(before);
        await _site.Get("leader", "/amendments");
        Looks().ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_note_is_deleted_only_after_it_was_asked_about()
    {
        await _site.Post("teacher", $"{Kid}/notes", ("text", "a passing thought"));
        var path = $"{Kid}/notes/{_site.Read(db => db.PrivateNotes.AsNoTracking().Single()).Id.Value:N}";

        (await _site.Post("teacher", path, ("do", "remove"))).ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.PrivateNotes.Count()).ShouldBe(1);
        (await _site.Post("teacher", path, ("do", "remove"), ("sure", "true"))).ShouldBe(HttpStatusCode.Found);

        _site.Read(db => db.PrivateNotes.Count()).ShouldBe(0);
    }

    [Fact]
    [Trait("Abuse", "S5")]
    public async Task A_school_leader_switches_neither_schedule_nor_holds_off()
    {
        await _site.Post("leader", "/erasures/schedule", ("part", "Record"), ("years", "7"), ("basis", "state law"));
        await _site.Post("officer", $"/erasures/learners/{_site.Kid.Value:N}/hold", ("hold", "a lawsuit"));
        var before = State();

        foreach (var who in (string[])["principal", "teacher", "colleague", "mother", "kid"])
        {
            (await _site.Get(who, "/erasures")).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Post(who, "/erasures/schedule", ("part", "Record"), ("years", "0"), ("basis", "none"))).ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Post(who, $"/erasures/learners/{_site.Kid.Value:N}/hold", ("lift", "true"))).ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Post(who, $"/erasures/learners/{_site.Kid.Value:N}", ("Work", "true"), ("reason", "because"))).ShouldBe(HttpStatusCode.NotFound, who);
        }

        State().ShouldBe(before);
        before.ShouldBe((7, 1, 0));
        (await _site.Get("leader", $"/erasures/learners/{_site.Kid.Value:N}")).Whole.ShouldContain("A legal hold is on the record.");
        await _site.Post("leader", $"/erasures/learners/{_site.Kid.Value:N}/hold", ("lift", "true"));
        State().ShouldBe((7, 0, 0));
    }

    [Fact]
    public async Task One_person_asks_another_agrees_and_then_it_is_gone()
    {
        await _site.Family.Work(_site.Kid, "WORKCANARY");
        await _site.Post("mother", $"{Kid}/archive");
        (await _site.Post("leader", $"/erasures/learners/{_site.Kid.Value:N}", ("Work", "true"), ("reason", "about GivenKid"))).ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.Erasures.Count()).ShouldBe(0);
        (await _site.Post("leader", $"/erasures/learners/{_site.Kid.Value:N}", ("Work", "true"), ("reason", "the family asked"))).ShouldBe(HttpStatusCode.Found);
        var asked = _site.Read(db => db.Erasures.AsNoTracking().Single());
        (await _site.Get("second", "/erasures")).Whole.ShouldContain("the family asked");
        (await _site.Post("leader", $"/erasures/{asked.Id.Value:N}", ("decision", "agree"))).ShouldBe(HttpStatusCode.Forbidden);
        _site.Read(db => db.Erasures.AsNoTracking().Single().State).ShouldBe(ErasureState.Asked);

        (await _site.Post("second", $"/erasures/{asked.Id.Value:N}", ("decision", "agree"))).ShouldBe(HttpStatusCode.Found);

        _site.Read(db => db.Erasures.AsNoTracking().Single().State).ShouldBe(ErasureState.Done);
        // Reasons of judgments are another part, and stay.
        Canaries.Find(_site.Family.District, "title WORKCANARY", "comment WORKCANARY", "files.example/WORKCANARY").ShouldBeEmpty();
        Canaries.Find(_site.Family.District, "reason WORKCANARY").ShouldNotBeEmpty();
        (await _site.Get("mother", $"{Kid}/work")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "X3")]
    public async Task The_last_step_asks_for_a_fresh_proof_whatever_was_done_before()
    {
        await _site.Post("leader", $"/erasures/learners/{_site.Kid.Value:N}", ("Work", "true"), ("reason", "the family asked"));
        var asked = _site.Read(db => db.Erasures.AsNoTracking().Single());
        using var second = await _site.SignedIn("second");
        _site.Clock.Now += TimeSpan.FromMinutes(16);

        foreach (var (path, body) in ((string, string)[])[($"/erasures/{asked.Id.Value:N}", "decision=agree"), ("/erasures/schedule", "part=Work&years=0&basis=none"), ($"/erasures/learners/{_site.Kid.Value:N}/hold", "hold=x")])
        {
            var answer = await second.Send(path, body, "application/x-www-form-urlencoded");
            answer.Status.ShouldBe(HttpStatusCode.Found, path);
            answer.Header("Location").ShouldStartWith("/prove", Case.Sensitive, path);
        }

        State().ShouldBe((0, 0, 1));
        _site.Read(db => db.Erasures.AsNoTracking().Single().State).ShouldBe(ErasureState.Asked);
    }

    [Fact]
    public async Task What_the_schedule_proposes_is_not_agreed_to_by_whoever_set_it()
    {
        await _site.Post("leader", "/erasures/schedule", ("part", "Work"), ("years", "1"), ("basis", "board policy 12"));
        await _site.Family.District.District.Writer.Alone(turn =>
        {
            turn.Db.Learners.Single(one => one.Id == _site.Kid).Leave(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            turn.Db.SaveChanges();
            Cairn.Storage.Privacy.ErasureRows.Propose(turn, DateOnly.FromDateTime).ShouldBe(1);
            Cairn.Storage.Privacy.ErasureRows.Propose(turn, DateOnly.FromDateTime).ShouldBe(0);
            return true;
        });
        var proposed = _site.Read(db => db.Erasures.AsNoTracking().Single());

        (await _site.Post("leader", $"/erasures/{proposed.Id.Value:N}", ("decision", "agree"))).ShouldBe(HttpStatusCode.Forbidden);
        (await _site.Post("second", $"/erasures/{proposed.Id.Value:N}", ("decision", "agree"))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.Erasures.AsNoTracking().Single().State).ShouldBe(ErasureState.Done);
    }

    private bool JournalSays(string words) => _site.Read(db => db.JournalPayloads.AsNoTracking().ToList().Exists(one => Encoding.UTF8.GetString(one.Words).Contains(words, StringComparison.Ordinal)));

    private (int Years, int Holds, int Erasures) State() =>
        _site.Read(db => (db.Retentions.Where(one => one.Part == RetainedPart.Record).Select(one => one.Years).FirstOrDefault(), db.LegalHolds.Count(one => one.LiftedAt == null), db.Erasures.Count()));

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
