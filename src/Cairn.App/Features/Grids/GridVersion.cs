using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Cairn.Storage.Standings;

namespace Cairn.App.Features.Grids;

/// <summary>What a grid is drawn from, as one number that changes with any of it: who is in it, what is concluded of each, by what rules, and which decisions still hold.</summary>
internal static class GridVersion
{
    private const int Longest = 40;

    public static string Of(IReadOnlyList<GridRow> rows, FrameworkInForce framework, DateTime now)
    {
        var bytes = ArrayPool<byte>.Shared.Rent((rows.Count + 1) * Longest);
        var end = 0;
        foreach (var row in rows)
        {
            row.Learner.Value.TryWriteBytes(bytes.AsSpan(end));
            end += 16;
            Add(row.LearnerVersion);
            Add(row.Version);
            Add(framework.RulesFor(row.Place).Fingerprint);
            Add(Held(row, now));
        }

        var hash = Convert.ToHexString(SHA256.HashData(bytes.AsSpan(0, end)), 0, 16);
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;

        void Add<T>(T number)
            where T : unmanaged
        {
            MemoryMarshal.Write(bytes.AsSpan(end), number);
            end += Marshal.SizeOf<T>();
        }
    }

    // A decision can run out without any new fact.
    private static int Held(GridRow row, DateTime now)
    {
        var held = 0;
        if (row.Cells is not null)
            foreach (ref readonly var cell in Cell.Read(row.Cells))
                if (cell.IsSetByPersonAt(now)) held++;
        return held;
    }
}
