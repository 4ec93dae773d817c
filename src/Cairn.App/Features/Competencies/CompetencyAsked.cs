using System.Globalization;
using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Competencies;

/// <summary>A question for one competency of one learner, as an address asks it, and what is found.</summary>
/// <param name="Standing">What is explained.</param>
/// <param name="Stage">The stage that was asked for.</param>
/// <param name="ShownBy">The last day whose showings count; null for today.</param>
internal sealed record CompetencyAsked(CompetencyStanding Standing, int? Stage, DateOnly? ShownBy)
{
    /// <summary>Finds it; null where the reader may not see the learner, or there is no such competency or stage.</summary>
    public static CompetencyAsked? Find(Guid id, string code, Visit visit, string? stage, string? shownBy)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        int? at = int.TryParse(stage, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        DateOnly? day = DateOnly.TryParseExact(shownBy, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked < visit.Today ? asked : null;
        var asOf = day is { } last ? AsOf.Everything with { ShownBy = visit.EndOf(last) } : AsOf.Everything;
        var standing = CompetencyStanding.Find(visit.Db, visit.Frameworks, visit.Scope, learner, code, at, asOf);
        // A family and a learner read of the stage that their other pages tell of.
        if (at is null && standing?.Worked is { } worked && worked != standing.Shown.Stage && !visit.Actor!.IsEducator) standing = CompetencyStanding.Find(visit.Db, visit.Frameworks, visit.Scope, learner, code, worked, asOf);
        return standing is null ? null : new CompetencyAsked(standing, at, day);
    }

    /// <summary>Does the reader have it already?</summary>
    public bool IsFresh(HttpContext http, Visit visit)
    {
        var version = $"{Standing.Shown.NewestFact:O}/{Standing.Framework.Content.Version.Number}/{Standing.Shown.Rule.Number}/"
            + AmendmentRows.StatementsVersion(visit.Db, visit.Scope, Standing.Learner.Id) + "/" + Ui.Kit.HelpLook.Of(visit, Standing.Learner.Id, Standing.Competency.Id).Version + "/"
            + Ui.Kit.ProvisionalNote.VersionOf(visit, Standing.Learner.Id, Standing.Competency.Id) + "/" + string.Join('.', Standing.Stages.Select(one => one.At(visit.Now).Override));
        return Doors.IsFresh(http, http.Request.Path, Standing.Competency.Code, Stage, ShownBy, version, visit.Actor!.Kind, visit.Actor.Person, visit.Today, Standing.Learner.Version);
    }
}
