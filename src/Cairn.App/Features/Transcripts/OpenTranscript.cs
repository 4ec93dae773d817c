using Cairn.App.Access;
using Cairn.App.Signing;
using Cairn.App.Ui.Words;
using Cairn.Interop.SignedRecords;
using Cairn.Learning.Transcripts;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Transcripts;

/// <summary>A transcript by its link: for a college, an employer, another school; without an account. Nobody keeps it, and no search engine finds it.</summary>
public partial class OpenTranscript
{
    // Nothing is looked for that was not made here.
    private const int LongestToken = 64;

    /// <summary>What is printed; null where the link opens no more.</summary>
    [Parameter] public TranscriptSheet? Sheet { get; set; }

    /// <summary>Of which record.</summary>
    [Parameter] public IssuedMark Mark { get; set; } = IssuedMark.None(default);

    /// <summary>What of it.</summary>
    [Parameter] public ShareFormat Format { get; set; }

    /// <summary>With the works that the learner chose?</summary>
    [Parameter] public bool ShowsWorks { get; set; }

    /// <summary>With the birth date?</summary>
    [Parameter] public bool ShowsBirth { get; set; }

    /// <summary>Was the record taken back?</summary>
    [Parameter] public bool IsWithdrawn { get; set; }

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(ShareTranscript.Public, Open).For(Who.Anyone);

    private static async Task<IResult> Open(string token, Visit visit, Words words, SiteAddress site, HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        if (visit.Served.District is null || token.Length > LongestToken || ShareRows.ByToken(visit.Db, ShareTranscript.HashOf(token), visit.Today, visit.Now) is not var (share, learner, opens)) return await Nowhere(http);
        // That there was a link is told to who has it, and nothing of whom it was about.
        if (!opens)
        {
            await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.DeadLink, Told(share, http));
            http.Response.StatusCode = StatusCodes.Status410Gone;
            return new RazorComponentResult<OpenTranscript>(new { }) { StatusCode = StatusCodes.Status410Gone, PreventStreamingRendering = true };
        }

        var (record, bytes, isWithdrawn) = ShareRows.ShownBy(visit.Db, share);
        if (isWithdrawn) return new RazorComponentResult<OpenTranscript>(new { IsWithdrawn = true }) { StatusCode = StatusCodes.Status410Gone, PreventStreamingRendering = true };
        var scope = new Scope(visit.Db, Actor.Operator, visit.Today, visit.Now);
        var sheet = record is not null ? bytes is null ? null : RecordFile.Read(bytes)?.Sheet() : Transcript.From(MakeRecord.Read(visit.Db, scope, learner.Id, MakeRecord.Ask(visit, words))!.Facts).Sheet;
        if (sheet is null) return await Nowhere(http);
        await visit.Write(turn =>
        {
            ShareRows.Opened(turn, share, DeviceOf(http.Request.Headers.UserAgent));
            turn.Disclosed(JournalAct.Viewed, [learner.Id]);
            return true;
        }, purpose: "shared");
        var mark = record is null ? IssuedMark.None(visit.Today) : IssuedMark.Of(record, RecordRows.ByCode(visit.Db, record.Code)!.State, site.Of(visit.Served));
        return new RazorComponentResult<OpenTranscript>(new { Sheet = sheet, Mark = mark, share.Format, share.ShowsWorks, share.ShowsBirth }) { PreventStreamingRendering = true };
    }

    private static async Task<IResult> Nowhere(HttpContext http)
    {
        await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.DeadLink);
        return SignedIn.Nowhere;
    }

    private static RefusedOne Told(TranscriptShare share, HttpContext http) => new(share.Id.Value, http.RequestServices.GetRequiredService<Visit>().Acting, new { because = nameof(RefusedWhy.DeadLink) })
    {
        Learner = share.Learner, Row = (typeof(TranscriptShare), share.Id.Value),
    };

    private static OpenedFrom DeviceOf(string? agent) => string.IsNullOrEmpty(agent) ? OpenedFrom.Unknown
        : !agent.StartsWith("Mozilla/", StringComparison.Ordinal) || agent.Contains("bot", StringComparison.OrdinalIgnoreCase) ? OpenedFrom.Program
        : agent.Contains("Mobile", StringComparison.Ordinal) || agent.Contains("Android", StringComparison.Ordinal) || agent.Contains("iPad", StringComparison.Ordinal) ? OpenedFrom.Phone : OpenedFrom.Computer;
}
