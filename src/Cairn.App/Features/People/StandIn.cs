using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;

namespace Cairn.App.Features.People;

/// <summary>POST /people/{person}/groups, and …/groups/{group}/end: an educator stands in for a group for some days; they see, and judge nothing.</summary>
internal static class StandIn
{
    private const int LongestDays = 120;

    public static void Map(IEndpointRouteBuilder people)
    {
        people.MapPost("/{person:guid}/groups", Begin);
        people.MapPost("/{person:guid}/groups/{group:guid}/end", End);
    }

    private static async Task<IResult?> Begin(Guid person, Visit visit, Words words, HttpContext http)
    {
        if (PeopleDoor.Find(visit, person) is null) return null;
        var typed = await Typed.Read(http, words);
        var (first, last) = (typed.PlannedDay("first", visit.Today), typed.PlannedDay("last", visit.Today));
        var group = visit.Scope.GroupsLed().FirstOrDefault(one => one.Id.Value == typed.Id("room") && one.EndedAt is null);
        if (group is null)
        {
            typed.Refuse("room", words["form.choose"]);
            // The form offers none but these: another one was asked for by hand, or is of another school since.
            if (typed.Id("room") != Guid.Empty) await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        }

        if (last < first || last > first?.AddDays(LongestDays)) typed.Refuse("last", words["people.standIn.long", ("most", LongestDays)]);
        if (!typed.IsGood) return ShowPerson.Page(visit, words, person, typed);
        var isMade = await visit.Write(turn =>
        {
            var (who, from) = (new EducatorId(person), first!.Value);
            var there = turn.Db.Teachings.Where(one => one.Educator == who && one.Group == group!.Id).ToList();
            if (there.Exists(one => one.From <= last && (one.Until is null || one.Until >= from) && !(one.Until < one.From))) return false;
            // One that was ended on its first day never was: its place is taken again.
            if (there.Find(one => one.From == from) is { } ended)
            {
                turn.Db.Entry(ended).Property(one => one.Until).CurrentValue = last;
                turn.Db.Entry(ended).Property(one => one.Role).CurrentValue = TeachingRole.Substitute;
                return true;
            }

            turn.Db.Add(new Teaching(who, group!.Id, from, last) { Role = TeachingRole.Substitute });
            return true;
        });
        if (isMade) return Results.Redirect(PeopleDoor.PathOf(new EducatorId(person)));
        typed.Refuse("room", words["people.standIn.is"]);
        return ShowPerson.Page(visit, words, person, typed);
    }

    private static async Task<IResult?> End(Guid person, Guid group, Visit visit, HttpContext http)
    {
        if (PeopleDoor.Find(visit, person) is null || visit.Scope.GroupsLed().All(one => one.Id.Value != group))
        {
            await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
            return null;
        }

        var isEnded = await visit.Write(turn =>
        {
            var (who, room, today) = (new EducatorId(person), new GroupId(group), visit.Today);
            var found = turn.Db.Teachings.Where(one => one.Educator == who && one.Group == room && one.Role == TeachingRole.Substitute && (one.Until == null || one.Until >= today)).ToList();
            foreach (var one in found) turn.Db.Entry(one).Property(each => each.Until).CurrentValue = today.AddDays(-1);
            return found.Count > 0;
        });
        return isEnded ? Results.Redirect(PeopleDoor.PathOf(new EducatorId(person))) : null;
    }
}
