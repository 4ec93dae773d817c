using System.Net;
using Cairn.App.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>An old transcript that is brought as a file, a sheet or a signed record, or typed on more lines than the form had.</summary>
public sealed class TransferFilesTests : IAsyncLifetime
{
    private MobilitySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await MobilitySite.Make();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_sheet_is_shown_before_it_is_kept_with_the_place_of_every_fault()
    {
        using var registrar = await _site.As("registrar");
        var answer = await Bring(registrar, "title,code,grade,credit\nAlgebra <script>,MA-1,B,1\nArt,,A,two\n");

        answer.Whole.ShouldContain("Row 3, credit");
        answer.Body.ShouldContain("Algebra &lt;script&gt;");
        answer.Body.ShouldNotContain("Algebra <script>");
        answer.Whole.ShouldContain("Nothing is kept yet.");
        _site.Read(db => db.PriorTranscripts.Count()).ShouldBe(0);
        (await Bring(registrar, new string('x', 300_000))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Bring(registrar, "")).Status.ShouldBe(HttpStatusCode.BadRequest);
        // A sheet that was saved as UTF-16.
        (await Bring(registrar, "t\0i\0t\0l\0e\0")).Whole.ShouldContain("No line could be read");
    }

    [Fact]
    public async Task A_signed_record_is_brought_as_it_is_without_what_was_only_taken_for_granted_there_and_an_altered_one_is_not()
    {
        var line = await _site.Enter();
        (await _site.Accept(line)).Status.ShouldBe(HttpStatusCode.Found);
        using var registrar = await _site.As("registrar");
        var record = (await registrar.Get($"/learners/{_site.Nia.Value:N}/transcript/file")).Body;
        var provisional = (await Bring(registrar, record)).Whole;
        provisional.ShouldContain("has no line of credit");
        provisional.ShouldContain("Left out, because it was only taken for granted there: Biology (Lakeside High)");

        (await _site.Post("leader", $"{_site.TransferIn}/lines/{line.Id.Value:N}", ("do", "confirm"), ("once", "settled"), ("seen", $"{line.Version + 1}"), ("reason", "Looked at"))).ShouldBe(HttpStatusCode.Found);
        var final = (await registrar.Get($"/learners/{_site.Nia.Value:N}/transcript/file")).Body;
        var brought = (await Bring(registrar, final)).Whole;
        brought.ShouldContain("One line was read from the signed record of Nia Moss.");
        brought.ShouldContain("Its signature holds");
        brought.ShouldContain("03051");
        var altered = await Bring(registrar, final.Replace("Biology", "Chemistry", StringComparison.Ordinal));
        (altered.Status, altered.Whole.Contains("The signature of this record does not hold", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        (await Bring(registrar, "{\"format\":\"cairn-record-1\"}")).Status.ShouldBe(HttpStatusCode.BadRequest);
        _site.Read(db => db.PriorTranscripts.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task More_lines_are_there_for_who_asks_and_what_was_typed_stays()
    {
        var page = (await _site.Send("registrar", _site.TransferIn, ("do", "more"), ("rows", "4"), ("origin", "Lakeside"), ("title-2", "Algebra"))).Whole;

        page.ShouldContain("name=\"title-8\"");
        page.ShouldNotContain("name=\"title-9\"");
        page.ShouldContain("value=\"Algebra\"");
        _site.Read(db => db.PriorTranscripts.Count()).ShouldBe(0);
    }

    private async Task<Answer> Bring(Visitor visitor, string sheet)
    {
        var bound = "----sheet";
        var body = $"--{bound}\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\ntry\r\n--{bound}\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"old.csv\"\r\nContent-Type: text/csv\r\n\r\n{sheet}\r\n--{bound}--\r\n";
        return await visitor.Send(_site.TransferIn, body, $"multipart/form-data; boundary={bound}");
    }
}
