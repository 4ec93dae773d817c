using System.Buffers;
using System.Runtime.CompilerServices;
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

    // The rows of a large grid stay the same list until somebody writes, and their number stays until a decision runs out.
    private static readonly ConditionalWeakTable<IReadOnlyList<GridRow>, Known> Last = [];

    public static string Of(IReadOnlyList<GridRow> rows, FrameworkInForce framework, DateTime now)
    {
        if (rows.Count <= KeptGrids.Large) return Of(rows, framework, now, out _);
        if (Last.TryGetValue(rows, out var last) && ReferenceEquals(last.Framework, framework) && now < last.Until) return last.Version;
        var version = Of(rows, framework, now, out var until);
        Last.AddOrUpdate(rows, new Known(framework, until, version));
        return version;
    }

    private static string Of(IReadOnlyList<GridRow> rows, FrameworkInForce framework, DateTime now, out DateTime until)
    {
        var next = DateTime.MaxValue;
        var bytes = ArrayPool<byte>.Shared.Rent((rows.Count + 1) * Longest);
        var end = 0;
        foreach (var row in rows)
        {
            row.Learner.Value.TryWriteBytes(bytes.AsSpan(end));
            end += 16;
            Add(row.LearnerVersion);
            Add(row.Version);
            Add(framework.RulesFor(row.Place).Fingerprint);
            Add(Held(row, now, ref next));
        }

        var hash = Convert.ToHexString(SHA256.HashData(bytes.AsSpan(0, end)), 0, 16);
        ArrayPool<byte>.Shared.Return(bytes);
        until = next;
        return hash;

        void Add<T>(T number)
            where T : unmanaged
        {
            MemoryMarshal.Write(bytes.AsSpan(end), number);
            end += Marshal.SizeOf<T>();
        }
    }

    // A decision can run out without any new fact.
    private static int Held(GridRow row, DateTime now, ref DateTime next)
    {
        var held = 0;
        if (row.Cells is not null)
            foreach (ref readonly var cell in Cell.Read(row.Cells))
                if (cell.IsSetByPersonAt(now))
                {
                    held++;
                    if (cell.SetUntil is { } ends && ends < next) next = ends;
                }

        return held;
    }

    /// <summary>A number that was made before.</summary>
    /// <param name="Framework">By what rules.</param>
    /// <param name="Until">When the next decision runs out, UTC.</param>
    /// <param name="Version">The number.</param>
    private sealed record Known(FrameworkInForce Framework, DateTime Until, string Version);
}
