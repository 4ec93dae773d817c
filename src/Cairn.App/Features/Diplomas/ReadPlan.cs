using System.Text;
using Cairn.App.Access;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Policies;
using Cairn.Storage.Diplomas;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Diplomas;

/// <summary>One version of a diploma's rules, as anybody may read it: what it asks, for whom, since when, and what is otherwise than before.</summary>
public partial class ReadPlan
{
    private const string Route = "/diplomas/plans/{plan:guid}";

    /// <summary>The version.</summary>
    [Parameter, EditorRequired] public DiplomaPlan Plan { get; set; } = null!;

    /// <summary>What it asks.</summary>
    [Parameter, EditorRequired] public Policy Policy { get; set; } = null!;

    /// <summary>The version before it; null for the first.</summary>
    [Parameter] public DiplomaPlan? Before { get; set; }

    /// <summary>What is otherwise than before.</summary>
    [Parameter] public IReadOnlyList<PolicyChange> Changes { get; set; } = [];

    /// <summary>Names of who wrote and adopted it.</summary>
    [Parameter] public IReadOnlyDictionary<Guid, string> Names { get; set; } = new Dictionary<Guid, string>();

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators).InFamilyLanguages();
        routes.MapGet($"{Route}/policy.json", Send).For(Who.Family | Who.Educators);
    }

    private static RazorComponentResult<ReadPlan>? Show(Guid plan, Visit visit)
    {
        var all = DiplomaPlanRows.All(visit.Db);
        if (all.FirstOrDefault(one => one.Id.Value == plan) is not { } found) return null;
        var (policy, before) = (ReadPolicies.Of(found), all.Where(one => one.Code == found.Code && one.Number < found.Number).MaxBy(one => one.Number));
        PersonId?[] people = visit.Actor!.IsEducator ? [found.By, found.DraftedBy] : [];
        return new(new
        {
            Plan = found, Policy = policy, Before = before, Changes = before is null ? [] : PolicyDiff.Between(ReadPolicies.Of(before), policy), Names = DiplomaRows.NamesOf(visit.Db, people.OfType<PersonId>()),
        }) { PreventStreamingRendering = true };
    }

    private static IResult? Send(Guid plan, Visit visit) =>
        DiplomaPlanRows.All(visit.Db).FirstOrDefault(one => one.Id.Value == plan) is { } found ? Results.File(Encoding.UTF8.GetBytes(found.Rules), "application/json", FormattableString.Invariant($"{Name(found.Code)}-{found.Number}.json")) : null;

    private static string Name(string code) => new([.. code.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-')]);

    internal static string PathOf(DiplomaPlanId plan) => $"{ListPlans.Route}/{plan.Value:N}";
}
