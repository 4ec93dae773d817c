namespace Cairn.Interop.Tests;

/// <summary>Real material that others made: beside the project, or where CAIRN_TEST_DATA says. None of it is copied in.</summary>
internal static class TestData
{
    /// <summary>The path of a file or folder; the test is skipped where it is missing.</summary>
    public static string Path(params string[] parts)
    {
        var path = Root() is { } root ? System.IO.Path.Combine([root, .. parts]) : null;
        Assert.SkipWhen(path is null || !(File.Exists(path) || Directory.Exists(path)), $"no {string.Join('/', parts)}: set CAIRN_TEST_DATA, or put the data at ../shared/data");
        return path!;
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("CAIRN_TEST_DATA") is { Length: > 0 } named) return named;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (System.IO.Path.Combine(at.FullName, "..", "shared", "data") is var path && Directory.Exists(path)) return path;
        return null;
    }
}
