using System.Runtime.InteropServices;

namespace Cairn.Drills.Power;

/// <summary>A disk that keeps for sure only what was flushed: the content of a file by its flush, a name by that of its folder. So no
/// file system is kinder than what a program is told it may rely on.</summary>
/// <param name="root">The folder that is there from the start.</param>
internal sealed class LosingDisk(string root)
{
    private readonly Dictionary<ulong, LosingFile> _files = [];
    private readonly Dictionary<string, LosingFile> _named = new(StringComparer.Ordinal);
    // By folder: what was done to the names in it and is not flushed, in its order.
    private readonly Dictionary<string, List<Action<Names>>> _waiting = new(StringComparer.Ordinal);
    private readonly Names _held = new(root);

    /// <summary>Takes what a process did.</summary>
    public void Take(Logged deed, Random chance)
    {
        switch (deed.What)
        {
            case Deed.Create:
                var made = _files[deed.Node] = new LosingFile();
                Bind(deed.Path, made);
                break;
            case Deed.Write or Deed.Truncate: _files[deed.Node].Take(deed); break;
            case Deed.Flush: _files[deed.Node].Flush(); break;
            case Deed.FailedFlush: _files[deed.Node].Fail(chance); break;
            case Deed.Link: Bind(deed.To, _named[deed.Path]); break;
            case Deed.Rename:
                var (from, to, moved) = (deed.Path, deed.To, _named[deed.Path]);
                _named.Remove(from);
                _named[to] = moved;
                // In one folder a rename is one change: never neither name, never both.
                Wait(to, names =>
                {
                    names.Files.Remove(from);
                    names.Files[to] = moved;
                });
                break;
            case Deed.Unlink:
                _named.Remove(deed.Path);
                Wait(deed.Path, names => names.Files.Remove(deed.Path));
                break;
            case Deed.MakeFolder: Wait(deed.Path, names => names.Folders.Add(deed.Path)); break;
            case Deed.RemoveFolder: Wait(deed.Path, names => names.Folders.Remove(deed.Path)); break;
            case Deed.FlushFolder:
                if (_waiting.Remove(deed.Path, out var done)) done.ForEach(one => one(_held));
                break;
        }
    }

    /// <summary>Puts what is found after a cut of the power into a folder.</summary>
    public void CutInto(string folder, Random chance)
    {
        var found = new Names(_held);
        // Of the changes of a folder's names some first ones are there.
        foreach (var some in _waiting.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value))
            foreach (var one in some.Take(chance.Next(some.Count + 1))) one(found);
        foreach (var (path, file) in found.Files.OrderBy(one => one.Key, StringComparer.Ordinal).Where(one => found.Has(Path.GetDirectoryName(one.Key)!)))
        {
            var place = Path.Combine(folder, Path.GetRelativePath(root, path));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.WriteAllBytes(place, CollectionsMarshal.AsSpan(file.AfterCut(chance)));
        }
    }

    private void Bind(string path, LosingFile file)
    {
        _named[path] = file;
        Wait(path, names => names.Files[path] = file);
    }

    private void Wait(string path, Action<Names> change)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!_waiting.TryGetValue(folder, out var some)) _waiting[folder] = some = [];
        some.Add(change);
    }

    private sealed class Names
    {
        private readonly string _root;

        public Names(string root) => _root = root;

        public Names(Names other) : this(other._root)
        {
            (Files, Folders) = (new(other.Files, StringComparer.Ordinal), new(other.Folders, StringComparer.Ordinal));
        }

        public Dictionary<string, LosingFile> Files { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Folders { get; } = new(StringComparer.Ordinal);

        // A folder is there when all above it are.
        public bool Has(string folder) => folder == _root || (Folders.Contains(folder) && Has(Path.GetDirectoryName(folder)!));
    }
}
