using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Storage.Credits;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Credits;

/// <summary>Pages of credit: what is earned and under way, awarding, policies, agreements, appeals and waivers.</summary>
internal static class CreditsDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ShowCredits.Map(routes);
        AwardCredit.Map(routes);
        LookAsPanel.Map(routes);
        ListPolicies.Map(routes);
        ShowPolicy.Map(routes);
        WritePolicy.Map(routes);
        ListAgreements.Map(routes);
        WriteAgreement.Map(routes);
        AskAppeal.Map(routes);
        DecideAppeals.Map(routes);
        WaiveRequirements.Map(routes);
        RecordOthers.Map(routes);
    }

    public static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/credits";

    public static string PathOf(LearnerId learner, CreditPolicyId policy) => $"{PathOf(learner)}/policies/{policy.Value:N}";

    /// <summary>An amount of credit as people write it: 0.5, 12.25.</summary>
    public static string Amount(int hundredths, Words words) => words.Number(hundredths / 100m);

    /// <summary>The names of educators among people; who has none here is no educator.</summary>
    public static Dictionary<PersonId, string> Names(Visit visit, IEnumerable<PersonId> people)
    {
        var educators = people.Distinct().Select(one => new EducatorId(one.Value)).ToList();
        return visit.Db.Educators.AsNoTracking().Where(one => educators.Contains(one.Id)).ToDictionary(one => one.Id.Person, one => one.DisplayName);
    }

    /// <summary>Why credit was not awarded, in words that say what would do.</summary>
    public static string Why(CreditAnswer answer, Words words) => answer.Outcome switch
    {
        CreditOutcome.Overlaps when answer.Overlap is { } overlap => words[$"credit.overlap.{overlap.Fault}", ("title", overlap.Stands.Count > 0 ? overlap.Stands[0].Text?.Title ?? "" : "")],
        var outcome => words[$"credit.not.{outcome}"],
    };

    /// <summary>The version that whoever sent a form had before them.</summary>
    public static int Seen(Typed typed) => int.TryParse(typed.Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>An answer without a page of its own is not kept by anybody on the way.</summary>
    public static void KeepNothing(HttpContext http) => http.Response.Headers.CacheControl = "private, no-store";
}
