using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Families;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Transcripts;

/// <summary>What a school says of itself on its transcripts. Every change is a new version, and what was issued keeps the one it was issued with.</summary>
public partial class EditProfile
{
    private const string Route = "/transcripts/profile";
    private const int Longest = 600;
    private const int LongestLine = 120;

    /// <summary>The schools whose profile the reader may write.</summary>
    [Parameter] public IReadOnlyList<Organization> Schools { get; set; } = [];

    /// <summary>May they write the district's too?</summary>
    [Parameter] public bool WritesDistrict { get; set; }

    /// <summary>The school that is written about; null for the district.</summary>
    [Parameter] public OrganizationId? School { get; set; }

    /// <summary>The version that holds; null for none.</summary>
    [Parameter] public SchoolProfile? Newest { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Registrars);
        routes.MapPost(Route, Write).For(Who.Registrars);
    }

    private static RazorComponentResult<EditProfile>? Show(Visit visit, Words words, HttpContext http, string? school = null)
    {
        var (place, isThere) = Place(visit, school);
        if (!isThere) return null;
        var newest = Of(visit, place);
        return Page(visit, http, place, Typed.Of(words, ("title", newest?.Title), ("about", newest?.About), ("credit", newest?.HowCredit), ("signer", newest?.Signer), ("contact", newest?.Contact), ("code", newest?.SchoolCode)));
    }

    private static async Task<IResult?> Write(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var (place, isThere) = Place(visit, typed["school"]);
        if (!isThere) return null;
        var said = (typed.Text("title", LongestLine, isNeeded: true), typed.Text("about", Longest), typed.Text("credit", Longest), typed.Text("signer", LongestLine, isNeeded: true), typed.Text("contact", LongestLine * 2), typed.Text("code", 20));
        if (!typed.IsGood) return Page(visit, http, place, typed);
        switch (await visit.Write(turn => ProfileRows.Write(turn, visit.ScopeOf(turn), place, typed.WholeOrNone(Typed.SeenName, 0, int.MaxValue) ?? 0, said)))
        {
            case Changed.Done: return Results.Redirect(place is { } school ? $"{Route}?school={school.Value:N}" : Route);
            case Changed.NotThere: return null;
            default: typed.IsOvertaken = true; return Page(visit, http, place, typed);
        }
    }

    // Of whom the whole district is not, the first school that is.
    private static (OrganizationId? School, bool IsThere) Place(Visit visit, string? said)
    {
        if (Guid.TryParse(said, out var id)) return (new OrganizationId(id), ProfileRows.MayWrite(visit.Actor!, new OrganizationId(id)) && visit.Db.Organizations.Any(one => one.Id == new OrganizationId(id)));
        if (ProfileRows.MayWrite(visit.Actor!, null)) return (null, true);
        return ProfileRows.Schools(visit.Db, visit.Actor!) is [var first, ..] ? (first.Id, true) : (null, false);
    }

    private static SchoolProfile? Of(Visit visit, OrganizationId? school) => ProfileRows.All(visit.Db).Where(one => one.School == school).MaxBy(one => one.Number);

    private static RazorComponentResult<EditProfile> Page(Visit visit, HttpContext http, OrganizationId? school, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (!typed.IsGood || typed.IsOvertaken) http.Response.StatusCode = typed.IsOvertaken ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return new(new { Schools = ProfileRows.Schools(visit.Db, visit.Actor!), WritesDistrict = ProfileRows.MayWrite(visit.Actor!, null), School = school, Newest = Of(visit, school), Typed = typed }) { StatusCode = http.Response.StatusCode, PreventStreamingRendering = true };
    }
}
