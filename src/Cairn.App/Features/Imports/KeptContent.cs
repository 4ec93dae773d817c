using System.IO.Compression;
using System.Text.Json;
using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;
using Cairn.Storage.Queries;

namespace Cairn.App.Features.Imports;

/// <summary>What an import keeps of what came: a small archive with the rows that were read, or a framework's file, and every fault.</summary>
internal static class KeptContent
{
    /// <summary>More is not kept: such an import cannot be undone.</summary>
    public const long Largest = 64L << 20;

    private const string Sheets = "sheets.json";
    private const string File = "framework";
    private const string Faults = "faults.json";

    public static byte[] Of(ProgramSheets sheets, FaultList faults) => Packed(faults, Sheets, to => KeptSheets.Write(sheets, to));

    public static byte[] Of(RosterSheets sheets, FaultList faults) => Packed(faults, Sheets, to => KeptSheets.Write(sheets, to));

    public static byte[] Of(byte[] framework, FaultList faults) => Packed(faults, File, to => to.Write(framework));

    public static byte[] Of(FaultList faults) => Packed(faults, null, _ => { });

    public static T SheetsOf<T>(byte[] content)
        where T : class
    {
        using var archive = Opened(content);
        using var from = archive.GetEntry(Sheets)!.Open();
        return KeptSheets.Read<T>(from);
    }

    public static byte[] FrameworkOf(byte[] content)
    {
        using var archive = Opened(content);
        using var from = archive.GetEntry(File)!.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    /// <summary>Every fault that was kept, and whether it is an error.</summary>
    public static IReadOnlyList<(bool IsError, RowFault Fault)> FaultsOf(byte[] content)
    {
        using var archive = Opened(content);
        using var from = archive.GetEntry(Faults)!.Open();
        var kept = JsonSerializer.Deserialize<KeptFaults>(from)!;
        return [.. kept.Errors.Select(one => (true, one)), .. kept.Warnings.Select(one => (false, one))];
    }

    /// <summary>Rows that the import took over from others.</summary>
    public static byte[]? Taken(IReadOnlyList<TakenRow> rows) => rows.Count == 0 ? null : JsonSerializer.SerializeToUtf8Bytes(rows);

    public static IReadOnlyList<TakenRow> Taken(byte[]? before) => before is null ? [] : JsonSerializer.Deserialize<List<TakenRow>>(before)!;

    private static ZipArchive Opened(byte[] content) => new(new MemoryStream(content, writable: false), ZipArchiveMode.Read);

    private static byte[] Packed(FaultList faults, string? entry, Action<Stream> write)
    {
        using var to = new MemoryStream();
        using (var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var list = archive.CreateEntry(Faults).Open()) JsonSerializer.Serialize(list, new KeptFaults(faults.Errors, faults.Warnings));
            if (entry is not null)
                using (var rows = archive.CreateEntry(entry).Open()) write(rows);
        }

        return to.ToArray();
    }

    private sealed record KeptFaults(IReadOnlyList<RowFault> Errors, IReadOnlyList<RowFault> Warnings);
}
