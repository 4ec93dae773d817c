using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Features.People;

/// <summary>POST /learners/{id}/placements/{placement}/link: makes the link of the mentor who has the learner with them, and the code that
/// travels another way. Links before it work no more.</summary>
internal static class LinkMentor
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/learners/{id:guid}/placements/{placement:guid}/link", Make).For(Who.Leaders, Rights.Manage).AddEndpointFilter(StepUp.Within(StepUp.UsualMinutes, BackTo));

    private static Task<string> BackTo(HttpContext http) => Task.FromResult(http.Request.RouteValues["id"] is string id && Guid.TryParse(id, out var learner) ? PeopleDoor.CompanyOf(new LearnerId(learner)) : "/learners");

    private static async Task<IResult?> Make(Guid id, Guid placement, Visit visit, SiteAddress address, Carried carried)
    {
        if (visit.Scope.PlacementsOf(new LearnerId(id)).FirstOrDefault(one => one.Placement.Id.Value == placement) is not { } found || found.Placement.Until < visit.Today) return null;
        var (token, code) = await visit.Write(turn => MentorLinks.Make(turn, found.Placement.Sponsor.Value, visit.Now));
        return new OnceShown(OnceKind.Mentor, address.Of(visit.Served) + MentorLinks.PathOf(token), found.Mentor, visit.Now + Codes.Length(Codes.Mentor)) { Code = code }.Keep(visit, carried);
    }
}
