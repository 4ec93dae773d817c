using Cairn.App.Access;
using Cairn.App.Signing;
using Cairn.App.Ui.Words;
using Cairn.Interop.SignedRecords;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Journal;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Transcripts;

/// <summary>A learner's transcript, by areas or by courses: what holds today, or an edition as it was issued.</summary>
public partial class ShowTranscript
{
    private const string Route = "/learners/{id:guid}/transcript";

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>What is printed.</summary>
    [Parameter, EditorRequired] public TranscriptSheet Sheet { get; set; } = null!;

    /// <summary>Of which record.</summary>
    [Parameter, EditorRequired] public IssuedMark Mark { get; set; } = null!;

    /// <summary>By courses?</summary>
    [Parameter] public bool IsCourses { get; set; }

    /// <summary>The editions there are, newest first.</summary>
    [Parameter] public IssuedRecords Issued { get; set; } = IssuedRecords.From([], []);

    /// <summary>The edition that is shown; null for what holds today.</summary>
    [Parameter] public FrozenRecordId? Edition { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ByAreas).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapGet($"{Route}/courses", ByCourses).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapGet($"{Route}/file", Send).For(Who.Family | Who.Educators, Rights.Export).InFamilyLanguages();
    }

    private static RazorComponentResult<ShowTranscript>? ByAreas(Guid id, Visit visit, Words words, SiteAddress site, HttpContext http, string? edition = null) => Page(new LearnerId(id), visit, words, site, http, edition, isCourses: false);

    private static RazorComponentResult<ShowTranscript>? ByCourses(Guid id, Visit visit, Words words, SiteAddress site, HttpContext http, string? edition = null) => Page(new LearnerId(id), visit, words, site, http, edition, isCourses: true);

    /// <summary>What a page shows: an edition to the byte, or what holds.</summary>
    internal static (TranscriptSheet Sheet, IssuedMark Mark, FrozenRecordId? Edition)? Shown(LearnerId learner, Visit visit, Words words, string site, string? edition)
    {
        var issued = RecordRows.Of(visit.Db, visit.Scope, learner);
        if (edition is { Length: > 0 })
            return issued.All.FirstOrDefault(one => one.Record.Code == RecordCode.Read(edition)) is { Record: { } record } found && RecordRows.BytesOf(visit.Db, visit.Scope, learner, record.Id) is { } bytes
                && RecordFile.Read(bytes)?.Sheet() is { } kept ? (kept, IssuedMark.Of(record, found.State, site), record.Id) : null;
        return MakeRecord.Read(visit.Db, visit.Scope, learner, MakeRecord.Ask(visit, words)) is { } read ? (Transcript.From(read.Facts).Sheet, IssuedMark.None(visit.Today), null) : null;
    }

    private static RazorComponentResult<ShowTranscript>? Page(LearnerId id, Visit visit, Words words, SiteAddress site, HttpContext http, string? edition, bool isCourses)
    {
        if (visit.Scope.Find(id) is not { } learner || Shown(id, visit, words, site.Of(visit.Served), edition) is not { } shown) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Learner = learner, shown.Sheet, shown.Mark, shown.Edition, IsCourses = isCourses, Issued = RecordRows.Of(visit.Db, visit.Scope, id) }) { PreventStreamingRendering = true };
    }

    /// <summary>The signed file: the edition that is asked for, to the byte, or a copy of what holds.</summary>
    private static async Task<IResult?> Send(Guid id, Visit visit, Words words, HttpContext http, string? edition = null)
    {
        var learner = new LearnerId(id);
        if (visit.Scope.Find(learner) is not { } found) return null;
        var issued = RecordRows.Of(visit.Db, visit.Scope, learner).All.FirstOrDefault(one => edition is { Length: > 0 } && one.Record.Code == RecordCode.Read(edition)).Record;
        if (edition is { Length: > 0 } && issued is null) return null;
        var ask = MakeRecord.Ask(visit, words);
        var bytes = issued is not null ? RecordRows.BytesOf(visit.Db, visit.Scope, learner, issued.Id)
            : MakeRecord.Of(visit.Db, MakeRecord.Read(visit.Db, visit.Scope, learner, ask)!, null, ask, words.Language, await new Signing.RecordKeys(visit.Served.Folder, visit.Served.District!).Signer());
        if (bytes is null) return null;
        await visit.Tell(turn => turn.Tell(JournalAct.Exported, learner, new { record = true, code = issued?.Code }), purpose: "record");
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(bytes, "application/json", $"record-{(issued is null ? $"{found.Id.Value:N}"[..8] : issued.Code)}.json");
    }
}
