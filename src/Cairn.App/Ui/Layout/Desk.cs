using Cairn.App.Access;
using Cairn.App.Ui.Kit;

namespace Cairn.App.Ui.Layout;

/// <summary>What somebody looks after now and then. One entry stands for all of them in the navigation: twelve would be no navigation.</summary>
/// <param name="Key">The key of its words: a title, and what is done there.</param>
/// <param name="Path">Its address.</param>
internal sealed record Desk(string Key, string Path)
{
    /// <summary>For whom it is.</summary>
    public Who Who { get; init; } = Who.Educators;

    /// <summary>Has it an entry of its own where the window is wide? Then a page of it is never marked as one of many.</summary>
    public bool IsEntry { get; init; }

    public const string Office = "/office";

    /// <summary>Where classes stand to their diplomas: the first thing for who keeps the record.</summary>
    public const string Diplomas = Visit.OfRecords;

    /// <summary>The same for everybody who works with learners.</summary>
    public const string More = "/more";

    /// <summary>The desks of who leads the district, in the groups of the office's page.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<Desk> Desks)> Groups { get; } =
    [
        ("people", [new("accounts", "/accounts"), new("emergency", "/emergency")]),
        ("data", [new("imports", "/imports"), new("clients", "/other-systems"), new("criteria", "/criteria")]),
        ("trust", [new("amendments", "/amendments"), new("erasures", "/erasures"), new("directory", "/directory"), new("journal", "/journal")]),
    ];

    /// <summary>What everybody who works with learners looks after beside the board, the grid and the queue.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<Desk> Desks)> OfEducators { get; } =
    [
        ("people", [new("learners", "/learners") { IsEntry = true }, new("messages", "/messages")]),
        ("work", [new("projects", "/projects"), new("tasks", "/tasks"), new("flex", "/flex"), new("resources", "/resources")]),
        ("follow", [new("pace", "/pace"), new("questions", "/questions"), new("templates", "/plans/templates")]),
        ("records", [new("diplomas", Diplomas) { Who = Who.Registrars | Who.Counselors | Who.Auditors }, new("appeals", "/credits/appeals") { Who = Who.Registrars | Who.Counselors }, new("creditPolicies", "/credits/policies") { Who = Who.Registrars | Who.Counselors },
            new("transfers", "/transfers") { Who = Who.Registrars | Who.Counselors }, new("diplomaRules", "/diplomas/plans"), new("conversions", "/grades/conversions"), new("profile", "/transcripts/profile") { Who = Who.Registrars }]),
        ("rules", [new("framework", "/framework"), new("pacing", "/policies/pacing") { Who = Who.DistrictLeaders }]),
    ];

    /// <summary>The entry that a page belongs to: the one that stands for its desk, where it is one.</summary>
    /// <param name="here">The page's own entry.</param>
    /// <param name="are">All that whoever looks is.</param>
    public static string Of(string here, Who are) =>
        are.HasFlag(Who.DistrictLeaders) && Has(Groups, here) ? Office : here == Diplomas && Audience.KeepsRecords(are) ? here : are.HasFlag(Who.Educators) && Has(OfEducators, here) ? More : here;

    /// <summary>The way to a desk from the office; none for who has no office.</summary>
    public static IReadOnlyList<Crumb>? Way(Visit visit, Words.Words words, string here) =>
        Audience.Of(visit.Actor).HasFlag(Who.DistrictLeaders) ? [new Crumb(words["nav.office"], Office), new Crumb(here)] : null;

    private static bool Has(IReadOnlyList<(string Group, IReadOnlyList<Desk> Desks)> groups, string here) => groups.SelectMany(one => one.Desks).Any(one => one.Path == here && !one.IsEntry);
}
