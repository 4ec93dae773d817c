namespace Cairn.Learning.Tests.Builders;

/// <summary>The checked data that stands beside the project and is never copied into it.</summary>
internal static class CheckedSequences
{
    /// <summary>The path of a file of it; null where the data is missing.</summary>
    public static string? Find(params string[] path)
    {
        var folder = Environment.GetEnvironmentVariable("CAIRN_TEST_DATA") is { Length: > 0 } said ? said : Above(AppContext.BaseDirectory);
        return folder is not null && Path.Combine([folder, .. path]) is var file && File.Exists(file) ? file : null;
    }

    private static string? Above(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared", "data") is var data && Directory.Exists(data)) return data;
        return null;
    }
}
