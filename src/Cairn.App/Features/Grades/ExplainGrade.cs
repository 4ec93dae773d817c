using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Grades;

/// <summary>Why a grade is what it is: the levels it reads, the arithmetic to the digit, the row of the table, and what the table leaves out.</summary>
public partial class ExplainGrade
{
    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The grade.</summary>
    [Parameter, EditorRequired] public StandingGrade Grade { get; set; } = null!;

    private GradeWords Say => new(Words);

    private bool IsFamily => Visit.Actor!.Kind is ActorKind.Guardian or ActorKind.Learner;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{GradesDoor.Route}/{{key}}", Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();

    private static RazorComponentResult<ExplainGrade>? Show(Guid id, string key, Visit visit, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return GradesDoor.Find(visit, id) is var (learner, grades) && grades.Find(key) is { Grade: not null } grade ? new(new { Learner = learner, Grade = grade }) { PreventStreamingRendering = true } : null;
    }

    private (int Step, string Text) Look(GradedLevel level) => level.Scale is not { } scale ? (3, Say.Number(level.Level))
        : level.IsContinuum ? (LevelLook.Step(level.Level, scale, level.Stage, true), IsFamily ? Words["grade.level.stage"] : Say.Number(level.Level))
        : (LevelLook.Step(level.Level, scale, null, false), LevelLook.Text(scale.WithNumber(level.Level) ?? scale.LevelOf(level.Level), Words, LevelLook.Step(level.Level, scale, null, false)));
}
