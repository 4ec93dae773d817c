using Cairn.Storage;

namespace Cairn.App.Tests.Web;

/// <summary>A temporary folder as the data folder of a site.</summary>
internal static class DataFolders
{
    extension(TempFolder folder)
    {
        public DataFolder Data => new(folder.Path);

        /// <summary>A copy of every district in it, without the mark of a demonstration.</summary>
        public TempFolder CopyUnmarked()
        {
            // A district on a server is the same one in the copy: it goes with the first folder.
            var copy = new TempFolder(ownsServer: false);
            foreach (var file in ((string[])[District.FileName, "directory.db", "directory.key"]).SelectMany(name => Directory.EnumerateFiles(folder.Path, name, SearchOption.AllDirectories)))
            {
                var to = copy.Of(Path.GetRelativePath(folder.Path, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }

            return copy;
        }
    }
}
