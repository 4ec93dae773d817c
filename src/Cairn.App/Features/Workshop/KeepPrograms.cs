using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Programs of schools, and who lives under them: a pilot beside the graded school has rules of its own.</summary>
public partial class KeepPrograms
{
    private const string Route = "/programs";

    /// <summary>The programs, each with where it runs and how many learners live under it.</summary>
    [Parameter] public IReadOnlyList<Row> Rows { get; set; } = [];

    /// <summary>Where a program can run.</summary>
    [Parameter] public IReadOnlyList<Organization> Organizations { get; set; } = [];

    /// <summary>Groups whose learners can be put into one.</summary>
    [Parameter] public IReadOnlyList<LearningGroup> Groups { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>A program.</summary>
    public sealed record Row(ProgramId Id, string Name, string Where, int Learners);

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, (Visit visit, Words words) => Page(visit, Typed.Of(words)));
        workshop.MapPost(Route, Make);
        workshop.MapPost($"{Route}/learners", Put);
    }

    private static RazorComponentResult<KeepPrograms> Page(Visit visit, Typed typed)
    {
        var places = visit.Db.Organizations.AsNoTracking().Where(one => one.Kind != OrganizationKind.Partner).OrderBy(one => one.Kind).ThenBy(one => one.Name).ToList();
        var counts = visit.Scope.Learners.Where(one => one.EndedAt == null && one.Program != null).GroupBy(one => one.Program).Select(one => new { one.Key, Count = one.Count() }).ToList();
        return new(new
        {
            Rows = (IReadOnlyList<Row>)[.. visit.Db.Programs.AsNoTracking().OrderBy(one => one.Name).ToList()
                .Select(one => new Row(one.Id, one.Name, places.FirstOrDefault(place => place.Id == one.Organization)?.Name ?? "", counts.FirstOrDefault(count => count.Key == one.Id)?.Count ?? 0))],
            Organizations = (IReadOnlyList<Organization>)places, Groups = visit.Scope.Groups(), Typed = typed,
        }) { PreventStreamingRendering = true };
    }

    private static async Task<IResult> Make(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var name = typed.Text("name", Draft.LongestTitle, isNeeded: true);
        var where = new OrganizationId(typed.Id("organization"));
        if (!visit.Db.Organizations.Any(one => one.Id == where && one.Kind != OrganizationKind.Partner)) typed.Refuse("organization", words["form.choose"]);
        if (!typed.IsGood) return Page(visit, typed);
        var isMade = await visit.Write(turn =>
        {
            // Asked in the turn, so that of two who send at once one is told.
            if (turn.Db.Programs.Any(one => one.Organization == where && one.Name == name)) return false;
            turn.Db.Add(new Cairn.Learning.People.Program(new ProgramId(Guid.CreateVersion7()), where, name));
            return true;
        });
        if (isMade) return Results.Redirect(Door.Path + Route);
        typed.Refuse("name", words["workshop.program.taken", ("name", name)]);
        return Page(visit, typed);
    }

    /// <summary>Puts the learners of a group into a program, or back under the rules of their school.</summary>
    private static async Task<IResult> Put(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var group = visit.Scope.Groups().FirstOrDefault(one => one.Id.Value == typed.Id("group"));
        var program = visit.Db.Programs.AsNoTracking().FirstOrDefault(one => one.Id == new ProgramId(typed.Id("program")));
        if (group is null) typed.Refuse("group", words["form.choose"]);
        if (program is null && typed["program"] != "none") typed.Refuse("program", words["form.choose"]);
        if (!typed.IsGood) return Page(visit, typed);
        var school = program is null ? null : visit.Db.Organizations.AsNoTracking().FirstOrDefault(one => one.Kind == OrganizationKind.School && one.Id == program.Organization);
        var others = await visit.Write(turn =>
        {
            // A program takes in its own school's learners: a school is never changed by the way.
            var learners = new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now).LearnersOf(group!.Id).ToList();
            var elsewhere = school is null ? 0 : learners.Count(one => one.School is { } own && own != school.Id);
            if (elsewhere > 0) return elsewhere;
            foreach (var learner in learners)
            {
                turn.Change(learner, one => one.BelongsTo(one.School ?? school?.Id, program?.Id));
                turn.ConcludeWhole(learner.Id);
            }

            return 0;
        });
        if (others == 0) return Results.Redirect(Door.Path + Route);
        typed.Refuse("program", words["workshop.program.otherSchool", ("program", program!.Name), ("school", school!.Name), ("count", others)]);
        return Page(visit, typed);
    }
}
