using System.Net;
using System.Text.Json.Nodes;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Storage;
using Cairn.Storage.Privacy;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Cairn.App.Tests.Classroom;

/// <summary>Files of work over HTTP: who gets them, and how, while other children are on them.</summary>
public sealed class FacesTests : IAsyncLifetime
{
    private PrivacySite _site = null!;
    private EvidenceId _piece;
    private EvidenceId _ofAda;
    private byte[] _picture = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await PrivacySite.Make();
        _picture = Device.Picture();
        using var visitor = await _site.As("teacher");
        using var device = new Device(visitor, _site.Site.Url, _site.People["teacher"].Person);
        var (key, by) = (Guid.CreateVersion7(), new PersonId(_site.People["teacher"].Person));
        (await device.All(device.Said(key, [_site.Kid.Value, _site.Family.Ada.Value], ("both.png", _picture)), _picture)).Status.ShouldBe(HttpStatusCode.Created);
        (_piece, _ofAda) = (Capture.PieceOf(by, key, _site.Kid), Capture.PieceOf(by, key, _site.Family.Ada));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [Trait("Abuse", "L1")]
    [InlineData("")]
    [InlineData("?as=small")]
    [InlineData("?as=large")]
    [InlineData("?as=play")]
    public async Task Only_those_who_see_the_record_get_its_files(string way)
    {
        foreach (var who in (string[])["kid", "mother", "father", "teacher", "colleague", "principal"]) (await _site.Get(who, Path(_piece) + way)).Status.ShouldBe(HttpStatusCode.OK, who);
        foreach (var who in (string[])["ada", "grown", "stranger", "parentOfGrown"]) (await _site.Get(who, Path(_piece) + way)).Status.ShouldBe(HttpStatusCode.NotFound, who);
        (await _site.Get("mother", Path(_ofAda) + way)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("teacher", Path(_piece).Replace("files/1", "files/2", StringComparison.Ordinal) + way)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_marked_face_is_hidden_from_the_family_until_that_childs_family_permits_it()
    {
        (await Mark("teacher", _site.Family.Ada.Value, 500, 0, 500, 1000)).ShouldBe(HttpStatusCode.Found);

        // To those who teach it is as it came; to the family the right half has four colours a side at most.
        Distinct((await _site.Get("teacher", Path(_piece))).Bytes, 300).ShouldBeGreaterThan(20);
        foreach (var way in (string[])["", "?as=large"])
        {
            var seen = (await _site.Get("mother", Path(_piece) + way)).Bytes;
            Distinct(seen, 300).ShouldBeLessThan(20);
            Distinct(seen, 50).ShouldBeGreaterThan(20);
        }

        // On the other's own piece it is their own face.
        Distinct((await _site.Get("ada", Path(_ofAda) + "?as=large")).Bytes, 300).ShouldBeGreaterThan(20);
        (await _site.Get("mother", $"/learners/{_site.Kid.Value:N}/work")).Whole.ShouldContain("hidden until their families agree");
        (await _site.Get("mother", $"/learners/{_site.Kid.Value:N}/work")).Whole.ShouldNotContain(_site.Read(db => db.Learners.Single(one => one.Id == _site.Family.Ada).FullName));

        var guardian = await _site.Family.Guardian("adasmother", _site.Family.Ada);
        await Consent(guardian.Value, true);
        Distinct((await _site.Get("mother", Path(_piece) + "?as=large")).Bytes, 300).ShouldBeGreaterThan(20);
        await Consent(guardian.Value, false);
        Distinct((await _site.Get("mother", Path(_piece) + "?as=large")).Bytes, 300).ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Only_who_plans_with_the_learner_marks_and_only_children_they_know()
    {
        foreach (var who in (string[])["mother", "kid", "stranger"]) (await Mark(who, null, 0, 0, 10, 10)).ShouldBe(HttpStatusCode.NotFound, who);
        (await Mark("principal", null, 0, 0, 10, 10)).ShouldBe(HttpStatusCode.NotFound);
        (await Mark("teacher", Guid.CreateVersion7(), 0, 0, 10, 10)).ShouldBe(HttpStatusCode.BadRequest);
        (await Mark("teacher", null, 995, 0, 10, 10)).ShouldBe(HttpStatusCode.BadRequest);
        _site.Read(db => db.FaceMarks.Count()).ShouldBe(0);
        (await _site.Get("mother", Path(_piece) + "/faces")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("teacher", Path(_piece) + "/faces")).Whole.ShouldContain("Mark every other child");
    }

    [Fact]
    public async Task A_mark_stands_on_each_piece_of_the_capture_and_goes_from_each()
    {
        await Mark("teacher", null, 100, 100, 100, 100);
        var marks = _site.Read(db => db.FaceMarks.ToList());
        marks.Select(one => one.Evidence).ShouldBe([_piece, _ofAda], ignoreOrder: true);
        (await _site.Post("teacher", Path(_piece) + "/faces", ("remove", $"{marks.Single(one => one.Evidence == _piece).Id.Value:N}"))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.FaceMarks.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task Beyond_the_family_it_is_chosen_by_the_learner_or_who_plans_and_a_stale_choice_is_told()
    {
        var path = $"/learners/{_site.Kid.Value:N}/shown/{_piece.Value:N}";
        (await _site.Post("kid", path, ("seen", "0"), ("ClassWall", "true"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("teacher", path, ("seen", "0"), ("Outside", "true"))).ShouldBe(HttpStatusCode.Conflict);
        _site.Read(db => db.ShownTo.Select(one => one.OnClassWall && !one.IsOutside).Single()).ShouldBeTrue();
        (await _site.Post("mother", path, ("seen", "2"))).ShouldBe(HttpStatusCode.Forbidden);
        (await _site.Post("ada", path, ("seen", "2"))).ShouldBe(HttpStatusCode.NotFound);
        // Chosen, and yet not shown: nobody has permitted it.
        var why = _site.Read(db => FaceRows.At(db, ShownPlace.ClassWall, _site.Kid, db.ArtifactFiles.Single(one => one.Evidence == _piece), Family.Today, _site.Clock.Now));
        (why.How, why.Why.Single()).ShouldBe((ShownHow.NotAtAll, NotShownWhy.OwnerHasNotConsented));
        (await _site.Get("kid", path)).Whole.ShouldContain("the family has not agreed");
    }

    [Fact]
    public async Task The_archive_of_a_family_leaves_out_what_shows_another_child_and_says_so()
    {
        (await Zip()).ShouldContain(one => one.StartsWith($"files/{_piece.Value:N}-f1", StringComparison.Ordinal));
        await Mark("teacher", _site.Family.Ada.Value, 500, 0, 500, 1000);
        (await Zip()).ShouldNotContain(one => one.StartsWith("files/", StringComparison.Ordinal));
    }

    private async Task<List<string>> Zip()
    {
        using var to = new MemoryStream();
        var (family, district) = (_site.Family, _site.Family.District);
        using (var db = district.Open())
            Cairn.App.Features.Archives.MakeArchive.OfLearner(new(district.District, "Test", TimeZoneInfo.Utc, _site.Clock.Now, Cairn.App.Ui.Words.Words.For("en")) { Files = new Cairn.Storage.Files.FileStore(district.Folder.FolderOf("test")) },
                db, new Scope(db, _site.People["mother"], Family.Today, _site.Clock.Now), _site.Kid, to).ShouldBeTrue();
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(to.ToArray()));
        return [.. zip.Entries.Select(one => one.FullName)];
    }

    private Task<HttpStatusCode> Mark(string who, Guid? child, int left, int top, int width, int height) =>
        _site.Post(who, Path(_piece) + "/faces", ("left", $"{left}"), ("top", $"{top}"), ("width", $"{width}"), ("height", $"{height}"), ("who", child is { } one ? $"{one:N}" : ""));

    private async Task Consent(Guid guardian, bool isGiven) => (await _site.Family.District.District.Writer.Alone(turn => ConsentRows.Answer(
        turn, new Actor(ActorKind.Guardian, guardian, ""), _site.Family.Ada, Cairn.Learning.Privacy.ConsentPurpose.Pictures, null, null, isGiven, null, Family.Today))).ShouldBeTrue();

    private static string Path(EvidenceId piece) => $"/evidence/{piece.Value:N}/files/1";

    // How many colours a column of the picture has.
    private static int Distinct(byte[] bytes, int column)
    {
        using var picture = SKBitmap.Decode(bytes);
        return Enumerable.Range(0, picture.Height).Select(y => picture.GetPixel(column * picture.Width / 400, y)).Distinct().Count();
    }
}
