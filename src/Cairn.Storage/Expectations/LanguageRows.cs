using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Expectations;

/// <summary>How far learners are in the language of the school, and in which language their work is.</summary>
public static class LanguageRows
{
    /// <summary>How far a learner is; nothing for whoever does not see what helps them.</summary>
    public static LanguageProgress ProgressOf(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return LanguageProgress.From(!AccommodationRows.Sees(scope, learner) ? [] : db.LanguageLevels.AsNoTracking().Where(one => one.Learner == learner).ToList(), scope.Today);
    }

    /// <summary>Records how far a learner is in some domains on a day; false where the actor may not.</summary>
    public static bool Record(WriteTurn turn, Scope scope, LearnerId learner, IReadOnlyList<(LanguageDomain Domain, int Level)> levels, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(levels);
        if (!AccommodationRows.Writes(scope, learner)) return false;
        var known = turn.Db.LanguageLevels.AsNoTracking().Where(one => one.Learner == learner && one.On == on).ToList();
        foreach (var (domain, level) in levels)
            // A form that is sent twice says nothing new.
            if (known.Where(one => one.Domain == domain).MaxBy(one => one.RecordedAt)?.Level != level)
                turn.Db.Add(new LanguageLevel(new LanguageLevelId(Guid.CreateVersion7()), learner, domain, level, on, new PersonId(scope.Actor.Person), turn.Next()));
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>The languages of pieces of a learner that are not in the school's own, by piece; for everybody who sees the work.</summary>
    public static IReadOnlyDictionary<EvidenceId, string> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !scope.May(learner, Rights.SeeRecord) ? new Dictionary<EvidenceId, string>()
            : db.EvidenceLanguages.AsNoTracking().Where(one => one.Learner == learner && one.Language != "").ToDictionary(one => one.Evidence, one => one.Language);
    }

    /// <summary>The language of one piece with the row's version, 0 where nobody said it; null for whoever does not see the work.</summary>
    public static (string Language, int Version)? OfPiece(Db db, Scope scope, LearnerId learner, EvidenceId piece)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord)) return null;
        return db.EvidenceLanguages.AsNoTracking().FirstOrDefault(one => one.Evidence == piece && one.Learner == learner) is { } found ? (found.Language, found.Version) : ("", 0);
    }

    /// <summary>May the actor say in which language a learner's work is? The learner may, and who judges.</summary>
    public static bool Says(Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Actor.Kind == ActorKind.Learner ? scope.Actor.MayWrite && scope.Actor.Person == learner.Value : scope.Actor.IsEducator && scope.May(learner, Rights.Judge);
    }

    /// <summary>Says in which language a piece is; empty for the school's own.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the actor may do, over the turn's database.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="piece">Which piece.</param>
    /// <param name="language">A tag as <see cref="LanguageTag.Read"/> gives it; empty for the school's own.</param>
    /// <param name="seen">The version that the actor had before them; 0 where nobody had said it.</param>
    public static Families.Changed Say(WriteTurn turn, Scope scope, LearnerId learner, EvidenceId piece, string language, int seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!Says(scope, learner) || !turn.Db.Evidence.Any(one => one.Id == piece && one.Learner == learner)) return Families.Changed.NotThere;
        var by = new PersonId(scope.Actor.Person);
        if (turn.Db.EvidenceLanguages.FirstOrDefault(one => one.Evidence == piece) is { } found)
            return found.Version != seen ? Families.Changed.Overtaken : Families.Changing.Do(turn, () => found.Say(language, by, turn.Now));
        if (seen != 0) return Families.Changed.Overtaken;
        return language.Length == 0 ? Families.Changed.Done : Families.Changing.Do(turn, () => turn.Db.Add(new EvidenceLanguage(piece, learner, language, by, turn.Now)));
    }
}
