using Cairn.Learning.People;

namespace Cairn.Learning.Transcripts;

/// <summary>How far a conversion is.</summary>
public enum ConversionState
{
    /// <summary>Somebody writes it; it grades nobody.</summary>
    Draft = 1,

    /// <summary>It is to be adopted from a day on, and a second person has to sign.</summary>
    Proposed = 2,

    /// <summary>It holds from its day on, and is never changed again.</summary>
    Adopted = 3,

    /// <summary>It was given up before it was adopted.</summary>
    Withdrawn = 4,
}

/// <summary>One version of a table from levels to letters and numbers, at a place. It is written as a draft, tried on what was judged, and adopted by two people
/// from a day on; an adopted one is never changed, and a later version moves nothing of before its day.</summary>
public sealed class GradeConversion(GradeConversionId id, string code, int number, string title, string table, PersonId by, DateTime madeAt)
{
    /// <summary>Its id.</summary>
    public GradeConversionId Id { get; private set; } = id;

    /// <summary>A short name that its versions share; compared letter by letter.</summary>
    public string Code { get; private set; } = code;

    /// <summary>The version: 1, 2, 3 and so on.</summary>
    public int Number { get; private set; } = number;

    /// <summary>What people call it.</summary>
    public string Title { get; private set; } = title;

    /// <summary>The table as <see cref="GradeTableText"/> writes it.</summary>
    public string Table { get; private set; } = table;

    /// <summary>Who wrote it last.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When it was begun, UTC.</summary>
    public DateTime MadeAt { get; private set; } = Instant.Utc(madeAt);

    /// <summary>Where it comes from, such as a published table; empty for here.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The legend that is printed beside grades, in the school's words; empty where the table alone is printed.</summary>
    public string Legend { get; private set; } = "";

    /// <summary>The school it holds in; null in the whole district.</summary>
    public OrganizationId? School { get; private set; }

    /// <summary>The program it holds in; null in the whole school or district.</summary>
    public ProgramId? Program { get; private set; }

    /// <summary>Does it convert? A version that says no ends the conversion of its place from its day on, and the wider place's holds again.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>How far it is.</summary>
    public ConversionState State { get; private set; } = ConversionState.Draft;

    /// <summary>First day it holds, in the district; null while no day is proposed.</summary>
    public DateOnly? EffectiveFrom { get; private set; }

    /// <summary>Who proposed that it be adopted; null before.</summary>
    public PersonId? AdoptedBy { get; private set; }

    /// <summary>The second person, who signed; null before.</summary>
    public PersonId? SignedBy { get; private set; }

    /// <summary>When it was signed, UTC; null before.</summary>
    public DateTime? AdoptedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Where it holds.</summary>
    public PolicyPlace Place => new(School, Program);

    /// <summary>The table. Throws <see cref="FormatException"/> where its text is none.</summary>
    public GradeTable Rules => GradeTableText.Parse(Table);

    /// <summary>Writes a draft anew. Throws <see cref="InvalidOperationException"/> where it is no draft any more.</summary>
    public void Rewrite(string title, string table, string source, string legend, PolicyPlace place, bool isActive, PersonId by)
    {
        if (State != ConversionState.Draft) throw new InvalidOperationException("Only a draft is written anew.");
        (Title, Table, Source, Legend, School, Program, IsActive, By) = (title, table, source, legend, place.School, place.Program, isActive, by);
        Version++;
    }

    /// <summary>Proposes to adopt it from a day on. Throws <see cref="InvalidOperationException"/> where it is no draft, and <see cref="ArgumentOutOfRangeException"/>
    /// for a day before the earliest: the past never moves.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="earliest">The earliest first day, as <see cref="ConversionFor.Earliest"/> says it.</param>
    /// <param name="by">Who proposes it.</param>
    public void Propose(DateOnly from, DateOnly earliest, PersonId by)
    {
        if (State != ConversionState.Draft) throw new InvalidOperationException("Only a draft is proposed.");
        ArgumentOutOfRangeException.ThrowIfLessThan(from, earliest);
        (State, EffectiveFrom, AdoptedBy) = (ConversionState.Proposed, from, by);
        Version++;
    }

    /// <summary>Signs it as the second person. Throws <see cref="InvalidOperationException"/> where nobody proposed it, where the same person did, and where its day
    /// is over: then it has to be proposed anew.</summary>
    /// <param name="earliest">The earliest first day, as <see cref="ConversionFor.Earliest"/> says it on the day of signing.</param>
    /// <param name="by">Who signs.</param>
    /// <param name="at">When, UTC.</param>
    public void Sign(DateOnly earliest, PersonId by, DateTime at)
    {
        if (State != ConversionState.Proposed) throw new InvalidOperationException("Only what is proposed is signed.");
        if (by == AdoptedBy) throw new InvalidOperationException("A second person signs.");
        if (EffectiveFrom < earliest) throw new InvalidOperationException("Its day is over, and the past never moves.");
        (State, SignedBy, AdoptedAt) = (ConversionState.Adopted, by, Instant.Utc(at));
        Version++;
    }

    /// <summary>Takes a proposal back: it is a draft again. Throws <see cref="InvalidOperationException"/> where there is none.</summary>
    public void TakeBack()
    {
        if (State != ConversionState.Proposed) throw new InvalidOperationException("Only a proposal is taken back.");
        (State, EffectiveFrom, AdoptedBy) = (ConversionState.Draft, null, null);
        Version++;
    }

    /// <summary>Gives it up. Throws <see cref="InvalidOperationException"/> where it was adopted, or given up already.</summary>
    public void Withdraw()
    {
        if (State is ConversionState.Adopted or ConversionState.Withdrawn) throw new InvalidOperationException("What was adopted stays.");
        State = ConversionState.Withdrawn;
        Version++;
    }
}

/// <summary>Which conversion holds.</summary>
public static class ConversionFor
{
    /// <summary>The conversion in force at a place on a day: of those adopted, of each place the one that came last, and of places the narrowest that reaches it;
    /// null where none does.</summary>
    /// <param name="all">Every conversion, in every version and state.</param>
    /// <param name="place">The place of a learner, or of an award.</param>
    /// <param name="day">The day, in the district: that of the award, not of who looks.</param>
    public static GradeConversion? Of(IEnumerable<GradeConversion> all, PolicyPlace place, DateOnly day) =>
        all.Where(one => one.State == ConversionState.Adopted && one.EffectiveFrom <= day && one.Place.Reaches(place))
            .GroupBy(one => one.Place.Said)
            .Select(versions => versions.OrderBy(one => one.EffectiveFrom).ThenBy(one => one.AdoptedAt).ThenBy(one => one.Number).ThenBy(one => one.Id.Value).Last())
            .Where(one => one.IsActive)
            .OrderByDescending(one => one.Place.Narrowness).FirstOrDefault();

    /// <summary>The earliest day that a version of a place may begin: tomorrow, so that no grade moves, neither of before nor of what is awarded today; any day where no
    /// conversion that could have graded somebody there was ever adopted, because then there is no grade that could move.</summary>
    /// <param name="all">Every conversion, in every version and state.</param>
    /// <param name="place">The place of the version.</param>
    /// <param name="today">The district's day.</param>
    public static DateOnly Earliest(IEnumerable<GradeConversion> all, PolicyPlace place, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(all);
        // A narrower one goes before it on every day that it holds: it is not touched.
        return all.Any(one => one.State == ConversionState.Adopted && one.Place.Narrowness <= place.Narrowness && MayMeet(one.Place, place)) ? today.AddDays(1) : DateOnly.MinValue;
    }

    // Two schools have no learner in common, nor do two programs; a program may be of any school.
    private static bool MayMeet(PolicyPlace one, PolicyPlace other) => one.Narrowness != other.Narrowness || one.Said == other.Said;

    /// <summary>The conversion that would hold if a draft were adopted: the draft where it reaches the place and no narrower one does; one that ends its place's gives way
    /// to the wider one. Null where none would.</summary>
    /// <param name="all">Every conversion, in every version and state.</param>
    /// <param name="draft">The draft, in whatever state.</param>
    /// <param name="place">The place of a learner.</param>
    /// <param name="day">The day, in the district.</param>
    public static GradeConversion? With(IReadOnlyList<GradeConversion> all, GradeConversion draft, PolicyPlace place, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (!draft.Place.Reaches(place)) return Of(all, place, day);
        var others = Of(all.Where(one => one.Place.Said != draft.Place.Said), place, day);
        return draft.IsActive && !(others?.Place.Narrowness > draft.Place.Narrowness) ? draft : others;
    }
}
