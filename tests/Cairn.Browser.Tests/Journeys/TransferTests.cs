using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>
/// A learner of the tenth grade comes from a graded district in mid-term, with a transcript that is typed in part and brought in part; the first work confirms one level and
/// corrects another; in March the family moves again, and credit in parts, both transcripts and the signed record leave the same day for a school that reads them.
/// </summary>
[Trait("Journey", "5")]
[Collection("A high school of its own")]
public sealed class TransferTests(Demonstration demo) : IAsyncLifetime
{
    private const int WithHighSchool = 200;
    private const string Old = "Cedar Bluff High School, Iowa";
    private const string Next = "Lakeview Academy, Oregon";
    private const string Sheet = "title,code,grade,credit,ended\nPhysical Science,SCI-9,B+,1,2026-06-12\nMarching Band,,P,0.5,2026-06-12\nEnglish 10,01002,B,0,\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("cairn-transfer-").FullName;
    private CairnProcess? _cairn;
    private CairnProcess? _other;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null) return;
        // Two districts that know nothing of each other.
        (_cairn, _other) = (await CairnProcess.Demo(WithHighSchool), await CairnProcess.Demo(6));
    }

    public async ValueTask DisposeAsync()
    {
        if (_cairn is not null) await _cairn.DisposeAsync();
        if (_other is not null) await _other.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Who_comes_in_mid_term_loses_nothing_and_neither_does_who_goes_in_March()
    {
        await using var leader = await Somebody(_cairn!, "leader");
        await using var teacher = await Somebody(_cairn!, "teacher");
        var page = leader.Page;
        await Enrolled(page);
        await page.GotoAsync(At("/learners?q=Reyes"));
        await page.Link("Sofía Reyes").ClickAsync();
        var home = page.Url;

        await TypesAndBrings(page, home);
        await IsProposedAndTaken(page);
        await NothingIsShownAsProven(page, home);

        // The first work: as much as was taken for granted in one, less in another.
        await Judged(teacher.Page, home, "RD.1", "A letter to the council", 3);
        await Judged(teacher.Page, home, "SC.1", "Which bridge holds", 2);
        await page.GotoAsync($"{home}/transfer-in");
        await Expect(Granted(page, "English 9")).ToContainTextAsync("7 levels are taken for granted; 1 confirmed");
        await Expect(Granted(page, "Physical Science")).ToContainTextAsync("work showed less");
        await Expect(Granted(page, "Physical Science")).ToContainTextAsync("1 showed less");
        (await Axe.Faults(page)).ShouldBeEmpty("what is settled");
        await page.GotoAsync(At("/transfers"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("can be settled");
        (await Axe.Faults(page)).ShouldBeEmpty("what is taken for granted of all");

        // Two more pieces fill the boxes of that part: it is what the family takes along in March.
        await Judged(teacher.Page, home, "RD.1", "Three reviews of one film", 3);
        await Judged(teacher.Page, home, "RD.1", "The case of the missing map", 4);
        var record = await Left(page, home);
        await IsSoundByItself(record);
        await TheNextSchoolReads(record);
        foreach (var one in (Person[])[leader, teacher]) one.Complaints.ShouldBeEmpty();
    }

    // The night's roster has a new learner, and a group that a teacher of the district has.
    private async Task Enrolled(IPage page)
    {
        var zip = Path.Combine(_folder, "roster.zip");
        await using (var to = await ZipFile.OpenAsync(zip, ZipArchiveMode.Create))
            foreach (var (name, text) in ((string, string)[])[("orgs.csv", "sourcedId,name,type\ns,Harbor Annex,school\n"), ("classes.csv", "sourcedId,title,schoolSourcedId\nnew,Newcomers,s\n"),
                ("users.csv", "sourcedId,username,givenName,familyName,role,orgSourcedIds,grades\nsofia,sofia.reyes,Sofía,Reyes,student,s,10\nt,aokafor,Adaeze,Okafor,teacher,s,\n"), ("enrollments.csv", "classSourcedId,userSourcedId,role\nnew,sofia,student\nnew,t,teacher\n")])
            {
                await using var entry = await to.CreateEntry(name).OpenAsync();
                await entry.WriteAsync(Encoding.UTF8.GetBytes(text));
            }

        await page.GotoAsync(At("/imports"));
        await page.GetByLabel("Files").SetInputFilesAsync(zip);
        await page.Button("Look at it first").ClickAsync();
        await page.Button("Bring it in").ClickAsync(new() { Timeout = 60_000 });
        await Expect(page.Heading("roster.zip is in")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private async Task TypesAndBrings(IPage page, string home)
    {
        await page.GotoAsync($"{home}/transfer-in");
        (await Axe.Faults(page)).ShouldBeEmpty("an old transcript that is entered");
        await page.GetByLabel("The other school").FillAsync(Old);
        await Line(page, 1, "English 9", "01001", "B", "1", "2026-06-12");
        await Line(page, 2, "Algebra I", "MTH-101", "A-", "1", "2026-06-12");
        await page.Button("Keep these lines").ClickAsync();
        await Expect(page.Heading("2 lines wait for you. Nothing is taken for granted.")).ToBeVisibleAsync();
        var sheet = Path.Combine(_folder, "old.csv");
        await File.WriteAllTextAsync(sheet, Sheet);
        await page.GetByText("Type it, or bring it as a file").ClickAsync();
        await page.GetByText("Bring it as a file", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("CSV sheet").SetInputFilesAsync(sheet);
        await page.Button("Look at it").ClickAsync();
        await Expect(page.GetByText("3 lines were read. Nothing is kept yet.")).ToBeVisibleAsync();
        await page.GetByLabel("The other school").FillAsync(Old);
        await page.Button("Keep these lines").ClickAsync();
        await Expect(page.Heading("5 lines wait for you. Nothing is taken for granted.")).ToBeVisibleAsync();
    }

    // By its code, by nothing, by its title: a person decides each, and what is taken has a last day.
    private static async Task IsProposedAndTaken(IPage page)
    {
        await Expect(Open(page, "English 9")).ToContainTextAsync("English 1 has the same course code, 01001. The grade B is read by its letter.");
        await Expect(Open(page, "English 9")).ToContainTextAsync("7 levels are taken for granted");
        await Expect(Open(page, "Algebra I")).ToContainTextAsync("Nothing here is like it");
        (await Axe.Faults(page)).ShouldBeEmpty("what lines are proposed for");
        await Take(page, "English 9");
        await Open(page, "Algebra I").GetByLabel("Taken for", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Mathematics 1 (1 credit)" });
        await Take(page, "Algebra I");
        await Open(page, "Physical Science").GetByLabel("Taken for", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Science 1 (1 credit)" });
        await Take(page, "Physical Science");
        await Open(page, "Marching Band").Locator("[name=subject]").FillAsync("arts");
        await Take(page, "Marching Band");
        await Take(page, "English 10");
        await Expect(page.Heading("Every line is decided. 5 are taken for granted.")).ToBeVisibleAsync();
        await Expect(Granted(page, "English 9")).ToContainTextAsync("not yet seen here");
        await Expect(Granted(page, "English 9")).ToContainTextAsync($"{Old} · 1 credit · until");
    }

    // Wherever somebody looks: no level, no credit, no grade and no proof came of it.
    private static async Task NothingIsShownAsProven(IPage page, string home)
    {
        async Task<string> See(string path)
        {
            await page.GotoAsync(home + path);
            (await Axe.Faults(page)).ShouldBeEmpty(path);
            return System.Text.RegularExpressions.Regex.Replace(await page.Locator("main").InnerTextAsync(), @"\s+", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        }

        (await See("")).ShouldContain("0 of 40 competencies are shown at their stage.");
        (await See("/family")).ShouldContain("It is too early to say how Sofía is doing.");
        var report = await See("/report");
        report.ShouldContain("Reading for meaning not yet seen");
        report.ShouldNotContain("taken for granted");
        var competency = await See("/competencies/RD.1");
        competency.ShouldContain("Taken for granted until");
        competency.ShouldContain("Too little to say the level yet");
        var mastery = await See("/transcript");
        mastery.ShouldContain("Sofía has earned 0.00 credits.");
        mastery.ShouldContain("3.50 more from elsewhere are taken for granted until work here confirms them.");
        mastery.ShouldContain("Reading and writing Nothing is shown here yet 0.00 + 1.00 not confirmed yet");
        mastery.ShouldNotContain("Jun 2026");
        var courses = await See("/transcript/courses");
        courses.ShouldContain($"English 1 From {Old} · Taken for granted until");
        courses.ShouldContain("Credits earned 0.00");
        courses.ShouldNotContain("NCAA-approved");
        var credits = await See("/credits");
        credits.ShouldContain("Sofía has earned 0 credits");
        credits.IndexOf("Taken for granted for now", StringComparison.Ordinal).ShouldBeLessThan(credits.IndexOf("English 1", StringComparison.Ordinal));
        var grades = await See("/grades");
        grades.ShouldContain("No credit with a grade is earned yet.");
        grades.ShouldContain("It is in no average");
        (await See("/diploma")).ShouldNotContain("Met");
        await page.GotoAsync(new Uri(new Uri(home), "/grid?q=Reyes").ToString());
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain("Taken for granted");
    }

    private static async Task Judged(IPage page, string home, string code, string title, int level)
    {
        await page.GotoAsync($"{home}/judge?competency={code}");
        await page.GetByLabel("What you look at").FillAsync(title);
        var row = page.Locator("fieldset").Filter(new() { HasText = code }).First;
        await row.Locator($"input[type=radio][value='{level}']").First.CheckAsync(new() { Force = true });
        await page.Button("Save").ClickAsync();
        await Expect(page.Heading(title)).ToBeVisibleAsync();
    }

    // Credit in parts, both transcripts, and the record as a file: all of it from one page, on the day that they go.
    private async Task<string> Left(IPage page, string home)
    {
        await page.GotoAsync($"{home}/leave");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("is owed 0.1");
        await Expect(page.GetByText("for one part")).ToBeVisibleAsync();
        await Expect(page.GetByText("Still taken for granted, and marked so")).ToBeVisibleAsync();
        (await Axe.Faults(page)).ShouldBeEmpty("who leaves");
        await page.GetByLabel("The next school").FillAsync(Next);
        await page.GetByLabel("Sofía leaves today").CheckAsync();
        await page.Button("Post what is owed, and let them go").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Sofía left on");
        (await Axe.Faults(page)).ShouldBeEmpty("who has left");
        foreach (var transcript in (string[])["Transcript by what they can do", "Transcript by courses"])
        {
            await page.GotoAsync($"{home}/leave");
            await page.Link(transcript).ClickAsync();
            await Expect(page.GetByText("Sofía has earned 0.1")).ToBeVisibleAsync();
            await Expect(page.GetByText("3.50 more from elsewhere are taken for granted")).ToBeVisibleAsync();
            await OnePage(page);
        }

        await page.GotoAsync($"{home}/leave");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Link("Signed file").ClickAsync());
        var record = Path.Combine(_folder, "record.json");
        await download.SaveAsAsync(record);
        return record;
    }

    // As it is printed: the marks of the browser's own PDF are counted.
    private static async Task OnePage(IPage page) =>
        System.Text.RegularExpressions.Regex.Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "Letter", PreferCSSPageSize = true })), @"/Type\s*/Page\b(?!s)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBe(1);

    // By the program alone, without a data folder; and one changed letter is named.
    private async Task IsSoundByItself(string record)
    {
        var (code, said) = await Verify(record);
        code.ShouldBe(0, said);
        var sound = JsonDocument.Parse(said).RootElement;
        (sound.GetProperty("sound").GetBoolean(), sound.GetProperty("learner").GetString(), sound.GetProperty("issuer").GetString()).ShouldBe((true, "Sofía Reyes", "Fern Hollow"));
        var forged = Path.Combine(_folder, "forged.json");
        var text = await File.ReadAllTextAsync(record);
        text.ShouldContain("Harbor Annex");
        await File.WriteAllTextAsync(forged, text.Replace("Harbor Annex", "Harbor Palace", StringComparison.Ordinal));
        (code, said) = await Verify(forged);
        code.ShouldNotBe(0);
        JsonDocument.Parse(said).RootElement.GetProperty("faults").GetArrayLength().ShouldBeGreaterThan(0);
    }

    private static async Task<(int Code, string Said)> Verify(string file)
    {
        using var run = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "cairn.exe" : "cairn")) { ArgumentList = { "record", "verify", file, "--json" }, RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return (run.ExitCode, said);
    }

    // The signed record is taken in as it is, and of the plain one the same lines are typed: what was earned comes along, and what was only taken for granted does not.
    private async Task TheNextSchoolReads(string record)
    {
        await using var leader = await Somebody(_other!, "leader");
        var page = leader.Page;
        await page.GotoAsync(new Uri(_other!.Url, "/learners").ToString());
        await page.Locator("main table tbody a").First.ClickAsync();
        var home = page.Url;
        await page.GotoAsync($"{home}/transfer-in");
        await page.GetByText("Bring it as a file", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("CSV sheet").SetInputFilesAsync(record);
        await page.Button("Look at it").ClickAsync();
        await Expect(page.GetByText("One line was read from the signed record of Sofía Reyes.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Its signature holds")).ToBeVisibleAsync();
        await Expect(page.GetByText("Left out, because it was only taken for granted there")).ToContainTextAsync($"English 1 ({Old})");
        await Expect(page.GetByText("The record says Sofía Reyes, and you are entering it for")).ToBeVisibleAsync();
        (await page.GetByLabel("The other school").InputValueAsync()).ShouldBe("Harbor Annex, Fern Hollow");
        (await page.Locator("[name=title-1]").InputValueAsync()).ShouldBe("English 2");
        (await page.Locator("[name=code-1]").InputValueAsync()).ShouldBe("01002");
        (await Axe.Faults(page)).ShouldBeEmpty("a record that is brought");
        await page.Button("Keep these lines").ClickAsync();
        await Expect(page.Heading("One line waits for you. Nothing is taken for granted.")).ToBeVisibleAsync();
        leader.Complaints.ShouldBeEmpty();
    }

    private static async Task Line(IPage page, int number, string title, string code, string grade, string credit, string ended)
    {
        foreach (var (name, value) in ((string, string)[])[("title", title), ("code", code), ("grade", grade), ("credit", credit), ("ended", ended)]) await page.Locator($"[name='{name}-{number}']").FillAsync(value);
    }

    private static async Task Take(IPage page, string title)
    {
        await Open(page, title).GetByRole(AriaRole.Button, new() { Name = $"Take it for this: {title}" }).ClickAsync();
        await Expect(Granted(page, title)).ToBeVisibleAsync();
    }

    private static ILocator Open(IPage page, string title) => page.Locator("[id^=line-]").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    private static ILocator Granted(IPage page, string title) => page.Locator("[id^=granted-]").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    private string At(string path) => new Uri(_cairn!.Url, path).ToString();

    private async Task<Person> Somebody(CairnProcess cairn, string role)
    {
        var person = await Person.With(await demo.Browser.NewContextAsync(new() { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } }));
        await person.Page.GotoAsync(cairn.Ways.First(one => one.Role == role).Url);
        return person;
    }

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
