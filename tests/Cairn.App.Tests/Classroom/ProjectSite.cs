using System.Text.RegularExpressions;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>A room with families, in which learners propose projects: by the pages, as they do.</summary>
internal static partial class ProjectSite
{
    /// <summary>What a ten-year-old asks; its words meet both competencies of the small framework.</summary>
    public const string Question = "What does drawing in clay tell us?";

    public static string Pages(this PrivacySite site, string who) => $"/learners/{site.People[who].Person:N}/projects";

    public static string Path(ProjectId id) => $"/projects/{id.Value:N}";

    /// <summary>The box of a competency in a form.</summary>
    public static string Box(this PrivacySite site, string who, CompetencyId competency) => $"aim-{site.People[who].Person:N}-{competency.Value:N}";

    /// <summary>Proposes a project as a learner; what is said last stands.</summary>
    public static async Task<ProjectId> Propose(this PrivacySite site, string who, params (string Name, string Value)[] more)
    {
        var known = site.All().Select(one => one.Id).ToHashSet();
        var answer = await site.Fill(who, $"{site.Pages(who)}/new", [("question", Question), ("product", "Six tiles"), ("do", "ask"), (site.Box(who, site.Family.District.Clay), "true"), .. more]);
        answer.Status.ShouldBe(System.Net.HttpStatusCode.Found, answer.Whole);
        return site.All().Single(one => !known.Contains(one.Id)).Id;
    }

    public static List<Project> All(this PrivacySite site) => site.Read(db => db.Projects.AsNoTracking().ToList());

    public static Project The(this PrivacySite site, ProjectId id) => site.All().Single(one => one.Id == id);

    /// <summary>Posts a form as somebody, and gives what comes back; of two fields with one name the last is sent.</summary>
    public static async Task<Answer> Fill(this PrivacySite site, string who, string path, params (string Name, string Value)[] fields)
    {
        using var visitor = await site.As(who);
        var sent = fields.GroupBy(one => one.Name, StringComparer.Ordinal).Select(one => one.Last()).Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}");
        return await visitor.Send(path, string.Join('&', sent), "application/x-www-form-urlencoded");
    }

    /// <summary>Does something to the state of a project, as it is now.</summary>
    public static Task<Answer> Do(this PrivacySite site, string who, ProjectId id, string deed, string words = "") =>
        site.Fill(who, $"{Path(id)}/state", ("do", deed), ("words", words), ("seen", $"{site.The(id).Version}"));

    /// <summary>A learner in a room of their own, whom the teachers of the Loft do not know.</summary>
    public static async Task<LearnerId> Faraway(this PrivacySite site)
    {
        var far = await site.Family.Learner("Far", new DateOnly(2015, 1, 1));
        var den = new GroupId(Guid.CreateVersion7());
        await site.Family.Put(new LearningGroup(den, Family.Hill, "The Den"));
        await site.Family.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), far, den, Family.Today.AddDays(-9), null));
        return far;
    }

    /// <summary>The words that are underlined in a page.</summary>
    public static List<string> Marked(string body) => [.. Mark().Matches(body).Select(one => one.Groups["word"].Value)];

    [GeneratedRegex("<mark>(?<word>[^<]*)</mark>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
