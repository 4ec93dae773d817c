using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transcripts;

/// <summary>What came of a change of a conversion.</summary>
public enum ConversionOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is none, or it is not the asker's to change.</summary>
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    /// <summary>It is not in a state in which that is done.</summary>
    NotNow,

    /// <summary>A second person has to sign.</summary>
    SamePerson,

    /// <summary>Its day is today or before, and a table grades there already: what was earned until today never moves.</summary>
    Past,

    /// <summary>Another conversion has that short name.</summary>
    NameTaken,
}

/// <summary>What a draft says.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Table">The table.</param>
/// <param name="Source">Where it comes from; empty for here.</param>
/// <param name="Legend">What is printed beside grades; empty for the table alone.</param>
/// <param name="Place">Where it holds.</param>
/// <param name="IsActive">Does it convert, or does it end the conversion of its place?</param>
public sealed record ConversionDraft(string Title, GradeTable Table, string Source, string Legend, PolicyPlace Place, bool IsActive);

/// <summary>Conversions: read by whoever works at the school, written by who keeps the official record at their place and who leads it.</summary>
public static class ConversionRows
{
    /// <summary>Every conversion, by short name, the newest version first.</summary>
    public static IReadOnlyList<GradeConversion> All(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.GradeConversions.AsNoTracking().ToList().OrderBy(one => one.Code, StringComparer.Ordinal).ThenByDescending(one => one.Number)];
    }

    /// <summary>Conversions that were adopted: those that grade somebody on some day.</summary>
    public static IReadOnlyList<GradeConversion> Adopted(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.GradeConversions.AsNoTracking().Where(one => one.State == ConversionState.Adopted).ToList();
    }

    /// <summary>One conversion; null where there is none.</summary>
    public static GradeConversion? Find(Db db, GradeConversionId id)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.GradeConversions.AsNoTracking().FirstOrDefault(one => one.Id == id);
    }

    /// <summary>May somebody write and sign conversions of a place? Who leads it, or keeps its official record; that of a narrower place is theirs too.</summary>
    public static bool MayWrite(Db db, Actor actor, PolicyPlace place)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.MayWrite || !actor.IsEducator) return false;
        var school = place.Program is { } program ? db.Programs.AsNoTracking().FirstOrDefault(one => one.Id == program)?.Organization : place.School;
        return actor.Grants.Any(one => one.Role is GrantedRole.DistrictLeader or GrantedRole.SchoolLeader or GrantedRole.Registrar
            && (one.ReachesEverybody || (one.ReachesAPlace && (one.School is null || one.School == school) && (one.Program is null || one.Program == place.Program))));
    }

    /// <summary>Begins a draft: the first version of a new short name, or the next of one that there is; the id of what was begun, where it is done. An id that is
    /// there already is a form that was sent twice.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who.</param>
    /// <param name="id">Its id.</param>
    /// <param name="code">Its short name.</param>
    /// <param name="isNext">Is it the next version? Then the short name is there, and so is its place.</param>
    /// <param name="draft">What it says.</param>
    public static ConversionOutcome Begin(WriteTurn turn, Actor actor, GradeConversionId id, string code, bool isNext, ConversionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        if (!MayWrite(turn.Db, actor, draft.Place)) return ConversionOutcome.NotFound;
        if (turn.Db.GradeConversions.Any(one => one.Id == id)) return ConversionOutcome.Done;
        var versions = turn.Db.GradeConversions.AsNoTracking().Where(one => one.Code == code).ToList();
        if (versions.Count > 0 != isNext) return isNext ? ConversionOutcome.NotFound : ConversionOutcome.NameTaken;
        if (versions.Exists(one => one.Place.Said != draft.Place.Said)) return ConversionOutcome.NotNow;
        // One draft at a time: two would be adopted over each other.
        if (versions.Exists(one => one.State is ConversionState.Draft or ConversionState.Proposed)) return ConversionOutcome.NotNow;
        var (by, number) = (new PersonId(actor.Person), versions.Select(one => one.Number).DefaultIfEmpty(0).Max() + 1);
        var begun = new GradeConversion(id, code, number, draft.Title, GradeTableText.Of(draft.Table), by, turn.Now);
        begun.Rewrite(draft.Title, GradeTableText.Of(draft.Table), draft.Source, draft.Legend, draft.Place, draft.IsActive, by);
        turn.Db.Add(begun);
        turn.Db.SaveChanges();
        return ConversionOutcome.Done;
    }

    /// <summary>Writes a draft anew. Its place stays once there is more than one version.</summary>
    public static ConversionOutcome Rewrite(WriteTurn turn, Actor actor, GradeConversionId id, int version, ConversionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        return Change(turn, actor, id, version, one =>
        {
            if (one.Place.Said != draft.Place.Said && one.Number > 1) return ConversionOutcome.NotNow;
            if (!MayWrite(turn.Db, actor, draft.Place)) return ConversionOutcome.NotFound;
            one.Rewrite(draft.Title, GradeTableText.Of(draft.Table), draft.Source, draft.Legend, draft.Place, draft.IsActive, new PersonId(actor.Person));
            return ConversionOutcome.Done;
        });
    }

    /// <summary>The earliest day that a version of a place may begin: tomorrow, or any day where nothing graded there before.</summary>
    public static DateOnly Earliest(Db db, PolicyPlace place, DateOnly today) => ConversionFor.Earliest(Adopted(db), place, today);

    /// <summary>Proposes a sound draft from a day on; one with a faulty table is not proposed.</summary>
    public static ConversionOutcome Propose(WriteTurn turn, Actor actor, GradeConversionId id, int version, DateOnly from, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        return Change(turn, actor, id, version, one =>
        {
            var earliest = Earliest(turn.Db, one.Place, today);
            if (from < earliest) return ConversionOutcome.Past;
            if (one.IsActive && GradeTableCheck.Of(one.Rules).Count > 0) return ConversionOutcome.NotNow;
            one.Propose(from, earliest, new PersonId(actor.Person));
            return ConversionOutcome.Done;
        });
    }

    /// <summary>Signs a proposal as the second person: from then on it is never changed.</summary>
    public static ConversionOutcome Sign(WriteTurn turn, Actor actor, GradeConversionId id, int version, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        return Change(turn, actor, id, version, one =>
        {
            if (one.AdoptedBy == new PersonId(actor.Person)) return ConversionOutcome.SamePerson;
            // Another may have been adopted there since it was proposed.
            var earliest = Earliest(turn.Db, one.Place, today);
            if (one.EffectiveFrom < earliest) return ConversionOutcome.Past;
            one.Sign(earliest, new PersonId(actor.Person), turn.Now);
            return ConversionOutcome.Done;
        });
    }

    /// <summary>Takes a proposal back: it is a draft again.</summary>
    public static ConversionOutcome TakeBack(WriteTurn turn, Actor actor, GradeConversionId id, int version) => Change(turn, actor, id, version, one =>
    {
        one.TakeBack();
        return ConversionOutcome.Done;
    });

    /// <summary>Gives up what was not adopted.</summary>
    public static ConversionOutcome Withdraw(WriteTurn turn, Actor actor, GradeConversionId id, int version) => Change(turn, actor, id, version, one =>
    {
        one.Withdraw();
        return ConversionOutcome.Done;
    });

    private static ConversionOutcome Change(WriteTurn turn, Actor actor, GradeConversionId id, int version, Func<GradeConversion, ConversionOutcome> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        if (turn.Db.GradeConversions.FirstOrDefault(one => one.Id == id) is not { } found || !MayWrite(turn.Db, actor, found.Place)) return ConversionOutcome.NotFound;
        if (found.Version != version) return ConversionOutcome.Stale;
        try
        {
            if (change(found) is not ConversionOutcome.Done and var refused) return refused;
        }
        catch (InvalidOperationException)
        {
            return ConversionOutcome.NotNow;
        }

        turn.Db.SaveChanges();
        return ConversionOutcome.Done;
    }
}
