using Cairn.App.Access;
using Cairn.Storage;

namespace Cairn.App.Ui.Layout;

/// <summary>What stands in somebody's navigation: at most six entries, of which five show on a phone.</summary>
internal static class Entries
{
    /// <summary>The entries of whoever asks.</summary>
    public static IReadOnlyList<NavItem> Of(Visit visit, Words.Words words)
    {
        var (actor, are, home) = (visit.Actor!, Audience.Of(visit.Actor), Visit.HomeOf(visit.Actor!));
        NavItem Messages() => Item("messages", "/messages", "talk") with { Count = Cairn.Storage.Families.MessageRows.UnreadOf(visit.Db, visit.Scope) };
        NavItem Item(string key, string path, string icon, bool wideOnly = false) => new(words[$"nav.{key}"], path, icon, WideOnly: wideOnly);
        return actor.Kind switch
        {
            ActorKind.Guardian => [Item("home", home, "home"), Messages(), Item("framework", "/framework", "plan")],
            // What is closed to badges is not offered to them.
            ActorKind.Learner =>
            [
                Item("home", home, "home"), Item("work", $"{home}/work", "work"), Item("capture", "/capture", "camera"),
                Item("plan", $"{home}/plan", "report"), BadgeScope.IsByBadge(visit.Session) ? Item("framework", "/framework", "plan") : Messages(),
            ],
            ActorKind.Sponsor => [Item("placements", "/placements", "groups"), Item("framework", "/framework", "plan")],
            ActorKind.Teacher when Audience.KeepsRecords(are) => [Item("learners", "/learners", "groups"), Item("diplomas", Desk.Diplomas, "check"), Item("grid", "/grid", "grid"), Messages(), Item("more", Desk.More, "plan")],
            ActorKind.Teacher when !are.HasFlag(Who.Leaders) =>
                [Item("board", "/board", "board"), Item("grid", "/grid", "grid"), Item("ready", "/ready", "ready"), Item("capture", "/capture", "camera"), Item("learners", "/learners", "groups", wideOnly: true), Item("more", Desk.More, "plan")],
            _ when are.HasFlag(Who.DistrictLeaders) =>
                [Item("learners", "/learners", "groups"), Item("grid", "/grid", "grid"), Item("people", "/people", "person"), Item("workshop", "/workshop", "note"), Item("office", Desk.Office, "key"), Item("more", Desk.More, "plan", wideOnly: true)],
            _ when are.HasFlag(Who.Leaders) => [Item("learners", "/learners", "groups"), Item("grid", "/grid", "grid"), Item("people", "/people", "person"), Item("privacy", "/amendments", "check", wideOnly: true), Item("more", Desk.More, "plan")],
            _ => [.. OfOffices(are, Item)],
        };
    }

    // Who examines, or answers for privacy.
    private static IEnumerable<NavItem> OfOffices(Who are, Func<string, string, string, bool, NavItem> item)
    {
        if (are.HasFlag(Who.Educators))
        {
            yield return item("learners", "/learners", "groups", false);
            yield return item("grid", "/grid", "grid", false);
        }

        yield return item("framework", "/framework", "plan", false);
        if (are.HasFlag(Who.PrivacyOfficers)) yield return item("privacy", "/amendments", "check", true);
        if ((are & (Who.Auditors | Who.PrivacyOfficers)) != Who.Nobody) yield return item("journal", "/journal", "note", true);
    }
}
