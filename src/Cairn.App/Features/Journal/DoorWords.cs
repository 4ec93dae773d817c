using Cairn.App.Access;
using Cairn.App.Ui.Words;

namespace Cairn.App.Features.Journal;

/// <summary>What a door of the journal is called. A route has its room's name: no reader is shown an address as it is declared.</summary>
internal static class DoorWords
{
    /// <summary>The first that a route begins with has its name: what is narrower stands before what is wider.</summary>
    private static readonly (string Start, string Name)[] Rooms =
    [
        ("/groups/{group:guid}/board", "board"), ("/board", "board"), ("/learners/{id:guid}/hand", "board"), ("/learners/{id:guid}/focus", "board"),
        ("/capture", "capture"), ("/captures", "capture"), ("/sw.js", "capture"), ("/manifest.webmanifest", "capture"), ("/evidence", "work"), ("/learners/{id:guid}/judge", "work"), ("/criteria", "rules"), ("/policies", "rules"),
        ("/learners/{id:guid}/projects", "projects"), ("/projects", "projects"), ("/tasks", "projects"), ("/panel", "projects"),
        ("/learners/{id:guid}/plan", "plan"), ("/learners/{id:guid}/portfolio", "plan"), ("/learners/{id:guid}/check-ins", "plan"), ("/plans", "plan"), ("/resources", "plan"),
        ("/learners/{id:guid}/ready", "ready"), ("/ready", "ready"), ("/learners/{id:guid}/pace", "pace"), ("/learners/{id:guid}/choices", "pace"), ("/learners/{id:guid}/supports", "pace"), ("/pace", "pace"),
        ("/learners/{id:guid}/questions", "questions"), ("/questions", "questions"), ("/learners/{id:guid}/flex", "flex"), ("/flex", "flex"), ("/more", "office"),
        ("/learners/{id:guid}/competencies", "competency"), ("/learners/{id:guid}/why", "competency"), ("/learners/{id:guid}/work", "work"), ("/learners/{id:guid}/shown", "work"), ("/learners/{id:guid}/looks", "looks"),
        ("/learners/{id:guid}/archive", "archive"), ("/archives", "archive"), ("/learners/{id:guid}/amendments", "amendments"), ("/amendments", "amendments"), ("/learners/{id:guid}/consents", "consents"),
        ("/learners/{id:guid}/rights", "rights"), ("/learners/{id:guid}/notes", "notes"), ("/learners/{id:guid}/helps", "learner"), ("/learners/{id:guid}/languages", "learner"), ("/learners/{id:guid}/transfer-in", "learner"), ("/learners/{id:guid}/leave", "learner"), ("/transfers", "learners"), ("/learners/{id:guid}/people", "company"), ("/learners/{id:guid}/placements", "placements"), ("/placements", "placements"),
        ("/learners/{id:guid}/family", "family"), ("/family", "family"), ("/learners/{id:guid}/conference", "conference"), ("/learners/{id:guid}/report", "report"), ("/groups/{group:guid}/reports", "report"),
        ("/learners/{id:guid}/credits", "credits"), ("/learners/{id:guid}/agreements", "credits"), ("/learners/{id:guid}/appeals", "credits"), ("/learners/{id:guid}/waivers", "credits"), ("/learners/{id:guid}/achievements", "credits"), ("/learners/{id:guid}/attestations", "credits"), ("/credits", "credits"), ("/grades", "credits"), ("/learners/{id:guid}/grades", "credits"),
        ("/learners/{id:guid}/messages", "messages"), ("/groups/{group:guid}/announcements", "messages"), ("/messages", "messages"), ("/notices", "messages"), ("/letters", "messages"),
        ("/learners/{id:guid}/transcript", "transcript"), ("/learners/{id:guid}/records", "transcript"), ("/transcripts", "transcript"), ("/t", "shared"), ("/v", "shared"),
        ("/learners/{id:guid}/diploma", "diploma"), ("/learners/{id:guid}/diplomas", "diploma"), ("/diplomas", "diploma"),
        ("/learners/{id:guid}", "learner"), ("/learners", "learners"), ("/grid", "grid"), ("/groups/{group:guid}/badges", "badges"), ("/groups", "groups"), ("/class", "class"), ("/badge", "class"),
        ("/people", "people"), ("/accounts", "accounts"), ("/shown-once", "accounts"), ("/account", "account"), ("/emergency", "emergency"), ("/imports", "imports"), ("/other-systems", "systems"), ("/erasures", "erasures"),
        ("/directory", "directory"), ("/journal", "journal"), ("/office", "office"), ("/workshop", "workshop"), ("/framework", "framework"), ("/view", "viewing"), ("/api", "api"), ("/first-run", "firstRun"),
        ("/sign-in", "signIn"), ("/sign-out", "signIn"), ("/hat", "signIn"), ("/prove", "signIn"), ("/reset", "signIn"), ("/invitation", "signIn"), ("/confirm", "signIn"), ("/claim", "signIn"), ("/mentor", "signIn"),
        ("/language", "page"), ("/assets", "page"), ("/health", "page"), ("/metrics", "page"),
    ];

    /// <summary>The key of its words; of what no person opened, who runs Cairn did it there.</summary>
    public static string KeyOf(string door)
    {
        if (door == Refusals.Strangers) return "strangers";
        var route = door[(door.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (!route.StartsWith('/')) return "machine";
        return Array.Find(Rooms, one => route == one.Start || (route.StartsWith(one.Start, StringComparison.Ordinal) && route[one.Start.Length] == '/')).Name ?? "page";
    }

    /// <summary>The words; none where there is no door.</summary>
    public static string Of(Words words, string door) => door.Length == 0 ? "" : words[$"journal.door.{KeyOf(door)}"];
}
