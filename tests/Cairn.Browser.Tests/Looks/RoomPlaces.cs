using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Looks;

/// <summary>The pages of the classroom, each as who uses it.</summary>
internal static partial class RoomPlaces
{
    public static readonly IReadOnlyList<Place> All =
    [
        new("board on a wall", "teacher", "/board>/groups/#/board?wall", "who is on what"),
        new("projects", "teacher", "/projects", "Projects of learners you work with"),
        new("projects that wait", "teacher", "/projects?waiting", "Tasks"),
        new("project", "teacher", "/projects>/projects/#", "The idea"),
        new("change of a project", "teacher", "/projects>/projects/#/edit", "This could show"),
        new("exhibition", "teacher", "/projects>/projects/#/exhibition", "When and where"),
        new("tasks", "teacher", "/tasks", "A task goes to a whole group"),
        new("a new task", "teacher", "/tasks/new", "What it can show"),
        new("proposal with a team", "teacher", "~/projects/new", "Write it with the team"),
        new("capture for several", "teacher", "/capture", "Whose it is"),
        new("piece of work", "teacher", "~/work>/evidence/#", "The work"),
        new("judging in one pass", "teacher", "~/judge", "A number key chooses"),
        new("ready", "teacher", "/ready", "The longest wait comes first"),
        new("ready, of one", "teacher", "~/ready", "What was asked"),
        new("pace of a room", "teacher", "/pace", "For adults"),
        new("pace of one", "teacher", "~/pace", "For adults"),
        new("plan, for a teacher", "teacher", "~/plan", "plan"),
        new("templates of plans", "teacher", "/plans/templates", "A new template"),
        new("resources", "teacher", "/resources", "Add something"),
        new("questions", "teacher", "/questions", "Say why in plain words"),
        new("portfolio, for a teacher", "teacher", "~/portfolio", "Choose a piece"),
        new("check-ins", "teacher", "~/check-ins", "Plan a check-in"),
        new("flex time", "teacher", "/flex", "A new flex time"),
        new("apart and together", "teacher", "/flex/rules", "Add a rule"),
        new("conference, for a teacher", "teacher", "~/conference", "leads the talk"),
        new("report, for a teacher", "teacher", "~/report", "Print it"),
        new("messages about one", "teacher", "~/messages", "A new message"),
        new("messages", "teacher", "/messages", "Messages"),
        new("announcement", "teacher", "/board>/groups/#/announcements", "Tell families"),
        new("notices", "teacher", "/notices", "Language of letters"),
        new("more", "teacher", "/more", "More to look after"),
        new("proposal", "learner", "~/projects/new", "Start with your question"),
        new("own projects", "learner", "~/projects", "Propose a project"),
        new("own capture", "learner", "/capture", "What was shown"),
        new("own piece of work", "learner", "~/work>/evidence/#", "The work"),
        new("I'm ready", "learner", "~/ready", "What are you ready for?"),
        new("own pace", "learner", "~/pace", "Pace over the year"),
        new("own plan", "learner", "~/plan", "plan"),
        new("own portfolio", "learner", "~/portfolio", "portfolio"),
        new("own check-ins", "learner", "~/check-ins", "My check-ins"),
        new("own flex time", "learner", "~/flex", "Where you go in flex time"),
        new("own conference", "learner", "~/conference", "talk"),
        new("own messages", "learner", "~/messages", "Messages"),
        new("family", "family", "/family", "How it looks in each area"),
        new("work, for a family", "family", "/family>/learners/#/family/work", "This is the work behind what we say"),
        new("piece of work, for a family", "family", "/family>/learners/#/work>/evidence/#", "The work"),
        new("pace, for a family", "family", "/family>/learners/#/pace", "Pace over the year"),
        new("plan, for a family", "family", "/family>/learners/#/plan", "plan"),
        new("questions of a family", "family", "/family>/learners/#/questions", "Questions and answers"),
        new("conference of a family", "family", "/family>/learners/#/conference", "talk"),
        new("report, for a family", "family", "/family>/learners/#/report", "Print it"),
        new("checks and pace", "leader", "/policies/pacing", "Days when school is closed"),
        new("parts before the whole", "leader", "/criteria", "Say what is asked from a day on"),
        new("who may write", "leader", "/messages/limits", "Who may write"),
    ];

    /// <summary>An address that is found on the page before it: # stands for the id that is there.</summary>
    public static async Task<string> Found(IPage page, string path)
    {
        var steps = path.Split('>');
        foreach (var next in steps.Skip(1))
        {
            await page.GotoAsync(steps[0]);
            var begin = next[..next.IndexOf('#', StringComparison.Ordinal)];
            var id = Address().Matches(await page.ContentAsync()).First(one => one.Value.StartsWith(begin, StringComparison.Ordinal)).Value[begin.Length..];
            steps[0] = next.Replace("#", id, StringComparison.Ordinal);
        }

        return steps[0];
    }

    [GeneratedRegex("(?<=[\"'])/[a-z]+/[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
