using System.Text;

namespace Cairn.Drills.Power;

/// <summary>What a process did to its folder, in the numbers of faults.c.</summary>
internal enum Deed
{
    Create = 1,
    Write,
    Truncate,
    Flush,
    FailedFlush,
    Rename,
    Link,
    Unlink,
    MakeFolder,
    RemoveFolder,
    FlushFolder,
    Answer,
}

/// <summary>One line of the log that the shim keeps.</summary>
/// <param name="What">What was done.</param>
/// <param name="Node">To which file, by the number that the file system has for it.</param>
/// <param name="At">At which place in the file; the new length of one that is cut.</param>
/// <param name="Data">What was written; a path, or two with a zero between.</param>
internal sealed record Logged(Deed What, ulong Node, long At, byte[] Data)
{
    private const int HeadLength = 24;

    /// <summary>The path, or the first of two.</summary>
    public string Path => Text.Split('\0')[0];

    /// <summary>The second of two paths.</summary>
    public string To => Text.Split('\0')[1];

    /// <summary>The data as text.</summary>
    public string Text => Encoding.UTF8.GetString(Data);

    /// <summary>Reads a log.</summary>
    public static List<Logged> Read(string file)
    {
        using var reader = new BinaryReader(File.OpenRead(file));
        var (all, length) = (new List<Logged>(), reader.BaseStream.Length);
        while (reader.BaseStream.Position + HeadLength <= length)
        {
            var (what, size, node, at) = (reader.ReadUInt32(), reader.ReadUInt32(), reader.ReadUInt64(), reader.ReadInt64());
            all.Add(new Logged((Deed)what, node, at, reader.ReadBytes(checked((int)size))));
        }

        return all;
    }
}
