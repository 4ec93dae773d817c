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

/// <summary>Captures over HTTP: in parts, once, all or nothing, by those who may.</summary>
public sealed partial class CaptureTests : IAsyncLifetime
{
    private readonly List<Device> _devices = [];
    private PrivacySite _site = null!;

    private Guid Teacher => _site.People["teacher"].Person;

    private string Folder => _site.Family.District.Folder.FolderOf("test");

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _devices) one.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_capture_of_two_learners_with_two_files_becomes_a_piece_of_each_with_its_claims()
    {
        var (device, key) = (await As("teacher"), Guid.CreateVersion7());
        byte[][] files = [Device.Picture(), Device.Paper(90_000, 1)];
        var said = device.Said(key, [_site.Kid.Value, _site.Family.Ada.Value], ("bridge.png", files[0]), ("plan.pdf", files[1]));
        said["claims"] = new JsonArray(new JsonObject { ["competency"] = _site.Family.District.Drawing.Value });

        var (status, state) = await device.All(said, files);

        (status, state!["state"]!.GetValue<string>(), state["pieces"]!.AsArray().Count).ShouldBe((HttpStatusCode.Created, "saved", 2));
        _site.Read(db => db.Evidence.Count(one => one.Experience == Capture.ExperienceOf(new PersonId(Teacher), key))).ShouldBe(2);
        var piece = Capture.PieceOf(new PersonId(Teacher), key, _site.Kid);
        _site.Read(db => db.EvidenceTexts.Single(one => one.Evidence == piece)).ShouldBe(new EvidenceText(piece, "A bridge", "", "", "Eleven kilograms."));
        _site.Read(db => db.Claims.Single(one => one.Evidence == piece).Competency).ShouldBe(_site.Family.District.Drawing);
        _site.Read(db => db.ArtifactFiles.Where(one => one.Evidence == piece).OrderBy(one => one.Position).Select(one => one.Type).ToList()).ShouldBe(["image/png", "application/pdf"]);
        _site.Read(db => db.ArtifactFiles.Single(one => one.Evidence == piece && one.Position == 2).Hash).ShouldBe(Device.HashOf(files[1]));
        _site.WhoDid(typeof(Capture)).ShouldBe(Teacher);
        Directory.EnumerateDirectories(new Uploads(Folder).Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_arrived_says_whose_each_piece_is_and_where_it_is_judged_or_seen()
    {
        var (device, key) = (await As("teacher"), Guid.CreateVersion7());
        for (var i = 0; i < 2; i++)
        {
            // Sent once more it says the same.
            var of = (await device.All(device.Said(key, [_site.Kid.Value, _site.Family.Ada.Value]))).State!["of"]!.AsArray();
            of.Count.ShouldBe(2);
            var kids = of.Single(one => one!["learner"]!.GetValue<Guid>() == _site.Kid.Value)!;
            var piece = Capture.PieceOf(new PersonId(Teacher), key, _site.Kid).Value;
            (kids["piece"]!.GetValue<Guid>(), kids["judges"]!.GetValue<bool>(), kids["href"]!.GetValue<string>()).ShouldBe((piece, true, $"/learners/{_site.Kid.Value:N}/judge?piece={piece:N}"));
            kids["name"]!.GetValue<string>().ShouldContain("Kid");
            (await _site.Get("teacher", kids["href"]!.GetValue<string>())).Status.ShouldBe(HttpStatusCode.OK);
        }

        // Without scripts the page says the same, to whoever captured it and to nobody else.
        var page = (await _site.Get("teacher", $"/capture?saved={key:N}")).Whole;
        page.ShouldContain($"/learners/{_site.Kid.Value:N}/judge?piece=");
        page.ShouldContain("Judge it in one pass");
        (await _site.Get("kid", $"/capture?saved={key:N}")).Body.ShouldNotContain("Saved.");

        var (own, mine) = (await As("kid"), Guid.CreateVersion7());
        var self = (await own.All(own.Said(mine, [_site.Kid.Value]))).State!["of"]![0]!;
        (self["judges"]!.GetValue<bool>(), self["href"]!.GetValue<string>()).ShouldBe((false, $"/evidence/{Capture.PieceOf(new PersonId(_site.Kid.Value), mine, _site.Kid).Value:N}"));
        (await _site.Get("kid", self["href"]!.GetValue<string>())).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_in_a_picture_is_said_to_who_does_not_see_it()
    {
        var (device, key, picture) = (await As("teacher"), Guid.CreateVersion7(), Device.Picture());
        var said = device.Said(key, [_site.Kid.Value], ("bridge.png", picture));
        said["files"]![0]!["words"] = " A <b>paper</b> bridge with three coins ";

        (await device.All(said, picture)).Status.ShouldBe(HttpStatusCode.Created);

        _site.Read(db => db.ArtifactFiles.Single().Words).ShouldBe("A <b>paper</b> bridge with three coins");
        var piece = Capture.PieceOf(new PersonId(Teacher), key, _site.Kid);
        foreach (var path in (string[])[$"/learners/{_site.Kid.Value:N}/work", $"/evidence/{piece.Value:N}", $"/evidence/{piece.Value:N}/files/1/faces"])
            (await _site.Get("teacher", path)).Body.ShouldContain("alt=\"A &lt;b&gt;paper&lt;/b&gt; bridge with three coins\"", Case.Sensitive, path);
        (await _site.Get("mother", $"/evidence/{piece.Value:N}")).Whole.ShouldContain("three coins");
    }

    [Theory]
    [InlineData(501, "x")]
    [InlineData(3, "\u0007")]
    public async Task More_than_a_sentence_about_a_picture_is_refused(int length, string letter)
    {
        var (device, picture) = (await As("teacher"), Device.Picture());
        var said = device.Said(Guid.CreateVersion7(), [_site.Kid.Value], ("bridge.png", picture));
        said["files"]![0]!["words"] = string.Concat(Enumerable.Repeat(letter, length));
        (await device.Begin(said)).Status.ShouldBe(HttpStatusCode.BadRequest);
        _site.Read(db => db.ArtifactFiles.Any()).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_a_picture_the_place_is_cut_out_and_the_hash_of_what_was_sent_is_kept_beside()
    {
        var (device, key) = (await As("teacher"), Guid.CreateVersion7());
        var picture = WithPlace(Device.Picture(format: SkiaSharp.SKEncodedImageFormat.Jpeg));

        (await device.All(device.Said(key, [_site.Kid.Value], ("IMG_1.jpg", picture)), picture)).Status.ShouldBe(HttpStatusCode.Created);

        var kept = _site.Read(db => db.ArtifactFiles.Single());
        var sent = _site.Read(db => db.SentOriginals.Single());
        (sent.Hash, sent.Length).ShouldBe((Device.HashOf(picture), picture.LongLength));
        kept.Hash.ShouldNotBe(sent.Hash);
        Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(Folder, "files", kept.Hash[..2], kept.Hash))).ShouldNotContain("51.5 N");
    }

    [Fact]
    public async Task A_learner_captures_their_own_work_and_nobody_elses()
    {
        var (device, key) = (await As("kid"), Guid.CreateVersion7());
        (await device.All(device.Said(key, [_site.Kid.Value]))).Status.ShouldBe(HttpStatusCode.Created);
        (await _site.Get("mother", $"/learners/{_site.Kid.Value:N}/work")).Whole.ShouldContain("GivenKid wrote:");
        var other = Guid.CreateVersion7();
        ShouldRefuse(await device.Begin(device.Said(other, [_site.Kid.Value, _site.Family.Ada.Value])), HttpStatusCode.NotFound, "learner");
        PiecesOf("kid", other).ShouldBe(0);
    }

    [Theory]
    [InlineData("mother")]
    [InlineData("stranger")]
    public async Task A_family_captures_nothing(string who)
    {
        var device = await As(who);
        (await device.Begin(device.Said(Guid.CreateVersion7(), [_site.Kid.Value]))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get(who, "/capture")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "L1")]
    public async Task One_learner_among_many_whom_one_does_not_work_with_refuses_the_whole()
    {
        var away = await _site.Family.Learner("Away");
        var (device, key) = (await As("teacher"), Guid.CreateVersion7());
        ShouldRefuse(await device.Begin(device.Said(key, [_site.Kid.Value, away.Value])), HttpStatusCode.NotFound, "learner");
        ShouldRefuse(await device.Begin(device.Said(key, [_site.Kid.Value, Guid.CreateVersion7()])), HttpStatusCode.NotFound, "learner");
        PiecesOf("teacher", key).ShouldBe(0);
        var principal = await As("principal");
        ShouldRefuse(await principal.Begin(principal.Said(key, [_site.Kid.Value])), HttpStatusCode.Forbidden, "allowed");
    }

    [Fact]
    [Trait("Abuse", "L2")]
    public async Task What_says_more_than_a_capture_says_is_refused()
    {
        var device = await As("kid");
        foreach (var field in (string[])["level", "status", "judgedBy", "pieces"])
        {
            var said = device.Said(Guid.CreateVersion7(), [_site.Kid.Value]);
            said[field] = 4;
            ShouldRefuse(await device.Begin(said), HttpStatusCode.BadRequest, "invalid");
        }

        _site.Read(db => db.Captures.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_long_nothing_empty_and_no_address_of_a_script_is_taken()
    {
        var device = await As("teacher");
        foreach (var (field, value) in (IEnumerable<(string, JsonNode?)>)[
            ("title", new string('a', 501)), ("words", new string('a', 8001)), ("link", "javascript:alert(1)"), ("link", "data:text/html,x"), ("kind", "decision"), ("kind", "7"), ("at", "yesterday"), ("learners", new JsonArray()),
            ("words", "a\0b"), ("words", ""), ("title", null), ("learners", new JsonArray([.. Enumerable.Range(0, 61).Select(_ => (JsonNode)Guid.CreateVersion7())])), ("id", Guid.Empty)])
        {
            var said = device.Said(Guid.CreateVersion7(), [_site.Kid.Value]);
            said[field] = value;
            ShouldRefuse(await device.Begin(said), HttpStatusCode.BadRequest, "invalid");
        }

        var other = device.Said(Guid.CreateVersion7(), [_site.Kid.Value]);
        other["claims"] = new JsonArray(new JsonObject { ["competency"] = Guid.CreateVersion7() });
        ShouldRefuse(await device.Begin(other), HttpStatusCode.BadRequest, "competency");
    }

    [Fact]
    public async Task Days_are_held_to_what_the_API_holds_them_to()
    {
        var device = await As("teacher");
        foreach (var (at, why) in (IEnumerable<(string, string)>)[("2026-04-02", "future"), ("2026-03-01", "before")])
        {
            var said = device.Said(Guid.CreateVersion7(), [_site.Kid.Value]);
            said["at"] = at;
            ShouldRefuse(await device.Begin(said), HttpStatusCode.BadRequest, why);
        }

        // A device whose clock runs ahead says a moment that has not come.
        var ahead = device.Said(Guid.CreateVersion7(), [_site.Kid.Value]);
        ahead["at"] = "2026-03-31T20:00:00Z";
        (await device.Begin(ahead)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_part_in_the_wrong_place_or_too_long_or_of_another_content_is_not_taken()
    {
        var (device, key, file) = (await As("teacher"), Guid.CreateVersion7(), Device.Paper(50_000, 3));
        (await device.Begin(device.Said(key, [_site.Kid.Value], ("a.pdf", file)))).Status.ShouldBe(HttpStatusCode.OK);
        (await device.Bring(key, 0, 10, file)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await device.Bring(key, 1, 0, file)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await device.Bring(key, 0, -1, file)).Status.ShouldBe(HttpStatusCode.BadRequest);
        ShouldRefuse(await device.Bring(key, 0, 0, [.. file, 1]), HttpStatusCode.RequestEntityTooLarge, "large");
        (await device.Bring(key, 0, 0, new byte[50_000])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await device.Look(key)).State!["files"]![0]!.GetValue<long>().ShouldBe(0);
        (await device.Bring(key, 0, 0, file[..20_000])).State!["files"]![0]!.GetValue<long>().ShouldBe(20_000);
        (await device.Bring(key, 0, 20_000, file[20_000..])).Status.ShouldBe(HttpStatusCode.Created);
        (await device.Bring(key, 0, 20_000, file[20_000..])).State!["state"]!.GetValue<string>().ShouldBe("saved");
        PiecesOf("teacher", key).ShouldBe(1);
    }

    [Fact]
    public async Task More_than_a_file_may_hold_or_a_day_is_refused_before_it_is_sent()
    {
        var device = await As("teacher");
        var large = device.Said(Guid.CreateVersion7(), [_site.Kid.Value], ("film.mp4", [1]));
        large["files"]![0]!["size"] = (256L << 20) + 1;
        ShouldRefuse(await device.Begin(large), HttpStatusCode.RequestEntityTooLarge, "large");
        for (var i = 0; i < 8; i++)
        {
            var film = device.Said(Guid.CreateVersion7(), [_site.Kid.Value], ("film.mp4", [1]));
            film["files"]![0]!["size"] = 256L << 20;
            (await device.Begin(film)).Status.ShouldBe(HttpStatusCode.OK);
        }

        ShouldRefuse(await device.Begin(device.Said(Guid.CreateVersion7(), [_site.Kid.Value], ("one.txt", "more"u8.ToArray()))), HttpStatusCode.RequestEntityTooLarge, "day");
    }

    [Fact]
    [Trait("Abuse", "L9")]
    public async Task A_file_is_what_is_in_it_and_its_name_does_no_harm()
    {
        var device = await As("teacher");
        foreach (var (name, bytes) in (IEnumerable<(string, byte[])>)[("photo.jpg", "MZ\0\0 a program"u8.ToArray()), ("x.png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1 })])
        {
            (await device.All(device.Said(Guid.CreateVersion7(), [_site.Kid.Value], (name, bytes)), bytes)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        }

        byte[] page = "<html><script>alert(1)</script></html>"u8.ToArray();
        foreach (var name in (string[])["=cmd|' /C calc'!A0.html", "../../etc/passwd", "a\u202Egpj.exe", new string('n', 300) + ".html", "<img src=x onerror=alert(1)>.svg"])
        {
            var key = Guid.CreateVersion7();
            (await device.All(device.Said(key, [_site.Kid.Value], (name, page)), page)).Status.ShouldBe(HttpStatusCode.Created);
            var answer = await _site.Get("mother", $"/evidence/{Capture.PieceOf(new PersonId(Teacher), key, _site.Kid).Value:N}/files/1");
            answer.Header("Content-Type").ShouldBe("text/plain; charset=utf-8");
            answer.Header("Content-Disposition").ShouldStartWith("attachment; filename=\"");
            answer.Header("Content-Disposition").ShouldNotContain("..");
            answer.Header("Content-Security-Policy").ShouldStartWith("sandbox");
            answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        }

        (await _site.Get("mother", $"/learners/{_site.Kid.Value:N}/work")).Body.ShouldNotContain("<img src=x");
    }

    private async Task<Device> As(string who)
    {
        using var visitor = await _site.As(who);
        var device = new Device(visitor, _site.Site.Url, _site.People[who].Person);
        _devices.Add(device);
        return device;
    }

    private int PiecesOf(string who, Guid key) => _site.Read(db => db.Captures.Count(one => one.Key == key && one.By == new PersonId(_site.People[who].Person)));

    private static Answer AnswerOf((HttpStatusCode Status, JsonNode? State) answer) => new(answer.Status, Encoding.UTF8.GetBytes(answer.State?.ToJsonString() ?? ""), new Dictionary<string, string>());

    private static void ShouldRefuse((HttpStatusCode Status, JsonNode? State) answer, HttpStatusCode status, string why) =>
        (answer.Status, answer.State?["error"]?.GetValue<string>(), answer.State?["state"]?.GetValue<string>()).ShouldBe((status, why, "refused"));

    // A comment of a camera, as they write where they were.
    private static byte[] WithPlace(byte[] jpeg)
    {
        var said = Encoding.ASCII.GetBytes("GPS 51.5 N 0.12 W");
        return [0xFF, 0xD8, 0xFF, 0xFE, 0, (byte)(said.Length + 2), .. said, .. jpeg[2..]];
    }
}
