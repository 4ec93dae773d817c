using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Plans;

namespace Cairn.App.Features.Plans;

/// <summary>The learner, whoever cares for them and an educator sign what they read. What changes afterwards is not signed.</summary>
internal static class SignPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(PlansDoor.OfOne + "/sign", Sign).For(Who.Family | Who.Educators, Rights.SeeRecord);

    private static async Task<IResult?> Sign(Guid id, Guid plan, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || PlanRows.Find(visit.Db, visit.Scope, learner.Id, new LearningPlanId(plan)) is not { } read) return null;
        if (PlanRows.SignsAs(visit.Scope, learner.Id) is null) return SignedIn.Refuse(Ui.Layout.RefusalKind.NotAllowed);
        var typed = await Typed.Read(http, words);
        var form = new PlanForm(learner, new LearningPlanId(plan), typed, "signed");
        if (!typed.IsOn("read")) typed.Refuse("read", words["plan.sign.read.needed"]);
        if (!typed.IsGood) return form.Again(visit, http);
        var revision = typed.WholeOrNone("revision", 1, int.MaxValue) ?? 0;
        var isSigned = await visit.Write(turn => PlanRows.Sign(turn, new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now), learner.Id, new LearningPlanId(plan), revision), purpose: "plan");
        if (isSigned || read.Signed.HasSigned(new PersonId(visit.Actor!.Person))) return Results.Redirect($"{Visit.PathOf(learner.Id)}/plan?plan={plan:N}#signed");
        // It says something else by now: they read it anew and sign that.
        typed.Refuse("read", words["plan.sign.changed"]);
        return form.Again(visit, http);
    }
}
