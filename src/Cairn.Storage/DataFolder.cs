using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.Storage.Districts;
using Cairn.Storage.Postgres;
using Cairn.Storage.Sqlite;

namespace Cairn.Storage;

/// <summary>
/// The folder that holds everything of an installation: <c>districts/NAME/record.db</c> a district on SQLite, <c>directory.db</c>
/// for districts on a server and for host names, and a mark where it is a demonstration. Nothing outside it is ever written.
/// </summary>
public sealed partial class DataFolder(string path)
{
    /// <summary>The variable that names the server where new districts are made; without it they are files.</summary>
    public const string ServerVariable = "CAIRN_POSTGRES";

    /// <summary>The variable that names the database on that server which new ones are copied from.</summary>
    public const string TemplateVariable = "CAIRN_POSTGRES_TEMPLATE";

    /// <summary>The variable that names the file of an empty record which new files are copied from.</summary>
    public const string FileTemplateVariable = "CAIRN_SQLITE_TEMPLATE";

    /// <summary>The folder in which a first run makes a district, until it is whole: what is in it is no district of this installation.</summary>
    public const string FirstRunFolder = "first-run";

    private const string MarkFile = "demo.json";

    private readonly Lazy<Secrets> _secrets = new(() => MakeSecrets(path));

    /// <summary>The name of the district that is made where none is named.</summary>
    public const string DefaultDistrict = "default";

    /// <summary>The folder, whole.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The connection to the server where new districts are made; null where they are files.</summary>
    public string? Server { get; init; } = NotEmpty(Environment.GetEnvironmentVariable(ServerVariable));

    /// <summary>The database on that server which new ones are copied from; null for the server's usual one.</summary>
    public string? Template { get; init; } = NotEmpty(Environment.GetEnvironmentVariable(TemplateVariable));

    /// <summary>The file which new ones are copied from; null where each is made by the migrations.</summary>
    public string? FileTemplate { get; init; } = NotEmpty(Environment.GetEnvironmentVariable(FileTemplateVariable));

    /// <summary>Is there nothing in it, or no folder at all? A district that was never finished is nothing, and neither are backups and what a first run left.</summary>
    public bool IsEmpty => !Directory.Exists(Path) || (Districts.Count == 0 && Directory.EnumerateFileSystemEntries(Path).All(one => one == DistrictsPath || IsDirectoryFile(one) || IsBeside(one)));

    /// <summary>Is it marked as a demonstration? Only then are there sign-in links without a password.</summary>
    public bool IsDemo => File.Exists(System.IO.Path.Combine(Path, MarkFile));

    /// <summary>What the mark says; null where there is none.</summary>
    public string? Mark => IsDemo ? File.ReadAllText(System.IO.Path.Combine(Path, MarkFile)) : null;

    /// <summary>The districts, by name: those that are files here, and those that the directory knows.</summary>
    public IReadOnlyList<string> Districts => [.. Files.Concat(Listing().Select(one => one.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Files => !Directory.Exists(DistrictsPath) ? [] :
        Directory.EnumerateDirectories(DistrictsPath).Where(one => File.Exists(System.IO.Path.Combine(one, District.FileName))).Select(one => System.IO.Path.GetFileName(one));

    private string DistrictsPath => System.IO.Path.Combine(Path, "districts");

    private string DirectoryFile => System.IO.Path.Combine(Path, DirectoryDb.FileName);

    private static string? SharedDirectory => NotEmpty(Environment.GetEnvironmentVariable("CAIRN_DIRECTORY"));

    private bool HasDirectory => SharedDirectory is not null || File.Exists(DirectoryFile);

    /// <summary>Seals and opens small secrets by the key of this folder; the key is made on first use.</summary>
    public Secrets Secrets => _secrets.Value;

    private Seal Key => Seal.Of(Path, Environment.GetEnvironmentVariable("CAIRN_KEY"));

    /// <summary>May a district have this name? Lower-case letters, digits and hyphens, 1 to 63.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>The folder of a district that is a file.</summary>
    public string FolderOf(string district) => System.IO.Path.Combine(DistrictsPath, district);

    /// <summary>The district that a host name asks for; null where none does.</summary>
    public string? AtHost(string host)
    {
        if (!HasDirectory) return null;
        using var directory = OpenDirectory();
        return directory.Hosts.Find(host.ToLowerInvariant())?.District;
    }

    /// <summary>Every district with its engine, its place in words and its host names. A place never holds a password.</summary>
    public IReadOnlyList<(string Name, string Engine, string Where, IReadOnlyList<string> Hosts)> Overview()
    {
        List<HostName> hosts = [];
        if (HasDirectory)
        {
            using var directory = OpenDirectory();
            hosts = [.. directory.Hosts];
        }

        return [.. Districts.Select(name =>
        {
            using var engine = EngineOf(name);
            return (name, engine.Name, engine.Where, (IReadOnlyList<string>)[.. hosts.Where(host => host.District == name).Select(host => host.Host).Order(StringComparer.Ordinal)]);
        })];
    }

    /// <summary>The host names that ask for a district, in the order of the alphabet.</summary>
    public IReadOnlyList<string> HostsOf(string district)
    {
        if (!HasDirectory) return [];
        using var directory = OpenDirectory();
        return [.. directory.Hosts.Where(one => one.District == district).Select(one => one.Host).ToList().Order(StringComparer.Ordinal)];
    }

    /// <summary>Refuses host names that are none, and those that ask for another district.</summary>
    public void CheckHosts(string district, IEnumerable<string> hosts)
    {
        var wanted = Hosts(hosts);
        foreach (var host in wanted)
            if (Uri.CheckHostName(host) is UriHostNameType.Unknown) throw new RefusedException($"'{host}' is no host name. Write it without scheme, port and path, such as learn.example.org.");
        if (wanted.Count == 0 || !HasDirectory) return;
        using var directory = OpenDirectory();
        foreach (var host in wanted)
            if (directory.Hosts.Find(host) is { } taken && taken.District != district) throw new RefusedException($"{host} asks for {taken.District} already.");
    }

    /// <summary>Gives a district host names. Refuses what <see cref="CheckHosts"/> refuses.</summary>
    public void AddHosts(string district, IEnumerable<string> hosts)
    {
        var wanted = Hosts(hosts);
        CheckHosts(district, wanted);
        if (wanted.Count == 0) return;
        using var directory = OpenDirectory();
        if (directory.Districts.Find(district) is null) directory.Add(new DistrictEntry(district, ""));
        directory.AddRange(wanted.Where(host => directory.Hosts.Find(host) is null).Select(host => new HostName(host, district)));
        directory.SaveChanges();
    }

    /// <summary>The engine of a district that is there.</summary>
    internal Engine EngineOf(string district)
    {
        var entry = Listing().FirstOrDefault(one => one.Name == district);
        return entry is { Connection.Length: > 0 } ? new PostgresEngine(Key.Open(entry.Connection, district)) : FileOf(district);
    }

    /// <summary>The engine that a new district is made on: the connection given, the server of this installation, else a file.</summary>
    internal (Engine Engine, string? Connection) NewEngine(string district, string? connection)
    {
        if (connection is null && Server is null) return (FileOf(district), null);
        var parts = PostgresEngine.Read(connection ?? Server!);
        // Where the server alone is named, the database is named after folder and district: two folders never share one.
        if (connection is null || string.IsNullOrEmpty(parts.Database)) parts.Database = $"cairn_{district.Replace('-', '_')}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path)), 0, 6)}";
        return (new PostgresEngine(parts.ToString(), connection is null ? Template : null), parts.ToString());
    }

    /// <summary>Notes where a district on a server is, and makes it: both, or neither.</summary>
    internal void Note(string district, string connection, Action make)
    {
        DurableFile.MakeFolder(Path);
        var closed = Key.Close(connection, district);
        using var directory = OpenDirectory();
        using var transaction = directory.Database.BeginTransaction();
        directory.Add(new DistrictEntry(district, closed));
        directory.SaveChanges();
        make();
        transaction.Commit();
    }

    /// <summary>Marks the folder as a demonstration.</summary>
    public void SetMark(string mark)
    {
        DurableFile.MakeFolder(Path);
        File.WriteAllText(System.IO.Path.Combine(Path, MarkFile), mark);
    }

    /// <summary>Deletes the folder, and its districts on servers; a marked one only.</summary>
    public void DeleteDemo()
    {
        if (!IsDemo) throw new InvalidOperationException("Only a demonstration is ever deleted.");
        foreach (var district in Districts)
        {
            using var engine = EngineOf(district);
            (engine as PostgresEngine)?.Drop();
        }

        Directory.Delete(Path, recursive: true);
    }

    private SqliteEngine FileOf(string district) => new(System.IO.Path.Combine(FolderOf(district), District.FileName), FileTemplate);

    private List<DistrictEntry> Listing()
    {
        if (!HasDirectory) return [];
        using var directory = OpenDirectory();
        return [.. directory.Districts];
    }

    private DirectoryDb OpenDirectory()
    {
        if (SharedDirectory is { } shared) return DirectoryDb.On(shared);
        DurableFile.MakeFolder(Path);
        return DirectoryDb.In(DirectoryFile);
    }

    private static Secrets MakeSecrets(string path)
    {
        var folder = DurableFile.MakeOwn(System.IO.Path.GetFullPath(path));
        return new Secrets(Seal.Of(folder, Environment.GetEnvironmentVariable("CAIRN_KEY")));
    }

    private static List<string> Hosts(IEnumerable<string> hosts) => [.. hosts.Select(one => one.Trim().ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    private static bool IsDirectoryFile(string file) => System.IO.Path.GetFileName(file) is var name && (name.StartsWith(DirectoryDb.FileName, StringComparison.Ordinal) || name == Seal.KeyFile);

    private static bool IsBeside(string path) => System.IO.Path.GetFileName(path) is Backups.BackupFolder.FolderName or Backups.Staging.FolderName or ClockJump.FileName or FirstRunFolder;

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Name();
}
