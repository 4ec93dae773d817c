using Cairn.App.Access;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Grades;

/// <summary>A letter about grades that are not final, for somebody outside who asks: it says that they are interim, from how much, and by which version of the table.</summary>
public partial class PrintInterim
{
    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>What the school is called; empty for none.</summary>
    [Parameter] public string School { get; set; } = "";

    /// <summary>Grades under way that the table says something of.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<StandingGrade> Rows { get; set; } = [];

    private GradeWords Say => new(Words);

    private IEnumerable<GradeConversion> Tables => Rows.Select(one => one.Conversion!).DistinctBy(one => one.Id);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{GradesDoor.Route}/letter", Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();

    private static RazorComponentResult<PrintInterim>? Show(Guid id, Visit visit, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (GradesDoor.Find(visit, id) is not var (learner, grades)) return null;
        var school = learner.School is { } at ? visit.Db.Organizations.AsNoTracking().FirstOrDefault(one => one.Id == at)?.Name : null;
        return new(new { Learner = learner, School = school ?? "", Rows = (IReadOnlyList<StandingGrade>)[.. grades.UnderWay.Where(one => one.Grade is { IsDefined: true })] }) { PreventStreamingRendering = true };
    }
}
