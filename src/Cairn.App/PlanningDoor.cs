using Cairn.App.Features.CheckIns;
using Cairn.App.Features.Plans;
using Cairn.App.Features.PlanTemplates;
using Cairn.App.Features.Portfolios;
using Cairn.App.Features.Questions;
using Cairn.App.Features.Resources;

namespace Cairn.App;

/// <summary>Pages of planning with a learner: plans and what they begin from, what there is to learn from, talks, the portfolio, and questions about what was said.</summary>
internal static class PlanningDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        PlansDoor.Map(routes);
        KeepTemplates.Map(routes);
        KeepResources.Map(routes);
        HoldCheckIns.Map(routes);
        ShowPortfolio.Map(routes);
        AnswerQuestions.Map(routes);
    }
}
