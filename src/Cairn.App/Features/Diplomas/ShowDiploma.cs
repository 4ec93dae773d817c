using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Diplomas;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Diplomas;

/// <summary>How a learner stands to their diploma: each requirement, what it is met by, what is missing and why, what would be if, and what was decided.</summary>
public partial class ShowDiploma
{
    internal const string Route = "/learners/{id:guid}/diploma";

    /// <summary>The learner, the rules and the audit.</summary>
    [Parameter, EditorRequired] public AuditOf Own { get; set; } = null!;

    /// <summary>The audit that is shown: by the learner's own rules, or by others to compare; null where they are under none.</summary>
    [Parameter] public DiplomaAudit? Audit { get; set; }

    /// <summary>Its rows.</summary>
    [Parameter] public IReadOnlyList<AuditNode> Tree { get; set; } = [];

    /// <summary>What would be if.</summary>
    [Parameter] public WhatIfView? If { get; set; }

    /// <summary>Other rules, each with how many gaps there would be.</summary>
    [Parameter] public IReadOnlyList<(DiplomaPlan Plan, int Gaps, bool IsMet)> Others { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();

    private static RazorComponentResult<ShowDiploma>? Show(Guid id, Visit visit, Words words, HttpContext http, string? rules = null)
    {
        if (AuditOf.Read(visit, new LearnerId(id)) is not { } own) return null;
        var asked = string.IsNullOrEmpty(rules) ? (Guid?)null : Guid.TryParse(rules, out var other) ? other : Guid.Empty;
        if (asked is { } beside && !RulesBeside(own).Any(one => one.Id.Value == beside)) return null;
        return Page(own, visit, words, http, Typed.Of(words), asked, [.. http.Request.Query["suppose"].OfType<string>()]);
    }

    internal static RazorComponentResult<ShowDiploma> Page(AuditOf own, Visit visit, Words words, HttpContext http, Typed typed, Guid? rules = null, IReadOnlyList<string>? suppose = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var other = RulesBeside(own).FirstOrDefault(one => one.Id.Value == rules);
        var audit = other is null ? own.Audit : AuditOf.By(own.File, other, ReadPolicies.Of(other), visit.Today);
        return new(new
        {
            Own = own, Audit = audit, Typed = typed,
            Tree = audit is null ? [] : AuditTree.Of(audit, own.File, new AuditWords(words, visit, own.File.Learner), words, visit),
            If = audit is null || audit.IsMet ? null : WhatIfView.Of(audit, own.File, suppose ?? [], visit, words),
            Others = (IReadOnlyList<(DiplomaPlan, int, bool)>)[.. RulesBeside(own).Select(one => (one, AuditOf.By(own.File, one, ReadPolicies.Of(one), visit.Today))).Select(one => (one.one, one.Item2.Gaps.Count, one.Item2.IsMet))],
        }) { PreventStreamingRendering = true };
    }

    /// <summary>Rules that a learner is not under and may look at beside their own: those of their class where they chose others, alternates, and those of other classes.</summary>
    internal static IEnumerable<DiplomaPlan> RulesBeside(AuditOf own) =>
        new[] { own.Under.IsChosen ? own.Under.Own : null }.OfType<DiplomaPlan>().Concat(own.Under.Alternates).Concat(own.Under.OtherVersions).Where(one => one.Id != own.Under.Plan?.Id).DistinctBy(one => one.Id);

    internal static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/diploma";
}
