using System.Globalization;
using System.Text;
using Cairn.App.Access;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Diplomas;

/// <summary>A class against its diplomas: how many stand how, what is missing most, and everybody with their cause and who can close it. For who keeps the official record.</summary>
public partial class ListCohort
{
    private const string Route = "/diplomas";
    private const int OnPage = 50;
    private const Who For = Who.Registrars | Who.Counselors | Who.Auditors;

    /// <summary>What was asked for.</summary>
    [Parameter, EditorRequired] public CohortAsk Ask { get; set; } = null!;

    /// <summary>The whole class.</summary>
    [Parameter, EditorRequired] public DiplomaCohort Cohort { get; set; } = null!;

    /// <summary>Whom the page shows.</summary>
    [Parameter] public IReadOnlyList<(Learner Learner, CohortLine Line)> Shown { get; set; } = [];

    /// <summary>The names of their counselors.</summary>
    [Parameter, EditorRequired] public ILookup<LearnerId, string> Counselors { get; set; } = null!;

    /// <summary>How many were asked for, the page from 1, and how many pages.</summary>
    [Parameter] public (int Count, int Page, int Pages) At { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(For);
        routes.MapGet($"{Route}/export", Export).For(For).WithMetadata(new Costly(Cost.Export));
    }

    private static RazorComponentResult<ListCohort> Show(Visit visit, HttpContext http, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "class")] string? classOf = null, string? state = null, string? cause = null, string? page = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var ask = CohortAsk.Of(classOf, state, cause, visit.Today);
        var read = CohortRead.Of(visit, ask.Class);
        List<CohortLine> asked = [.. read.Cohort.Lines.Where(one => ask.Takes(one, read.Cohort))];
        var pages = Math.Max(1, (asked.Count + OnPage - 1) / OnPage);
        var at = Math.Clamp(int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 1, 1, pages);
        return new(new
        {
            Ask = ask, read.Cohort, read.Counselors, At = (asked.Count, at, pages),
            Shown = (IReadOnlyList<(Learner, CohortLine)>)[.. asked.Skip((at - 1) * OnPage).Take(OnPage).Select(one => (read.Learners[one.Learner], one))],
        }) { PreventStreamingRendering = true };
    }

    // Whose records leave the house is in the journal before they do.
    private static async Task<IResult> Export(Visit visit, Words words, HttpContext http, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "class")] string? classOf = null, string? state = null, string? cause = null)
    {
        var ask = CohortAsk.Of(classOf, state, cause, visit.Today);
        var read = CohortRead.Of(visit, ask.Class);
        List<CohortLine> asked = [.. read.Cohort.Lines.Where(one => ask.Takes(one, read.Cohort))];
        await visit.Tell(turn => turn.Disclosed(JournalAct.Exported, asked.Select(one => one.Learner)), "diploma");
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CohortSheet.Of(asked, read, visit, words))], "text/csv; charset=utf-8", FormattableString.Invariant($"diplomas-{ask.Class}.csv"));
    }
}

/// <summary>A cohort as a sheet: a row for each gap, and one for whoever has none.</summary>
internal static class CohortSheet
{
    public static string Of(IEnumerable<CohortLine> lines, CohortRead read, Visit visit, Words words)
    {
        var (to, say) = (new StringWriter(CultureInfo.InvariantCulture), new RequirementWords(words));
        var names = new PolicyNames(visit);
        var sheet = new SheetWriter(to);
        sheet.Head("username", "familyName", "givenName", "classOf", "plan", "planVersion", "state", "met", "of", "credits", "creditsAsked", "requirement", "missing", "cause", "owner", "who", "fastest");
        foreach (var line in lines)
            foreach (var gap in line is { IsAwarded: false, Audit.Gaps: { Count: > 0 } gaps } ? gaps : (IReadOnlyList<DiplomaGap?>)[null])
            {
                var (learner, audit) = (read.Learners[line.Learner], line.Audit);
                var told = new AuditWords(words, visit, learner, names);
                sheet.Text(learner.Username).Text(learner.FamilyName).Text(learner.CalledName).Whole(learner.GraduationYear).Text(audit?.Plan.Code).Whole(audit?.Plan.Number)
                    .Own(line.IsAwarded ? "Awarded" : audit?.State.ToString() ?? line.Fault.ToString()).Whole(audit?.MetCount).Whole(audit?.EndCount).Number(audit?.CreditsHad).Number(audit?.CreditsAsked)
                    .Text(gap?.Gap is { } missing ? say.NameOf(missing.Node) : gap?.Path).Number(gap?.Gap?.Remaining).Own(gap?.Cause.ToString() ?? "").Own(gap?.Owner.ToString() ?? "")
                    .Text(gap is null ? "" : told.OwnerOf(gap, [.. read.Counselors[line.Learner]])).Text(gap is null || audit is null ? "" : string.Join(" ", told.FastestOf(gap, audit.Find)));
                sheet.End();
            }

        return to.ToString();
    }
}
