using System.Globalization;
using Cairn.Storage;

namespace Cairn.App.Notices;

/// <summary>What is not told in the quiet hours of a school waits here until they are over: in a file of the district's folder, so that a stop loses
/// nothing. It names things and no people: who hears of them is asked when the letter is written.</summary>
internal sealed class HeldLetters(DataFolder folder)
{
    private const string File = "held-letters.txt";
    private readonly Lock _one = new();

    /// <summary>Holds something back until a moment, UTC. What waits already waits on.</summary>
    public void Hold(string district, ToTell what, DateTime until)
    {
        lock (_one)
        {
            var waiting = Read(district);
            if (!waiting.Exists(one => one.What == what)) Write(district, [.. waiting, (what, until)]);
        }
    }

    /// <summary>Takes out what is due at a moment, UTC.</summary>
    public IReadOnlyList<ToTell> Take(string district, DateTime now)
    {
        lock (_one)
        {
            var waiting = Read(district);
            var due = waiting.Where(one => one.Until <= now).Select(one => one.What).ToList();
            if (due.Count > 0) Write(district, [.. waiting.Where(one => one.Until > now)]);
            return due;
        }
    }

    private List<(ToTell What, DateTime Until)> Read(string district)
    {
        var path = PathOf(district);
        return !System.IO.File.Exists(path) ? [] : [.. System.IO.File.ReadLines(path).Select(Line).OfType<(ToTell, DateTime)>()];
    }

    // A line that cannot be read, as of a half-written file, is nobody's letter.
    private static (ToTell, DateTime)? Line(string line) => line.Split(' ') is [var kind, var about, var until] && Enum.TryParse<TellKind>(kind, out var said) && Guid.TryParseExact(about, "N", out var id)
        && DateTime.TryParseExact(until, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? (new ToTell(said, id), at) : null;

    private void Write(string district, IReadOnlyList<(ToTell What, DateTime Until)> waiting)
    {
        var path = PathOf(district);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllLines(path + ".new", waiting.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.What.Kind} {one.What.About:N} {one.Until:O}")));
        System.IO.File.Move(path + ".new", path, overwrite: true);
    }

    private string PathOf(string district) => Path.Combine(folder.FolderOf(district), File);
}
