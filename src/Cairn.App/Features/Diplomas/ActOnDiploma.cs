using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Signing;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Learning.Policies;
using Cairn.Storage.Diplomas;
using Cairn.Storage.Plans;

namespace Cairn.App.Features.Diplomas;

/// <summary>POST /learners/{id}/diploma/…: choose other rules, pin an achievement to a requirement, award the diploma. For those who keep the official record.</summary>
internal static class ActOnDiploma
{
    private const int Longest = 2000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost($"{ShowDiploma.Route}/choice", Choose).For(Who.Educators, Rights.Certify);
        routes.MapPost($"{ShowDiploma.Route}/pins", Pin).For(Who.Educators, Rights.Certify);
        routes.MapPost($"{ShowDiploma.Route}/pins/{{pin:guid}}", Unpin).For(Who.Educators, Rights.Certify);
        routes.MapPost($"{ShowDiploma.Route}/award", Award).For(Who.Educators, Rights.Certify);
    }

    private static async Task<IResult?> Choose(Guid id, Visit visit, Words words, HttpContext http)
    {
        var (learner, typed) = (new LearnerId(id), await Typed.Read(http, words));
        if (AuditOf.Read(visit, learner) is not { } own) return null;
        var (code, reason) = (typed["code"], typed.Text("reason", Longest, isNeeded: true));
        if (!typed.IsGood) return ShowDiploma.Page(own, visit, words, http, typed);
        var done = await visit.Write(turn => DiplomaRows.Choose(turn, visit.ScopeOf(turn), learner, code, visit.Today), reason, "diploma");
        return done == RowChange.Done ? Results.Redirect(ShowDiploma.PathOf(learner)) : null;
    }

    private static async Task<IResult?> Pin(Guid id, Visit visit, Words words, HttpContext http)
    {
        var (learner, typed) = (new LearnerId(id), await Typed.Read(http, words));
        if (AuditOf.Read(visit, learner) is not { Audit: { } audit } own) return null;
        var (achievement, leaf, reason) = (typed["achievement"], typed["leaf"], typed.Text("reason", Longest, isNeeded: true));
        // Only what is in the record, and a leaf that takes it.
        if (audit.Find(achievement) is not { } what || !audit.Audit.Findings.Any(one => one.Node is Leaf found && found.Path == leaf && found.Takes(what.Achievement, audit.Ask.Facts))) typed.Refuse("leaf", words["diploma.pin.cannot"]);
        if (!typed.IsGood) return ShowDiploma.Page(own, visit, words, http, typed);
        var done = await visit.Write(turn => DiplomaRows.Pin(turn, visit.ScopeOf(turn), learner, audit.Plan.Code, achievement, leaf, reason), purpose: "diploma");
        return done == RowChange.Done ? Results.Redirect(ShowDiploma.PathOf(learner)) : null;
    }

    private static async Task<IResult?> Unpin(Guid id, Guid pin, Visit visit, Words words, HttpContext http)
    {
        var (learner, typed) = (new LearnerId(id), await Typed.Read(http, words));
        if (AuditOf.Read(visit, learner) is not { } own) return null;
        var seen = int.TryParse(typed.Seen, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var done = await visit.Write(turn => DiplomaRows.Unpin(turn, visit.ScopeOf(turn), learner, new DiplomaPinId(pin), seen), purpose: "diploma");
        if (done == RowChange.NotFound) return null;
        if (done == RowChange.Done) return Results.Redirect(ShowDiploma.PathOf(learner));
        typed.IsOvertaken = true;
        return ShowDiploma.Page(own, visit, words, http, typed);
    }

    // The audit is made again in the turn: what was shown counts only where it still is so.
    private static async Task<IResult?> Award(Guid id, Visit visit, Words words, HttpContext http)
    {
        var (learner, typed) = (new LearnerId(id), await Typed.Read(http, words));
        if (AuditOf.Read(visit, learner) is not { } own) return null;
        // What cannot be undone asks: with it the official record is closed.
        if (!typed.IsOn("sure")) typed.Refuse("sure", words["diploma.award.sure.needed"]);
        if (!typed.IsGood) return ShowDiploma.Page(own, visit, words, http, typed);
        var make = await MakeRecord.Maker(learner, visit, words);
        var (fault, award) = await visit.Write(turn => DiplomaAwarding.Award(turn, visit.ScopeOf(turn), learner, () => AuditOf.OnTurn(visit, turn, learner),
            file => AuditOf.Of(file, DiplomaPlanRows.All(turn.Db), visit.Today).Audit is { } audit ? (audit, FrozenAudit.Text(audit)) : null, typed.Seen, visit.Today, make(turn)), purpose: "diploma");
        if (fault == DiplomaFault.NotFound) return null;
        if (award is not null) return Results.Redirect(ShowAward.PathOf(learner, award.Id));
        typed.Refuse("award", words[$"diploma.award.{fault}"]);
        return ShowDiploma.Page(AuditOf.Read(visit, learner) ?? own, visit, words, http, typed);
    }
}
