using System.Security.Cryptography;
using System.Text;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Families;
using Cairn.Storage.Privacy;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Cairn.App.Features.Transcripts;

/// <summary>Links to a learner's transcript: who has one, until when, who opened it, and an end to it. The link itself is shown once and kept nowhere.</summary>
public partial class ShareTranscript
{
    internal const string Public = "/t/{token}";
    private const string Route = "/learners/{id:guid}/transcript/shares";
    private const int LongestName = 120;
    private const int SecretBytes = 32;
    private const int UsualDays = 30;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The links, newest first.</summary>
    [Parameter] public IReadOnlyList<ShareLine> Lines { get; set; } = [];

    /// <summary>May the reader see who has a link? Who only teaches may not: to whom a family shows a transcript is theirs to know.</summary>
    [Parameter] public bool Sees { get; set; }

    /// <summary>The grounds that whoever reads may give; none for who may only look.</summary>
    [Parameter] public IReadOnlyList<ReleaseBasis> Grounds { get; set; } = [];

    /// <summary>The link that was just made; null for none.</summary>
    [Parameter] public string? Made { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost(Route, Share).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost($"{Route}/{{share:guid}}", Revoke).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
    }

    /// <summary>The hash that a link is found by.</summary>
    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static RazorComponentResult<ShareTranscript>? Show(Guid id, Visit visit, Words words, HttpContext http) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, http, Fresh(visit, words)) : null;

    private static Typed Fresh(Visit visit, Words words) =>
        Typed.Of(words, ("until", visit.Today.AddDays(UsualDays).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("format", ShareFormat.Both), ("works", true));

    private static async Task<IResult?> Share(Guid id, Visit visit, Words words, SiteAddress site, HttpContext http)
    {
        if (Find(id, visit) is not { } learner) return await NotTheirs(http, visit, id);
        var typed = await Typed.Read(http, words);
        var (whom, ground, until) = (typed.Text("whom", LongestName, isNeeded: true), typed.Text("ground", LongestName * 2), typed.Day("until"));
        var (format, basis) = (typed.Choice<ShareFormat>("format"), typed.Choice<ReleaseBasis>("basis"));
        if (until is { } day && (day < visit.Today || day > visit.Today.AddDays(TranscriptShare.MostDays))) typed.Refuse("until", words["transcript.share.until.wrong", ("until", words.Date(visit.Today.AddDays(TranscriptShare.MostDays)))]);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        var token = Secret(http, typed.Once($"share {learner.Id.Value:N}", visit.Actor!.Person));
        var hash = HashOf(token);
        var wish = new ShareWish(whom, format, basis, ground, typed.IsOn("works"), typed.IsOn("birth"), visit.EndOf(until!.Value));
        switch (await visit.Write(turn => ShareRows.Make(turn, new TranscriptShareId(NamedId.Of("share", hash)), visit.ScopeOf(turn), learner.Id, wish, hash, visit.Today), purpose: basis.ToString()))
        {
            case ShareOutcome.NotThere: return null;
            case ShareOutcome.TooMany: typed.Refuse("whom", words["transcript.share.tooMany", ("count", ShareRows.MostOpen)]); break;
            case ShareOutcome.NoGround:
                typed.Refuse("basis", words[$"transcript.share.noGround.{basis}"]);
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
            // Shown once, in the answer to who made it: it stands in no address and in no table.
            default: return Page(learner, visit, http, Fresh(visit, words), $"{site.Of(visit.Served)}/t/{token}");
        }

        return Page(learner, visit, http, typed);
    }

    // The same form, sent again in the same session, is given the same secret: by a double click too the link that is seen is the one that was made, and it is kept nowhere all the same.
    private static string Secret(HttpContext http, Guid form) => WebEncoders.Base64UrlEncode(
        SessionCookie.Read(http.Request) is { Length: > 0 } session ? HMACSHA256.HashData(Encoding.UTF8.GetBytes(session), form.ToByteArray()) : RandomNumberGenerator.GetBytes(SecretBytes));

    private static async Task<IResult?> Revoke(Guid id, Guid share, Visit visit, Words words, HttpContext http)
    {
        if (Find(id, visit) is not { } learner) return await NotTheirs(http, visit, id);
        var typed = await Typed.Read(http, words);
        var seen = typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0;
        return await visit.Write(turn => ShareRows.Revoke(turn, visit.ScopeOf(turn), learner.Id, new TranscriptShareId(share), seen)) switch
        {
            Changed.NotThere => null,
            // Whoever took it back first: it is what was wanted.
            _ => Results.Redirect(PathOf(learner)),
        };
    }

    private static RazorComponentResult<ShareTranscript> Page(Learner learner, Visit visit, HttpContext http, Typed typed, string? made = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!typed.IsGood && http.Response.StatusCode == StatusCodes.Status200OK) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return new(new { Learner = learner, Lines = ShareRows.Of(visit.Db, visit.Scope, learner.Id), Sees = ShareRows.MaySee(visit.Scope, learner.Id), Grounds = GroundsOf(learner, visit), Made = made, Typed = typed }) { PreventStreamingRendering = true };
    }

    private static IReadOnlyList<ReleaseBasis> GroundsOf(Learner learner, Visit visit) =>
        RightsHolders.Has(visit.Db, visit.Actor!, learner, visit.Today, visit.Now) ? [ReleaseBasis.OwnWish]
        : visit.Scope.May(learner.Id, Rights.Certify) ? [ReleaseBasis.Consent, ReleaseBasis.Enrollment, ReleaseBasis.Order, ReleaseBasis.Aid] : [];

    private static Learner? Find(Guid id, Visit visit) => ShareRows.MaySee(visit.Scope, new LearnerId(id)) ? visit.Scope.Find(new LearnerId(id)) : null;

    // Who sees the learner and keeps no official record is told that this is not theirs; nobody else learns that there is anybody.
    private static async Task<IResult?> NotTheirs(HttpContext http, Visit visit, Guid id)
    {
        if (visit.Scope.Find(new LearnerId(id)) is null) return null;
        await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        return SignedIn.Refuse(RefusalKind.NotAllowed);
    }

    internal static string PathOf(Learner learner) => $"{Visit.PathOf(learner.Id)}/transcript/shares";
}
