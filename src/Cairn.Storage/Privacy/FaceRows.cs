using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>Faces of others on pictures of work, where work may be shown, and what follows for whoever looks.</summary>
public static class FaceRows
{
    private const int MostOnAPiece = 100;

    /// <summary>The marks on a file, for educators who see the record; none for anybody else: they name other children.</summary>
    public static IReadOnlyList<FaceMark> Of(Db db, Scope scope, EvidenceId evidence, int position)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Actor.IsEducator && scope.FileOf(evidence, position) is not null ? [.. MarksOf(db, evidence).Where(one => one.Position == position)] : [];
    }

    /// <summary>Where a piece may be shown, as it was chosen; null where nobody chose.</summary>
    public static ShownTo? ChosenOf(Db db, Scope scope, LearnerId learner, EvidenceId evidence)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.SeeRecord) ? db.ShownTo.AsNoTracking().FirstOrDefault(one => one.Evidence == evidence && one.Learner == learner) : null;
    }

    /// <summary>How a file may be shown to whoever asks: whoever calls found it through the scope.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="learner">Whose piece it is.</param>
    /// <param name="file">The file.</param>
    /// <param name="canHide">Is it a picture that can be drawn anew?</param>
    /// <param name="today">The district's day.</param>
    /// <param name="now">The moment, UTC.</param>
    public static MayShow To(Db db, Actor actor, LearnerId learner, ArtifactFile file, bool canHide, DateOnly today, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(file);
        var marks = MarksOf(db, file.Evidence).FindAll(one => one.Position == file.Position);
        return MayShow.From(actor.IsEducator ? Onlooker.Educator : Onlooker.Family, learner, marks, isChosen: true, who => Permits(db, who, ConsentPurpose.Pictures, null, today, now), canHide);
    }

    /// <summary>May a file leave the house with the learner's own record as it is: is nobody else on it who has not permitted it?</summary>
    internal static bool IsFreeOfOthers(Db db, LearnerId learner, ArtifactFile file, Scope scope) => MayShow.From(Onlooker.Family, learner, MarksOf(db, file.Evidence).FindAll(one => one.Position == file.Position),
        isChosen: true, who => Permits(db, who, ConsentPurpose.Pictures, null, scope.Today, scope.Moment), canHide: false).How == ShownHow.Whole;

    /// <summary>How a file may be shown at a place beyond the learner's own family: on the wall of a class by the permission of pictures,
    /// elsewhere by that of sharing too.</summary>
    public static MayShow At(Db db, ShownPlace place, LearnerId learner, ArtifactFile file, DateOnly today, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(file);
        var marks = MarksOf(db, file.Evidence).FindAll(one => one.Position == file.Position);
        var isChosen = db.ShownTo.AsNoTracking().FirstOrDefault(one => one.Evidence == file.Evidence)?.IsAt(place) ?? false;
        return MayShow.From(Onlooker.Beyond, learner, marks, isChosen, who => Permits(db, who, ConsentPurpose.Pictures, who == learner ? file.Evidence : null, today, now)
            && (place == ShownPlace.ClassWall || Permits(db, who, ConsentPurpose.Sharing, who == learner ? file.Evidence : null, today, now)), canHide: false);
    }

    /// <summary>Marks a face on a file, on every piece that the same capture became; false where whoever marks may not, or does not know the child.</summary>
    public static bool Mark(WriteTurn turn, Scope scope, EvidenceId evidence, int position, FaceBox box, LearnerId? who)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!box.IsWithin || Owner(scope, evidence, position) is null || (who is { } child && scope.Find(child) is null)) return false;
        // The same face at the same place is marked once, however often the form is sent.
        if (MarksOf(turn.Db, evidence) is var marks && marks.Exists(one => one.Position == position && one.Box == box && one.Who == who)) return true;
        if (marks.Count >= MostOnAPiece) return false;
        foreach (var (piece, owner) in Together(turn.Db, evidence))
            turn.Db.Add(new FaceMark(new FaceMarkId(Guid.CreateVersion7()), piece, owner, position, box, who, new PersonId(scope.Actor.Person), turn.Now));
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>Takes a mark away, from every piece that the same capture became; false where it is not there for whoever asks.</summary>
    public static bool Unmark(WriteTurn turn, Scope scope, EvidenceId evidence, FaceMarkId id)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (turn.Db.FaceMarks.FirstOrDefault(one => one.Id == id && one.Evidence == evidence) is not { } mark || Owner(scope, evidence, mark.Position) is null) return false;
        var pieces = Together(turn.Db, evidence).Select(one => one.Piece).ToList();
        turn.Db.RemoveRange(turn.Db.FaceMarks.Where(one => pieces.Contains(one.Evidence) && one.Position == mark.Position).ToList().Where(one => one.Box == mark.Box && one.Who == mark.Who));
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>Chooses where a piece may be shown; false where whoever asks may not, or somebody chose meanwhile.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who chooses: the learner, or who plans with them.</param>
    /// <param name="learner">Whose piece.</param>
    /// <param name="evidence">The piece.</param>
    /// <param name="seen">The version that was seen; 0 where nobody had chosen.</param>
    /// <param name="places">Where.</param>
    public static bool Choose(WriteTurn turn, Scope scope, LearnerId learner, EvidenceId evidence, int seen, IReadOnlyCollection<ShownPlace> places)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(places);
        if (!scope.May(learner, Rights.Plan) || !turn.Db.Evidence.Any(one => one.Id == evidence && one.Learner == learner)) return false;
        var chosen = turn.Db.ShownTo.FirstOrDefault(one => one.Evidence == evidence);
        if ((chosen?.Version ?? 0) != seen) return false;
        if (chosen is null) turn.Db.Add(chosen = new ShownTo(evidence, learner));
        chosen.Choose(places.Contains(ShownPlace.ClassWall), places.Contains(ShownPlace.Portfolio), places.Contains(ShownPlace.Outside), new PersonId(scope.Actor.Person));
        turn.Db.SaveChanges();
        return true;
    }

    private static Learner? Owner(Scope scope, EvidenceId evidence, int position) =>
        scope.Actor.IsEducator && scope.FileOf(evidence, position) is { } found && scope.May(found.Learner.Id, Rights.Plan) ? found.Learner : null;

    private static List<FaceMark> MarksOf(Db db, EvidenceId evidence) => [.. db.FaceMarks.AsNoTracking().Where(one => one.Evidence == evidence).ToList().OrderBy(one => one.Left).ThenBy(one => one.Top)];

    // One picture of many learners is one picture: whose face it is holds on each of their pieces.
    private static List<(EvidenceId Piece, LearnerId Owner)> Together(Db db, EvidenceId evidence)
    {
        var capture = db.Captures.AsNoTracking().FirstOrDefault(one => one.Evidence == evidence);
        var pieces = capture is null ? [evidence] : db.Captures.AsNoTracking().Where(one => one.Key == capture.Key && one.By == capture.By).Select(one => one.Evidence).ToList();
        return [.. db.Evidence.AsNoTracking().Where(one => pieces.Contains(one.Id)).Select(one => new { one.Id, one.Learner }).ToList().Select(one => (one.Id, one.Learner))];
    }

    private static bool Permits(Db db, LearnerId who, ConsentPurpose purpose, EvidenceId? evidence, DateOnly today, DateTime now) =>
        db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == who) is { } learner && ConsentRows.InForce(db, learner, purpose, evidence, null, today, now).Permits(purpose);
}
