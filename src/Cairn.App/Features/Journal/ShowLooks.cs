using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Journal;

/// <summary>GET /learners/{id}/looks: who saw a learner's record or changed it, when, in what relation and why, for the family and the learner.</summary>
public partial class ShowLooks
{
    private const int ShownAPage = 50;
    private const int LastPage = 2000;

    /// <summary>Whose record.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The entries of this page.</summary>
    [Parameter] public IReadOnlyList<JournalLine> Lines { get; set; } = [];

    /// <summary>The page, from 1.</summary>
    [Parameter] public int Page { get; set; } = 1;

    /// <summary>Are there older ones?</summary>
    [Parameter] public bool HasMore { get; set; }

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/learners/{id:guid}/looks", Show).For(Who.Family | Who.DistrictLeaders | Who.PrivacyOfficers, Rights.SeeRecord).InFamilyLanguages();

    private static RazorComponentResult<ShowLooks>? Show(Guid id, Visit visit, HttpContext http, string? page = null)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var at = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, LastPage) : 1;
        var (lines, hasMore) = visit.Scope.LooksAt(learner.Id, (at - 1) * ShownAPage, ShownAPage);
        http.Response.Headers.CacheControl = "private, no-store";
        return new RazorComponentResult<ShowLooks>(new { Learner = learner, Lines = lines, Page = at, HasMore = hasMore }) { PreventStreamingRendering = true };
    }
}
