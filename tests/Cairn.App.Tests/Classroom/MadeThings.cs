using System.Text.RegularExpressions;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>A form of the classroom that makes something.</summary>
/// <param name="Who">Who sends it.</param>
/// <param name="Page">The page it stands on.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Fields">What is typed.</param>
/// <param name="Count">How many there are of what it makes.</param>
/// <param name="HasKey">Does it carry a key? Where it does not, what is there already is found by what it is of: one open plan, one pick of a piece, one question about a judgment.</param>
internal sealed record MakingForm(string Who, string Page, string To, (string Name, string Value)[] Fields, Func<Db, int> Count, bool HasKey = true);

/// <summary>The families' site with every form of the classroom that makes something.</summary>
internal sealed partial class MadeThings : IAsyncDisposable
{
    private int _number;

    private MadeThings(PrivacySite site, ProjectId project, BankTaskId task, EvidenceId piece) => (Site, Project, Task, Piece) = (site, project, task, piece);

    public PrivacySite Site { get; }

    /// <summary>A project of the kid's that a teacher accepted.</summary>
    public ProjectId Project { get; }

    /// <summary>A task of the teacher's.</summary>
    public BankTaskId Task { get; }

    /// <summary>A piece of the kid's.</summary>
    public EvidenceId Piece { get; }

    public string Kid => $"/learners/{Site.Kid.Value:N}";

    public static async Task<MadeThings> Make()
    {
        var site = await PrivacySite.Make();
        var project = await site.Propose("kid");
        (await site.Do("teacher", project, "accept", "Good.")).Status.ShouldBe(System.Net.HttpStatusCode.Found);
        (await site.Fill("teacher", "/tasks/new", ("title", "A task"), ("sharing", "Own"))).Status.ShouldBe(System.Net.HttpStatusCode.Found);
        await site.Family.Work(site.Kid, "a piece");
        return new MadeThings(site, project, site.Read(db => db.BankTasks.Single().Id), site.Read(db => db.Evidence.AsNoTracking().First(one => one.Learner == site.Kid).Id));
    }

    /// <summary>The forms; what is typed into them is other words each time.</summary>
    public IEnumerable<MakingForm> Forms()
    {
        var (text, drawing, teacher) = ($"Words {++_number}", $"{Site.Family.District.Drawing.Value:N}", $"{Site.People["teacher"].Person:N}");
        yield return new("teacher", $"{Kid}/notes", $"{Kid}/notes", [("text", text)], db => db.PrivateNotes.Count());
        yield return new("teacher", $"{Kid}/check-ins", $"{Kid}/check-ins", [("day", $"{Family.Today.AddDays(9 + _number):yyyy-MM-dd}")], db => db.CheckIns.Count());
        yield return new("teacher", "/plans/templates", "/plans/templates", [("title", text), ("goals", "One")], db => db.PlanTemplates.Count());
        yield return new("teacher", "/resources", "/resources", [("title", text), ("for", drawing), ("release", "Always")], db => db.Resources.Count());
        yield return new("teacher", $"/tasks/{Task.Value:N}", $"/tasks/{Task.Value:N}/give", [("do", "clone")], db => db.BankTasks.Count());
        yield return new("teacher", $"{Kid}/report", $"{Kid}/report", [("do", "write"), ("text", text), ("grain", "Term")], db => db.ReportNarratives.Count());
        yield return new("teacher", $"/projects/{Project.Value:N}/exhibition", $"/projects/{Project.Value:N}/exhibition/panel", [("do", "guest"), ("guest", text)], db => db.Panelists.Count());
        yield return new("teacher", "/flex", "/flex", [("day", $"{Family.Today.AddDays(20 + _number):yyyy-MM-dd}"), ("from", "10:00"), ("until", "10:45"), ("name", text), ("school", $"{Family.Hill.Value:N}")], db => db.FlexSlots.Count());
        if (Site.Read(db => db.FlexSlots.AsNoTracking().OrderByDescending(one => one.Day).FirstOrDefault()) is { } slot)
            yield return new("teacher", $"/flex/{slot.Id.Value:N}", $"/flex/{slot.Id.Value:N}/offers", [("educator", teacher), ("room", text), ("words", text), ("least", "0"), ("most", "9")], db => db.FlexOffers.Count());
        yield return new("teacher", $"/flex/rules?group={Family.Loft.Value:N}", "/flex/rules", [("kind", "Apart"), ("reason", text), ("learner", $"{Site.Kid.Value:N}"), ("learner", $"{Site.Family.Ada.Value:N}")], db => db.GroupingRules.Count());
        yield return new("leader", "/policies/pacing", "/policies/pacing", [("place", "district"), ("from", $"{Family.Today.AddDays(_number):yyyy-MM-dd}"), ("days", "1"), ("band", "2"), ("quiet", "9"), ("loop", "3"), ("first", "2025-08-25"), ("last", "2026-06-12")], db => db.PacingPolicies.Count());
        yield return new("kid", $"{Kid}/projects/new", $"{Kid}/projects/new", [("question", text), ("do", "save")], db => db.Projects.Count());
        yield return new("kid", $"/projects/{Project.Value:N}", $"/projects/{Project.Value:N}/parts", [("do", "add"), ("title", text)], db => db.Deliverables.Count(), HasKey: false);
        yield return new("teacher", "/tasks/new", "/tasks/new", [("title", text), ("sharing", "Own")], db => db.BankTasks.Count());
        yield return new("teacher", $"{Kid}/messages", $"{Kid}/messages", [("to", $"{Site.People["mother"].Person:N}"), ("subject", text), ("text", text)], db => db.Conversations.Count());
        if (_number > 1) yield break;
        yield return new("kid", $"{Kid}/ready?competency={drawing}", $"{Kid}/ready", [("competency", drawing), ("words", text), ("done", text)], db => db.ReadyRequests.Count());
        yield return new("kid", $"{Kid}/plan", $"{Kid}/plan", [], db => db.LearningPlans.Count(), HasKey: false);
        yield return new("teacher", $"/tasks/{Task.Value:N}", $"/tasks/{Task.Value:N}/give", [("do", "give"), ("group", $"{Family.Loft.Value:N}")], db => db.TaskAssignments.Count());
        yield return new("kid", $"{Kid}/portfolio?add={Piece.Value:N}", $"{Kid}/portfolio", [("evidence", $"{Piece.Value:N}"), ("why", text)], db => db.PortfolioPicks.Count(), HasKey: false);
        yield return new("kid", $"{Kid}/conference", $"{Kid}/conference", [("do", "begin")], db => db.Conferences.Count(), HasKey: false);
        yield return new("teacher", $"/projects/{Project.Value:N}/exhibition", $"/projects/{Project.Value:N}/exhibition", [("day", $"{Family.Today.AddDays(30):yyyy-MM-dd}"), ("time", "10:00"), ("place", text), ("seen", "0")], db => db.Exhibitions.Count(), HasKey: false);
        yield return new("mother", $"{Kid}/amendments", $"{Kid}/amendments", [("about", ""), ("wish", text)], db => db.Amendments.Count(), HasKey: false);
    }

    /// <summary>The key that a form carries on its page; empty where it carries none, or the page has no such form.</summary>
    public async Task<string> KeyOf(MakingForm form)
    {
        var page = await Site.Get(form.Who, form.Page);
        page.Status.ShouldBe(System.Net.HttpStatusCode.OK, form.Page);
        return Form().Matches(page.Body).Where(one => one.Groups["to"].Value == form.To && (form.Fields is not [("do", var deed), ..] || deed is not ("clone" or "give") || one.Value.Contains($"value=\"{deed}\"", StringComparison.Ordinal)))
            .Select(one => Key().Match(one.Value).Groups["key"].Value).FirstOrDefault(one => one.Length > 0) ?? "";
    }

    /// <summary>What a page says is wrong.</summary>
    public static string Fault(string page) => Wrong().Match(page).Value;

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    [GeneratedRegex("<form method=\"post\" action=\"(?<to>[^\"]*)\".*?</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("name=\"once\" value=\"(?<key>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("<(div|section) class=\"(Notice Notice--error|Field-error).{0,300}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wrong();
}
