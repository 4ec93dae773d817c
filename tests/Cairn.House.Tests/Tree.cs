using System.Text.RegularExpressions;

namespace Cairn.House.Tests;

/// <summary>A text file of the house.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Text">All of it.</param>
internal sealed record TreeFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Stem => Name.Split('.')[0];

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public int Lines => Text.Count(one => one == '\n') + (Text.Length > 0 && Text[^1] != '\n' ? 1 : 0);

    /// <summary>Lines that hold code: a line that is only a comment is left out.</summary>
    public string Code => string.Join('\n', Text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
}

/// <summary>The files of the house as a commit would hold them: what is built, restored or kept by a run is left out.</summary>
internal static partial class Tree
{
    public static string Root { get; } = FindRoot();

    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal)
    {
        ".git", ".build", ".vs", ".idea", "bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts",
    };

    private static readonly HashSet<string> Binary = new(StringComparer.OrdinalIgnoreCase)
    {
        ".woff2", ".png", ".jpg", ".ico", ".webp", ".pdf", ".db", ".gz", ".zip",
    };

    private static readonly Lazy<IReadOnlyList<TreeFile>> Read = new(() => [.. Walk(new DirectoryInfo(Root), "")]);

    public static IReadOnlyList<TreeFile> Files => Read.Value;

    /// <summary>C# that people write: what tools write (migrations) is left out.</summary>
    public static IReadOnlyList<TreeFile> HandWritten(params ReadOnlySpan<string> tops)
    {
        var wanted = tops.ToArray();
        return [.. Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
            && wanted.Any(top => file.Path.StartsWith(top + "/", StringComparison.Ordinal)))];
    }

    public static IReadOnlyList<TreeFile> EndingIn(string ending, string top = "") =>
        [.. Files.Where(file => file.Path.EndsWith(ending, StringComparison.Ordinal) && file.Path.StartsWith(top, StringComparison.Ordinal))];

    public static TreeFile Find(string path) =>
        Files.FirstOrDefault(file => file.Path == path) ?? throw new FileNotFoundException($"{path} is missing. Mend: add it.");

    /// <summary>The file that declares a type, for a message; the type's own name where none is found.</summary>
    public static string FileOf(string fullName)
    {
        var parts = fullName.Split('/')[0].Split('.');
        var name = parts[^1].Split('`')[0];
        var space = string.Join('.', parts[..^1]);
        var declares = new Regex($@"\b(class|record|struct|interface|enum)\s+(struct\s+|class\s+)?{Regex.Escape(name)}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return Files.FirstOrDefault(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) && file.Text.Contains($"namespace {space};", StringComparison.Ordinal) && declares.IsMatch(file.Text))?.Path
            ?? Files.FirstOrDefault(file => file.Name == name + ".razor")?.Path ?? fullName;
    }

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex PascalWord();

    private static IEnumerable<TreeFile> Walk(DirectoryInfo folder, string path)
    {
        foreach (var file in folder.EnumerateFiles().OrderBy(one => one.Name, StringComparer.Ordinal))
            if (!Binary.Contains(file.Extension)) yield return new TreeFile(path + file.Name, File.ReadAllText(file.FullName));
        foreach (var inner in folder.EnumerateDirectories().OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            // A data folder at the root belongs to whoever tries the program.
            if (NotOurs.Contains(inner.Name) || (path.Length == 0 && inner.Name == "data")) continue;
            foreach (var file in Walk(inner, path + inner.Name + "/")) yield return file;
        }
    }

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Cairn.slnx"))) return at.FullName;
        throw new DirectoryNotFoundException("The house tests run from inside the repository: no folder above them holds Cairn.slnx.");
    }
}
