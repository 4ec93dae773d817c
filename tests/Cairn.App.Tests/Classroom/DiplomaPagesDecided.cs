using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Storage.Diplomas;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>What people decided about an audit: pins and exceptions.</summary>
public sealed partial class DiplomaPagesTests
{
    [Fact]
    public async Task What_was_earned_in_all_and_what_of_it_counts_are_said_by_the_audit_both_transcripts_and_the_signed_file_alike()
    {
        await using var site = await DiplomaSite.Make();
        await site.Credit(site.Kid, "math", 350, "Algebra");
        await site.Credit(site.Kid, "art", 9800, "Drawing");
        await site.Credit(site.Kid, "science", 50, "Biology");

        (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Whole.ShouldContain("2.5 of 3");
        var transcript = $"/learners/{site.Kid.Value:N}/transcript";
        foreach (var path in (string[])["", "/courses"])
            (await site.Get("mother", transcript + path)).Whole.ShouldContain("earned 102.00 credits in all: of the 3.00 that the diploma asks for, 2.50 count so far.", customMessage: path);
        await site.Send("registrar", $"/learners/{site.Kid.Value:N}/records", ("for", "Request"), ("seen", "0"));
        var sheet = Cairn.Interop.SignedRecords.RecordFile.Read(site.Read(db => db.FrozenBytes.AsNoTracking().Single().Bytes))!.Sheet()!;
        (sheet.Hundredths, sheet.Diploma!.Asked, sheet.Diploma.Counted).ShouldBe((10200, 300, 250));
    }

    [Fact]
    public async Task A_pin_stays_until_it_is_taken_away_and_says_when_it_was_changed_meanwhile()
    {
        await using var site = await DiplomaSite.Make(hasPlan: false);
        await site.Adopt("""{"id":"s","title":"S","root":{"all":[{"id":"math","label":"Mathematics","need":1,"of":{"type":"credit","subject":"math"},"pool":"c"},{"id":"elective","label":"Elective","need":1,"of":{"type":"credit"},"pool":"c"}]}}""");
        var award = await site.Credit(site.Kid, "math", 100, "Algebra");
        string Achievement() => $"credit:{award.Value:N}";

        (await site.Send("teacher", DiplomaSite.Path(site.Kid) + "/pins", ("achievement", Achievement()), ("leaf", "root/all/1"), ("reason", "x"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Send("registrar", DiplomaSite.Path(site.Kid) + "/pins", ("achievement", Achievement()), ("leaf", "root/all/7"), ("reason", "x"))).Body.ShouldContain("does not take it");
        (await site.Send("registrar", DiplomaSite.Path(site.Kid) + "/pins", ("achievement", Achievement()), ("leaf", "root/all/1"), ("reason", "<b>As agreed</b>"))).Status.ShouldBe(HttpStatusCode.Found);

        var page = await site.Get("registrar", DiplomaSite.Path(site.Kid));
        page.Body.ShouldContain("Algebra counts for Elective");
        page.Body.ShouldContain("&lt;b&gt;As agreed&lt;/b&gt;");
        (await site.Get("mother", DiplomaSite.Path(site.Kid))).Body.ShouldNotContain("As agreed");
        var pin = site.Read(db => db.DiplomaPins.AsNoTracking().Single());
        (await site.Send("registrar", $"{DiplomaSite.Path(site.Kid)}/pins/{pin.Id.Value:N}", ("seen", "99"))).Body.ShouldContain("Somebody changed this meanwhile");
        (await site.Send("registrar", $"{DiplomaSite.Path(site.Grown)}/pins/{pin.Id.Value:N}", ("seen", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Send("registrar", $"{DiplomaSite.Path(site.Kid)}/pins/{pin.Id.Value:N}", ("seen", "1"))).Status.ShouldBe(HttpStatusCode.Found);
        (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body.ShouldNotContain("counts for Elective");
    }

    [Fact]
    public async Task Nobody_is_let_off_the_diploma_as_a_whole_by_its_path_or_by_its_name()
    {
        await using var site = await DiplomaSite.Make(hasPlan: false);
        await site.Adopt(DiplomaSite.Rules.Replace("\"root\":{\"all\"", "\"root\":{\"id\":\"everything\",\"all\"", StringComparison.Ordinal));
        var path = $"/learners/{site.Kid.Value:N}/waivers";

        var form = (await site.Get("registrar", $"{path}?leaf=root")).Whole;
        form.ShouldContain("value=\"science\"");
        foreach (var root in (string[])["root", "everything"])
        {
            form.ShouldNotContain($"value=\"{root}\"");
            (await site.Send("registrar", path, ("once", root), ("plan", "standard"), ("leaf", root), ("reason", "x"))).Whole.ShouldContain("Nobody is let off a diploma as a whole");
        }

        (await site.Send("registrar", path, ("once", "other"), ("plan", "elsewhere"), ("leaf", "root"), ("reason", "x"))).Status.ShouldBe(HttpStatusCode.OK);
        site.Read(db => db.Waivers.Count()).ShouldBe(0);
        // One that was asked for before this was refused is not approved any more.
        await site.Put(new Waiver(new WaiverId(Guid.CreateVersion7()), site.Kid, "standard", "root", "registrar", "All of it", site.Person("registrar"), Some(1)));
        (await site.Send("principal", $"{path}/{site.Read(db => db.Waivers.Single().Id.Value):N}", ("do", "approve"), ("seen", "1"))).Status.ShouldBe(HttpStatusCode.OK);
        site.Read(db => db.Waivers.Single().State).ShouldBe(WaiverState.Asked);
    }

    [Fact]
    public async Task A_waived_requirement_is_met_and_says_who_stands_for_it()
    {
        await using var site = await DiplomaSite.Make();
        var waiver = new Waiver(new WaiverId(Guid.CreateVersion7()), site.Kid, "standard", "science", "registrar", "A doctor says so", site.Person("registrar"), Some(1));
        waiver.Decide(true, site.Person("principal"), "principal", "Yes", Some(2));
        await site.Put(waiver);

        var page = await site.Get("registrar", DiplomaSite.Path(site.Kid));

        page.Body.ShouldContain("Waived");
        page.Body.ShouldContain("Exception: Science. M. registrar asked, principal approved.");
        page.Body.ShouldContain("A doctor says so");
        (await site.Get("kid", DiplomaSite.Path(site.Kid))).Body.ShouldNotContain("A doctor says so");
    }
}
