using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>What everything concludes by at a place: what is in force, where it comes from, and what comes.</summary>
public partial class ShowRules
{
    /// <summary>The framework and its rules.</summary>
    [Parameter, EditorRequired] public Governed Governed { get; set; } = null!;

    /// <summary>The place that is looked at.</summary>
    [Parameter] public PolicyPlace Place { get; set; }

    /// <summary>The place as the address says it.</summary>
    [Parameter] public string PlaceText { get; set; } = Governed.District;

    private Rulebook Now => Governed.RulesAt(Visit.Now, Place);

    private IEnumerable<RuleAssignment> Coming => Governed.Rules.Where(one => one.EffectiveFrom > Visit.Now).OrderBy(one => one.EffectiveFrom).ThenBy(one => one.Number);

    private ReasonWords Reasons => new(Words);

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet("/frameworks/{id:guid}/rules", Show);
        workshop.MapPost("/frameworks/{id:guid}/rules", Withdraw);
    }

    private static RazorComponentResult<ShowRules>? Show(Guid id, Visit visit, string? place = null)
    {
        if (Governed.Find(visit, id) is not { } governed || governed.PlaceOf(place ?? "") is not { } at) return null;
        return new(new { Governed = governed, Place = at, PlaceText = place ?? Governed.District }) { PreventStreamingRendering = true };
    }

    /// <summary>Takes back a rule that has not begun; one that has is part of the past.</summary>
    private static async Task<IResult?> Withdraw(Guid id, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var (framework, rule) = (new FrameworkId(id), new RuleId(typed.Id("withdraw")));
        if (!visit.Db.Frameworks.AsNoTracking().Any(one => one.Id == framework)) return null;
        await visit.Write(turn =>
        {
            if (turn.Db.Rules.FirstOrDefault(one => one.Id == rule && one.Framework == framework && one.EffectiveFrom > turn.Now) is not { } coming) return false;
            turn.Db.Remove(coming);
            turn.ChangeFramework();
            return true;
        });
        return Results.Redirect($"{Draft.PathOf(framework)}/rules");
    }
}
