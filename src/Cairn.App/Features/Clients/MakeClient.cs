using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Clients;

/// <summary>POST /other-systems: lets another system in. Its token is on the answer, and is never shown again.</summary>
internal static class MakeClient
{
    public static void Map(IEndpointRouteBuilder clients) => clients.MapPost("", Make).AddEndpointFilter(StepUp.Within(StepUp.UsualMinutes, ClientsDoor.Path));

    private static async Task<RazorComponentResult<ListClients>> Make(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var name = typed.Text("name", ClientTokens.LongestName, isNeeded: true);
        var days = typed.Whole("days", 1, ClientTokens.MostDays);
        var scopes = ClientScope.All.Where(one => typed.IsOn($"scope-{one}")).ToList();
        if (scopes.Count == 0) typed.Refuse("scopes", words["clients.scopes.needed"]);
        var school = typed["school"] == "district" ? (OrganizationId?)null : new OrganizationId(typed.Id("school"));
        if (school is { } at && ClientTokens.Schools(visit.Db).All(one => one.Id != at)) typed.Refuse("school", words["form.choose"]);
        if (school is not null && scopes.Contains(ClientScope.JournalRead)) typed.Refuse("scopes", words["clients.scopes.journal"]);
        if (!typed.IsGood) return ListClients.Page(visit, typed);
        var asked = new NewClient(name, scopes, school, days, visit.Actor!.Person);
        var token = await visit.Write(turn => ClientTokens.Make(turn, asked).Token);
        return ListClients.Page(visit, ListClients.Start(words), (name, token));
    }
}
