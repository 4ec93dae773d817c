using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Frameworks;
using Cairn.Storage.Credits;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>No course is brought or credited twice.</summary>
public sealed partial class TransferInTests
{
    [Fact]
    public async Task The_same_course_of_a_school_is_brought_once_and_two_of_one_name_by_their_days()
    {
        (string, string)[] Form(string first, string second) => [("do", "keep"), ("once", Guid.NewGuid().ToString("N")), ("origin", "lakeside  high"), .. Line(1, "Biology", first), .. Line(2, "BIOLOGY", second)];
        static (string, string)[] Line(int at, string title, string ended) => [($"title-{at}", title), ($"code-{at}", "SC-3"), ($"grade-{at}", "B"), ($"credit-{at}", "0.5"), ($"ended-{at}", ended)];

        (await _site.Send("registrar", _site.TransferIn, Form("2025-06-10", "2025-06-10"))).Whole.ShouldContain("stands there already. If it was taken twice, write the last day of each.");
        _site.Read(db => db.PriorLines.Count()).ShouldBe(0);
        var kept = Form("2025-01-20", "2025-06-10");
        foreach (var _ in Enumerable.Range(0, 2)) (await _site.Post("registrar", _site.TransferIn, kept)).ShouldBe(HttpStatusCode.Found);
        (await _site.Send("registrar", _site.TransferIn, Form("2025-06-10", "2025-08-01"))).Whole.ShouldContain("stands there already");
        (await _site.Post("registrar", _site.TransferIn, [("do", "keep"), ("origin", "Northport High"), .. Line(1, "Biology", "2025-06-10")])).ShouldBe(HttpStatusCode.Found);

        // One that stands twice all the same, as of two who typed at once, is accepted once.
        var accepted = _site.Read(db => db.PriorLines.AsNoTracking().ToList().First(one => one.EndedOn == new DateOnly(2025, 1, 20)));
        (await _site.Accept(accepted)).Status.ShouldBe(HttpStatusCode.Found);
        var twin = new PriorLine(new PriorLineId(Guid.CreateVersion7()), accepted.Transcript, _site.Nia, 9, "Biology", "SC 3", "B", 50).Ended(accepted.EndedOn);
        await _site.Put(twin);
        (await _site.Accept(twin, "registrar", "", ("subject", "science"))).Whole.ShouldContain("The same is credited already.");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_posts_once_and_a_stale_one_is_told()
    {
        var line = await _site.Enter();
        (string, string)[] form = [("do", "accept"), ("once", Guid.NewGuid().ToString("N")), ("seen", $"{line.Version}"), ("policy", "bio"), ("until", $"{MobilitySite.Today.AddDays(60):yyyy-MM-dd}")];
        foreach (var _ in Enumerable.Range(0, 2)) (await _site.Post("registrar", $"{_site.TransferIn}/lines/{line.Id.Value:N}", form)).ShouldBe(HttpStatusCode.Found);
        (await _site.Accept(line, "leader")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await _site.Post("registrar", $"{_site.TransferIn}/lines/{line.Id.Value:N}", ("do", "decline"), ("seen", $"{line.Version}"))).ShouldBe(HttpStatusCode.Conflict);

        _site.Read(db => (db.CreditAwards.Count(), db.ProvisionalLevels.Count())).ShouldBe((1, 2));
    }

    [Fact]
    public async Task The_same_course_is_credited_once_whoever_brings_it_again()
    {
        await Granted();
        var again = await _site.Enter("Biology of plants", "A");
        var answer = await _site.Accept(again);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Whole.ShouldContain("The same is credited already.");
        _site.Read(db => (db.CreditAwards.Count(), db.PriorLines.Count(one => one.State == PriorLineState.Open), db.ProvisionalLevels.Count())).ShouldBe((1, 1, 2));
    }
}
