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
            var copy = new TempFolder();
            foreach (var file in Directory.EnumerateFiles(folder.Path, District.FileName, SearchOption.AllDirectories))
            {
                var to = copy.Of(Path.GetRelativePath(folder.Path, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }

            return copy;
        }
    }
}
