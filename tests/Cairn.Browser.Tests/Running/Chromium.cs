namespace Cairn.Browser.Tests.Running;

/// <summary>Chromium of the machine: CAIRN_CHROMIUM, or where it usually is.</summary>
internal static class Chromium
{
    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    /// <summary>Its path; null where there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("CAIRN_CHROMIUM") is { Length: > 0 } named ? named : Usual.FirstOrDefault(File.Exists);

    public const string Missing = "Chromium is missing: install Debian's package 'chromium', or say in CAIRN_CHROMIUM where it is.";
}
