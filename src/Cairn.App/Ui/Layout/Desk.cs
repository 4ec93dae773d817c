namespace Cairn.App.Ui.Layout;

/// <summary>The office stands for all its desks in the navigation of who leads a district: twelve entries would be no navigation.</summary>
internal static class Desk
{
    public const string Office = "/office";

    private static readonly string[] Paths = ["/accounts", "/emergency", "/imports", "/other-systems", "/amendments", "/erasures", "/directory", "/journal"];

    /// <summary>The entry that a page belongs to: the office, where it is one of its desks.</summary>
    /// <param name="here">The page's own entry.</param>
    /// <param name="hasOffice">Does whoever looks have an office?</param>
    public static string Of(string here, bool hasOffice) => hasOffice && Paths.Contains(here, StringComparer.Ordinal) ? Office : here;
}
