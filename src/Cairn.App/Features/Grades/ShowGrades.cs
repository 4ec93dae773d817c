using Cairn.App.Access;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Grades;

/// <summary>What a learner's levels are as letters and numbers: of credit that was earned, and so far of what is under way.</summary>
public partial class ShowGrades
{
    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The grades.</summary>
    [Parameter, EditorRequired] public LearnerGrades Grades { get; set; } = null!;

    private GradeWords Say => new(Words);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(GradesDoor.Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();

    private static RazorComponentResult<ShowGrades>? Show(Guid id, Visit visit, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return GradesDoor.Find(visit, id) is var (learner, grades) ? new(new { Learner = learner, Grades = grades }) { PreventStreamingRendering = true } : null;
    }
}
