using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.Learning;

namespace Cairn.App.Features.Imports;

/// <summary>POST /imports/roles/{id}: a leader confirms or turns down a role that a roster claims. Nobody decides about themselves.</summary>
internal static class SettleRole
{
    public static void Map(IEndpointRouteBuilder imports) => imports.MapPost("/roles/{id:guid}", Settle);

    private static async Task<IResult?> Settle(Guid id, Visit visit, HttpContext http)
    {
        var decision = (await SentForm.Of(http.Request))["decision"].ToString();
        if (id == visit.Actor!.Person || decision is not ("confirm" or "turn-down")) return null;
        var isSettled = await visit.Served.District!.Writer.Alone(turn =>
        {
            var educator = new EducatorId(id);
            if (turn.Db.Educators.FirstOrDefault(one => one.Id == educator && one.ClaimedRole != "" && one.EndedAt == null) is not { } found) return false;
            found.Settle(decision == "confirm");
            return true;
        });
        return isSettled ? Results.Redirect(ImportsDoor.Path) : null;
    }
}
