namespace Cairn.App.Access;

/// <summary>A device in a few words, as far as its browser says: for its owner, who has to know it among others.</summary>
internal static class DeviceName
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Chromium/", "Chromium"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    /// <summary>Such as "Firefox, Windows"; empty where it says nothing we know.</summary>
    public static string Of(string? userAgent) =>
        string.Join(", ", new[] { Named(Browsers, userAgent), Named(Systems, userAgent) }.Where(one => one.Length > 0));

    private static string Named((string Mark, string Name)[] known, string? userAgent) =>
        userAgent is null ? "" : Array.Find(known, one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name ?? "";
}
