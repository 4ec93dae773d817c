using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Plans;

/// <summary>A piece of a portfolio.</summary>
/// <param name="Pick">Why it is there, and for whom.</param>
/// <param name="Piece">The piece.</param>
/// <param name="Text">Its words; null where they were erased.</param>
/// <param name="Competencies">What it claims to show.</param>
/// <param name="SuggestedBy">Who suggested it; empty for the learner.</param>
public sealed record PortfolioLine(PortfolioPick Pick, PieceOfEvidence Piece, EvidenceText? Text, IReadOnlyList<CompetencyId> Competencies, string SuggestedBy);

/// <summary>Portfolios: picked and ordered by the learner alone, suggested for by educators; the family finds what is shown to it.</summary>
public static class PortfolioRows
{
    /// <summary>A learner's portfolio, in its order; of it what the asker may see.</summary>
    public static IReadOnlyList<PortfolioLine> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord)) return [];
        var isFamily = scope.Actor.Kind == ActorKind.Guardian;
        var picks = db.PortfolioPicks.AsNoTracking().Where(one => one.Learner == learner && (!isFamily || (one.IsPicked && one.ShownTo == PortfolioReader.Family))).ToList();
        var pieces = scope.EvidenceOf(learner, 0, int.MaxValue / 4).Page.ToDictionary(one => one.Piece.Id);
        var claims = (from claim in db.Claims.AsNoTracking() join pick in db.PortfolioPicks.AsNoTracking() on claim.Evidence equals pick.Evidence where pick.Learner == learner select claim).ToList().ToLookup(one => one.Evidence, one => one.Competency);
        // What was judged speaks for itself, where nobody claimed anything.
        var judged = (from one in db.Judgments.AsNoTracking() where one.Learner == learner && one.Evidence != null select new { one.Evidence, one.Competency }).ToList().ToLookup(one => one.Evidence!.Value, one => one.Competency);
        var educators = picks.Where(one => one.By.Value != learner.Value).Select(one => new EducatorId(one.By.Value)).Distinct().ToList();
        var names = db.Educators.AsNoTracking().Where(one => educators.Contains(one.Id)).ToDictionary(one => one.Id.Value, one => one.DisplayName);
        return [.. picks.Where(one => pieces.ContainsKey(one.Evidence)).OrderBy(one => one.Position).ThenBy(one => one.At)
            .Select(one => new PortfolioLine(one, pieces[one.Evidence].Piece, pieces[one.Evidence].Text, [.. claims[one.Evidence].Concat(judged[one.Evidence]).Distinct()], names.GetValueOrDefault(one.By.Value, "")))];
    }

    /// <summary>The learner picks a piece, or an educator suggests it; false where neither may, the piece is not the learner's, or it is there already.</summary>
    public static bool Add(WriteTurn turn, Scope scope, LearnerId learner, EvidenceId evidence, string why, PortfolioReader shownTo)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.Plan) || scope.EvidenceOf(learner, 0, int.MaxValue / 4).Page.All(one => one.Piece.Id != evidence)) return false;
        if (turn.Db.PortfolioPicks.Any(one => one.Learner == learner && one.Evidence == evidence)) return false;
        var pick = new PortfolioPick(new PortfolioPickId(Guid.CreateVersion7()), learner, evidence, new PersonId(scope.Actor.Person), turn.Now);
        if (scope.Actor.Kind == ActorKind.Learner) pick.Pick(why, shownTo);
        else pick.Suggest(why);
        pick.PlaceAt(turn.Db.PortfolioPicks.Where(one => one.Learner == learner).Select(one => one.Position).ToList().DefaultIfEmpty(0).Max() + 1);
        turn.Db.Add(pick);
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>The learner says anew why and to whom, or takes in what was suggested.</summary>
    public static PlanChange Change(WriteTurn turn, Scope scope, LearnerId learner, PortfolioPickId id, int seen, string why, PortfolioReader shownTo)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!IsOwn(scope, learner) || turn.Db.PortfolioPicks.FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } pick) return PlanChange.NotFound;
        if (pick.Version != seen) return PlanChange.Overtaken;
        pick.Pick(why, shownTo);
        turn.Db.SaveChanges();
        return PlanChange.Done;
    }

    /// <summary>Moves a piece one place up.</summary>
    public static bool MoveUp(WriteTurn turn, Scope scope, LearnerId learner, PortfolioPickId id)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!IsOwn(scope, learner)) return false;
        var all = turn.Db.PortfolioPicks.Where(one => one.Learner == learner).ToList().OrderBy(one => one.Position).ThenBy(one => one.At).ToList();
        var at = all.FindIndex(one => one.Id == id);
        if (at <= 0) return at == 0;
        var (place, above) = (all[at].Position, all[at - 1].Position);
        all[at].PlaceAt(above);
        all[at - 1].PlaceAt(place);
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>Takes a piece out of the portfolio: the learner any, an educator a suggestion of their own that still waits. The piece stays in the record.</summary>
    public static bool Remove(WriteTurn turn, Scope scope, LearnerId learner, PortfolioPickId id)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.Plan) || turn.Db.PortfolioPicks.FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } pick) return false;
        if (!IsOwn(scope, learner) && (pick.IsPicked || pick.By.Value != scope.Actor.Person)) return false;
        turn.Db.Remove(pick);
        turn.Db.SaveChanges();
        return true;
    }

    private static bool IsOwn(Scope scope, LearnerId learner) => scope.Actor is { Kind: ActorKind.Learner, MayWrite: true } && scope.Actor.Person == learner.Value;
}
