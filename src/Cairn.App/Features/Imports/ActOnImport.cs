using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;

namespace Cairn.App.Features.Imports;

/// <summary>POST /imports/{id}/apply, /discard and /undo: what a leader does about an import. A second press changes nothing more.</summary>
internal static class ActOnImport
{
    public static void Map(IEndpointRouteBuilder imports)
    {
        imports.MapPost("/{id:guid}/apply", Apply);
        imports.MapPost("/{id:guid}/discard", Discard);
        imports.MapPost("/{id:guid}/undo", Undo);
    }

    private static async Task<IResult?> Apply(Guid id, Visit visit, Words words, ImportWork work, HttpContext http)
    {
        if (ImportRuns.Find(visit.Db, id) is not { } run) return null;
        var isMeant = (await SentForm.Of(http.Request))["leave"] == "true";
        // What the page told may be wrong by now: it is looked at again, and comes in by a second press.
        if (RunLooks.CanLookAgain(run, work.Of(id)) && ImportRuns.IsOld(visit.Db, run))
            return work.LookAgain(run, visit.Today) ? Results.Redirect(ImportsDoor.PathOf(id)) : ShowImport.Page(run, visit, work, words["imports.bring.full"]);
        if (!RunLooks.CanApply(run, work.Of(id))) return Results.Redirect(ImportsDoor.PathOf(id));
        if (run.Summary.AreManyLeaving && !isMeant) return ShowImport.Page(run, visit, work, words["imports.apply.many.needed"]);
        return work.Apply(run, visit.Actor!.Person, visit.Today, isMeant) ? Results.Redirect(ImportsDoor.PathOf(id)) : ShowImport.Page(run, visit, work, words["imports.bring.full"]);
    }

    private static async Task<IResult?> Discard(Guid id, Visit visit, ImportWork work)
    {
        if (ImportRuns.Find(visit.Db, id) is not { AppliedAt: null } || work.Of(id) is not null) return null;
        await visit.Write(turn => ImportRuns.Discard(turn, id));
        return Results.Redirect(ImportsDoor.Path);
    }

    private static IResult? Undo(Guid id, Visit visit, Words words, ImportWork work)
    {
        if (ImportRuns.Find(visit.Db, id) is not { } run) return null;
        if (work.Of(id) is not null || !Undoing.Of(visit.Db, run).IsPossible) return Results.Redirect(ImportsDoor.PathOf(id));
        return work.Undo(id, visit.Actor!.Person, visit.Today) ? Results.Redirect(ImportsDoor.PathOf(id)) : ShowImport.Page(run, visit, work, words["imports.bring.full"]);
    }
}
