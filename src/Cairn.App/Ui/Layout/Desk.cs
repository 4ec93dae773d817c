using Cairn.App.Access;
using Cairn.App.Ui.Kit;

namespace Cairn.App.Ui.Layout;

/// <summary>What who leads a district looks after now and then. The office stands for all its desks in their navigation: twelve entries would
/// be no navigation.</summary>
/// <param name="Key">The key of its words: a title, and what is done there.</param>
/// <param name="Path">Its address.</param>
internal sealed record Desk(string Key, string Path)
{
    public const string Office = "/office";

    /// <summary>The desks, in the groups of the office's page.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<Desk> Desks)> Groups { get; } =
    [
        ("people", [new("accounts", "/accounts"), new("emergency", "/emergency")]),
        ("data", [new("imports", "/imports"), new("clients", "/other-systems")]),
        ("trust", [new("amendments", "/amendments"), new("erasures", "/erasures"), new("directory", "/directory"), new("journal", "/journal")]),
    ];

    /// <summary>The entry that a page belongs to: the office, where it is one of its desks.</summary>
    /// <param name="here">The page's own entry.</param>
    /// <param name="hasOffice">Does whoever looks have an office?</param>
    public static string Of(string here, bool hasOffice) => hasOffice && Groups.SelectMany(one => one.Desks).Any(one => one.Path == here) ? Office : here;

    /// <summary>The way to a desk from the office; none for who has no office.</summary>
    public static IReadOnlyList<Crumb>? Way(Visit visit, Words.Words words, string here) =>
        Audience.Of(visit.Actor).HasFlag(Who.DistrictLeaders) ? [new Crumb(words["nav.office"], Office), new Crumb(here)] : null;
}
