namespace Cairn.App.Cli;

/// <summary>A file that could not be read or written: why, and what to do. The system tells by a number what it is.</summary>
internal static class FileTrouble
{
    public static string Of(Exception wrong) => wrong switch
    {
        DirectoryNotFoundException or FileNotFoundException => Say.Words["cli.trouble.noPath", ("path", PathOf(wrong.Message))],
        UnauthorizedAccessException => Say.Words["cli.trouble.noRight", ("path", PathOf(wrong.Message))],
        PathTooLongException => Say.Words["cli.trouble.longPath"],
        _ when IsFull(wrong.HResult) => Say.Words["cli.trouble.disk"],
        _ when IsReadOnly(wrong.HResult) => Say.Words["cli.trouble.readOnlyDisk", ("path", PathOf(wrong.Message))],
        _ when IsHeld(wrong.HResult) => Say.Words["cli.trouble.held", ("path", PathOf(wrong.Message))],
        _ => Say.Words["cli.trouble.file", ("message", wrong.Message)],
    };

    // "No space left", "quota exceeded" (Linux, macOS), "disk full" and "handle disk full" (Windows).
    private static bool IsFull(int number) => number is 28 or 122 or 69 or unchecked((int)0x80070070) or unchecked((int)0x80070027);

    private static bool IsReadOnly(int number) => number is 30 or unchecked((int)0x80070013);

    private static bool IsHeld(int number) => number is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);

    // The system puts the path between quotes, and a path may hold such a quote itself.
    private static string PathOf(string message) =>
        message.IndexOf('\'', StringComparison.Ordinal) is var from and >= 0 && message.LastIndexOf('\'') is var until && until > from + 1 ? message[(from + 1)..until] : "-";
}
