using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.People;

namespace Cairn.App.Features.People;

/// <summary>The door of people and roles, and everything behind it. It opens to those who lead the district or a school; for everybody else
/// nothing is there.</summary>
internal static class PeopleDoor
{
    public const string Path = "/people";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup(Path).For(Who.Leaders);
        ListPeople.Map(people);
        ShowPerson.Map(people);
        GrantRole.Map(people);
        StandIn.Map(people);
        AssignCaseload.Map(people);
        ListWithoutBirthDate.Map(people);
        ShowCompany.Map(routes);
        KeepAway.Map(routes);
        PlaceLearner.Map(routes);
        LinkMentor.Map(routes);
        ViewAs.Map(routes);
    }

    public static string PathOf(EducatorId educator) => $"{Path}/{educator.Value:N}";

    public static string CompanyOf(LearnerId learner) => $"{Visit.PathOf(learner)}/people";

    /// <summary>An educator of the address, if the reader may grant them something.</summary>
    public static Educator? Find(Visit visit, Guid person) => visit.Scope.Educators.FirstOrDefault(one => one.Id == new EducatorId(person));
}
