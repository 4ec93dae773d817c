using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Imports;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Tests.Backups;

/// <summary>An installation with a small record and two files, its backup, and an empty installation to restore into.</summary>
internal sealed class Keep : IDisposable
{
    public Keep(string district = DataFolder.DefaultDistrict)
    {
        Name = district;
        if (district != DataFolder.DefaultDistrict) From.Run("district", "add", district, "--time-zone", "America/New_York").Exit.ShouldBe(CommandLine.Done);
        From.Apply(new ProgramFolder(From.Of("program")));
        Put("ab/cdef.pdf", "a report");
        Put("photo.jpg", "a photo");
    }

    public string Name { get; }

    public Installation From { get; } = new();

    public Installation To { get; } = new();

    public string Archive => From.Of("kept.cairn");

    public void Put(string path, string text)
    {
        var file = Path.Combine([From.Folder.FolderOf(Name), "files", .. path.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public Ran Backup(params string[] more) => From.Run(["backup", "--to", Archive, "--json", .. more]);

    /// <summary>A backup that must be good.</summary>
    public Keep Made(params string[] more)
    {
        Backup(more).Exit.ShouldBe(CommandLine.Done);
        return this;
    }

    public Ran Restore(params string[] more) => To.Run(["restore", Archive, "--json", .. more]);

    public static string StateOf(Installation of, string district = DataFolder.DefaultDistrict)
    {
        var open = of.Open(district);
        return RecordState.Of(open).Hash;
    }

    public string FileOf(string path) => File.ReadAllText(Path.Combine([To.Folder.FolderOf(Name), "files", .. path.Split('/')]));

    /// <summary>Refused, and nothing is left of it: no district, no file, and nothing in the place beside.</summary>
    public void ShouldBeRefused(Ran ran, params string[] words)
    {
        ran.Exit.ShouldBe(CommandLine.Refused, ran.Out);
        ran.Err.ShouldNotContain("   at ");
        ran.Err.ShouldNotContain("Exception");
        foreach (var word in words) ran.Err.ShouldContain(word);
        NothingIsThere();
    }

    public void NothingIsThere()
    {
        To.Folder.Districts.ShouldBeEmpty();
        foreach (var folder in (string[])["restoring", "districts"])
            if (Directory.Exists(Path.Combine(To.Data, folder))) Directory.EnumerateFileSystemEntries(Path.Combine(To.Data, folder)).ShouldBeEmpty();
    }

    public void Dispose()
    {
        From.Dispose();
        To.Dispose();
    }
}
