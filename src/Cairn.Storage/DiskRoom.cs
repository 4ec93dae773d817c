namespace Cairn.Storage;

/// <summary>Is there room on the disk? Writes are refused where it is full; an upgrade and a check each need the database's size again.</summary>
internal static class DiskRoom
{
    private const long LeastFree = 500L << 20;

    public static CheckupFinding Of(DataFolder folder, District district)
    {
        var free = new DriveInfo(folder.Path).AvailableFreeSpace;
        long size = 0;
        try
        {
            size = district.Engine.Size;
        }
        catch (System.Data.Common.DbException)
        {
            // The finding about the database says so.
        }

        var (wanted, isHere) = (LeastFree + (district.Engine.IsShared ? size : 3 * size), district.Engine.IsShared ? "on its server" : "here");
        return new CheckupFinding("disk", free >= wanted, $"{free >> 20} MiB free, and the database takes {Math.Max(1, size >> 20)} MiB {isHere}",
            $"free some space, to {wanted >> 20} MiB: writes are refused on a full disk, and an upgrade and the nightly check need room beside the database");
    }
}
