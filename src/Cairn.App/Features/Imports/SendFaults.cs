using System.Text;
using Cairn.App.Access;
using Cairn.Interop.Csv;

namespace Cairn.App.Features.Imports;

/// <summary>GET /imports/{id}/faults.csv: everything wrong or odd, a row each, for whoever mends the files.</summary>
internal static class SendFaults
{
    public static void Map(IEndpointRouteBuilder imports) => imports.MapGet("/{id:guid}/faults.csv", Send).WithMetadata(new Costly(Cost.Export));

    private static IResult? Send(Guid id, Visit visit)
    {
        if (ImportRuns.Find(visit.Db, id) is not { } run) return null;
        var faults = ImportRuns.ContentOf(visit.Db, id) is { } content ? KeptContent.FaultsOf(content) : [.. run.Summary.Shown.Select((one, i) => (i < run.Summary.Errors, one))];
        // Spreadsheets take a file for UTF-8 where this mark begins it.
        return Results.Bytes([.. Encoding.UTF8.Preamble, .. FaultsSheet.Of(faults)], "text/csv; charset=utf-8", "faults.csv");
    }
}
