using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.App.Tests.Abuse;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Files;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>However often a capture is sent, and by whom: it is there once.</summary>
public sealed partial class CaptureTests
{
    [Fact]
    [Trait("Abuse", "L13")]
    public async Task A_queue_is_of_one_person_and_ends_with_their_right()
    {
        var (teacher, colleague, key, file) = (await As("teacher"), await As("colleague"), Guid.CreateVersion7(), Device.Paper(30_000, 4));
        var said = teacher.Said(key, [_site.Kid.Value], ("a.pdf", file));
        (await teacher.Begin(said)).Status.ShouldBe(HttpStatusCode.OK);
        // In another's session: neither seen, nor gone on with, nor sent.
        var told = new Refused(_site.Site, _site.Family.District.District);
        (await colleague.Look(key)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await colleague.Bring(key, 0, 0, file)).Status.ShouldBe(HttpStatusCode.NotFound);
        await told.ByPerson(_site.People["colleague"].Person, HttpStatusCode.Forbidden, "NotTheirs", async () => AnswerOf(await colleague.Begin(said)));
        // The teacher leaves the group with everything sent but the last part.
        await teacher.Bring(key, 0, 0, file[..29_000]);
        await _site.Family.District.District.Writer.Alone(turn =>
        {
            foreach (var one in turn.Db.Teachings.Where(one => one.Educator == Family.Okafor).ToList()) turn.Db.Remove(one);
            return turn.Db.SaveChanges();
        });
        await told.ByPerson(Teacher, HttpStatusCode.NotFound, "NotTheirs", async () => AnswerOf(await teacher.Bring(key, 0, 29_000, file[29_000..])));
        PiecesOf("teacher", key).ShouldBe(0);
    }

    [Fact]
    [Trait("Abuse", "L4")]
    public async Task Sent_again_with_other_words_nothing_changes_also_after_it_was_taken_back()
    {
        var (device, key) = (await As("kid"), Guid.CreateVersion7());
        (await device.Begin(device.Said(key, [_site.Kid.Value]))).Status.ShouldBe(HttpStatusCode.Created);
        var piece = Capture.PieceOf(new PersonId(_site.Kid.Value), key, _site.Kid);
        await _site.Family.District.Record(new Recording(_site.Kid) { Retractions = [new Retraction(new RetractionId(Guid.CreateVersion7()), _site.Kid, RetractedKind.Evidence, piece.Value, Family.Okafor.Person, default)] });
        var again = device.Said(key, [_site.Kid.Value]);
        again["words"] = "Something else";
        ShouldRefuse(await device.Begin(again), HttpStatusCode.Conflict, "other");
        (await device.Begin(device.Said(key, [_site.Kid.Value]))).State!["state"]!.GetValue<string>().ShouldBe("saved");
        _site.Read(db => db.EvidenceTexts.Single(one => one.Evidence == piece).Comment).ShouldBe("Eleven kilograms.");
        PiecesOf("kid", key).ShouldBe(1);
        (await _site.Get("mother", $"/learners/{_site.Kid.Value:N}/work")).Whole.ShouldNotContain("A bridge");
    }

    [Fact]
    public async Task What_was_begun_is_not_begun_otherwise_and_can_be_dropped()
    {
        var (device, key, file) = (await As("teacher"), Guid.CreateVersion7(), Device.Paper(30_000, 5));
        await device.Begin(device.Said(key, [_site.Kid.Value], ("a.pdf", file)));
        ShouldRefuse(await device.Begin(device.Said(key, [_site.Family.Ada.Value], ("a.pdf", file))), HttpStatusCode.Conflict, "other");
        (await device.Drop(key)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await device.Look(key)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await device.All(device.Said(key, [_site.Family.Ada.Value], ("a.pdf", file)), file)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Two_windows_that_send_the_same_at_once_make_one()
    {
        var (device, key, file) = (await As("teacher"), Guid.CreateVersion7(), Device.Paper(200_000, 6));
        var said = device.Said(key, [_site.Kid.Value], ("a.pdf", file));
        var ends = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var answer = await device.Begin(said);
            while (answer.State!["state"]!.GetValue<string>() == "waiting" && answer.State["files"]![0]!.GetValue<long>() is var has) answer = await device.Bring(key, 0, has, file[(int)has..(int)Math.Min(file.Length, has + 30_000)]);
            return answer.State["state"]!.GetValue<string>();
        }));
        ends.ShouldAllBe(one => one == "saved");
        PiecesOf("teacher", key).ShouldBe(1);
    }

    [Fact]
    public async Task Without_scripts_the_form_does_the_same_once()
    {
        using var teacher = await _site.As("teacher");
        var page = await teacher.Get("/capture");
        (page.Status, page.Whole.Contains("GivenKid FamilyKid", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));
        page.Header("Cache-Control").ShouldContain("no-store");
        var key = Guid.CreateVersion7();
        (string, string)[] fields = [("key", $"{key}"), ("kind", "Conversation"), ("title", "<script>alert(1)</script>"), ("words", "We talked."), ("learners", $"{_site.Kid.Value:N}"), ("learners", $"{_site.Family.Ada.Value:N}"), ("link", ""), ("day", "")];
        for (var i = 0; i < 2; i++) (await teacher.Bring("/capture", fields, [("drawing.png", Device.Picture())])).Status.ShouldBe(HttpStatusCode.Found);
        PiecesOf("teacher", key).ShouldBe(2);
        var work = await teacher.Get($"/learners/{_site.Kid.Value:N}/work");
        work.Body.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        work.Body.ShouldContain("/files/1?as=small");
        var wrong = await teacher.Bring("/capture", [("key", $"{Guid.CreateVersion7()}"), ("kind", "Conversation"), ("words", "Kept <b>words</b>"), ("learners", "")], []);
        (wrong.Status, wrong.Body.Contains("Kept &lt;b&gt;words", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
    }

    [Fact]
    public void What_nobody_goes_on_with_goes_after_two_weeks()
    {
        var (uploads, person, key) = (new Uploads(Folder), Guid.CreateVersion7(), Guid.CreateVersion7());
        uploads.Begin(person, key, "{}"u8.ToArray());
        uploads.Sweep(DateTime.UtcNow - TimeSpan.FromDays(14)).ShouldBe(0);
        uploads.SaidOf(person, key).ShouldNotBeNull();
        uploads.Sweep(DateTime.UtcNow + TimeSpan.FromMinutes(1)).ShouldBe(1);
        uploads.SaidOf(person, key).ShouldBeNull();
    }
}
