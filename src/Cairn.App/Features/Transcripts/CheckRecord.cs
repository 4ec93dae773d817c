using Cairn.App.Access;
using Cairn.App.Signing;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Interop.Crypto;
using Cairn.Interop.SignedRecords;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Transcripts;

/// <summary>Looks a record up by the code on its paper: that it was issued, when, and whether it holds. Of whom it is about nothing is said, whoever asks.</summary>
public partial class CheckRecord
{
    private const string Route = "/v";

    /// <summary>What was typed; empty for nothing.</summary>
    [Parameter] public string Code { get; set; } = "";

    /// <summary>What was found; null for nothing.</summary>
    [Parameter] public CheckedRecord? Found { get; set; }

    /// <summary>The fingerprint of the key that signs; empty where there is none.</summary>
    [Parameter] public string Print { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Ask).For(Who.Anyone);
        routes.MapGet($"{Route}/{{code}}", Look).For(Who.Anyone);
        routes.MapGet($"{Route}/key", SendKey).For(Who.Anyone);
        routes.MapGet($"{Route}/withdrawn", SendList).For(Who.Anyone);
    }

    private static Task<IResult> Ask(Visit visit, HttpContext http, string? code = null) => string.IsNullOrWhiteSpace(code) ? Task.FromResult<IResult>(Page(visit, http, "", null)) : Look(code, visit, http);

    private static async Task<IResult> Look(string code, Visit visit, HttpContext http)
    {
        var read = visit.Served.District is null ? null : RecordCode.Read(code);
        var found = read is null ? null : RecordRows.ByCode(visit.Db, read);
        if (found is not null) return Page(visit, http, found.Record.Code, found);
        // Codes may be tried: who tries many is one of the strangers whom the journal counts, and the door of rates holds them up.
        await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.DeadLink);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Page(visit, http, code.Length > 40 ? code[..40] : code, null);
    }

    /// <summary>The district's public keys, the one that signs last: for who checks without a connection.</summary>
    private static IResult SendKey(Visit visit) => visit.Served.District is not { } district ? SignedIn.Nowhere
        : Results.Text(string.Join('\n', new RecordKeys(visit.Served.Folder, district).Known.Select(one => one.Text)) + "\n", "text/plain");

    /// <summary>The signed list of what was taken back.</summary>
    private static async Task<IResult> SendList(Visit visit) => visit.Served.District is not { } district ? SignedIn.Nowhere
        : Results.Text(WithdrawnList.Write(RecordRows.NotInForce(visit.Db), visit.Today, await new RecordKeys(visit.Served.Folder, district).Signer()), "text/plain");

    private static RazorComponentResult<CheckRecord> Page(Visit visit, HttpContext http, string code, CheckedRecord? found)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        var print = visit.Served.District is { } district && new RecordKeys(visit.Served.Folder, district).Known is [.., var last] ? KeyPrint.Of(last) : "";
        return new RazorComponentResult<CheckRecord>(new { Code = code, Found = found, Print = print }) { StatusCode = http.Response.StatusCode, PreventStreamingRendering = true };
    }
}
