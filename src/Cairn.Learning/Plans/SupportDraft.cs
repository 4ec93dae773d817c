namespace Cairn.Learning.Plans;

/// <summary>What a line of a drafted plan asks for.</summary>
public enum SupportStep
{
    /// <summary>Sit down together and ask what is in the way.</summary>
    Talk = 1,

    /// <summary>Look at what was tried, and choose another way to show it.</summary>
    AnotherWay = 2,

    /// <summary>Show one more piece.</summary>
    OnePiece = 3,

    /// <summary>Tell the family, and ask what they see.</summary>
    Family = 4,

    /// <summary>Look again whether it helped.</summary>
    LookAgain = 5,

    /// <summary>Offer something further to whoever is ahead.</summary>
    GoFurther = 6,
}

/// <summary>Why a line is there.</summary>
public enum SupportWhy
{
    /// <summary>No evidence for many open school days.</summary>
    Quiet = 1,

    /// <summary>The same tried over and over.</summary>
    Loop = 2,

    /// <summary>Boxes are empty that are nearly full.</summary>
    NearlyFull = 3,

    /// <summary>Weeks behind the plan.</summary>
    Behind = 4,

    /// <summary>Weeks ahead of it.</summary>
    Ahead = 5,

    /// <summary>A plan is looked at again.</summary>
    Plan = 6,
}

/// <summary>Who does it.</summary>
public enum SupportWho
{
    /// <summary>An educator.</summary>
    Educator = 1,

    /// <summary>The learner.</summary>
    Learner = 2,

    /// <summary>Both together.</summary>
    Together = 3,
}

/// <summary>A line that is proposed: what, who, by when, and why.</summary>
/// <param name="Step">What.</param>
/// <param name="Who">Who.</param>
/// <param name="By">By which day.</param>
/// <param name="Why">Why.</param>
/// <param name="Count">The number that the reason speaks of: days, tries, boxes or weeks.</param>
/// <param name="Competency">Of which competency; null for none.</param>
public sealed record DraftLine(SupportStep Step, SupportWho Who, DateOnly By, SupportWhy Why, int Count, CompetencyId? Competency = null);

/// <summary>A support plan as it is proposed to an educator, who changes what they like before anybody else sees it. A conclusion: each line carries its reason.</summary>
public sealed record SupportDraft
{
    private const int FewPieces = 2;
    private const int FewLoops = 3;

    private SupportDraft(IReadOnlyList<DraftLine> lines) => Lines = lines;

    /// <summary>The lines, at most eight; none where nothing asks for a plan.</summary>
    public IReadOnlyList<DraftLine> Lines { get; }

    /// <summary>Drafts it.</summary>
    /// <param name="band">Pace against plan.</param>
    /// <param name="stall">What stands still.</param>
    /// <param name="missing">Boxes still empty.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="calendar">When school is open: every day of the plan is one.</param>
    public static SupportDraft From(PaceBand band, Stall stall, MissingEvidence missing, DateOnly today, SchoolCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(band);
        ArgumentNullException.ThrowIfNull(stall);
        ArgumentNullException.ThrowIfNull(missing);
        ArgumentNullException.ThrowIfNull(calendar);
        var lines = new List<DraftLine>();
        DateOnly In(int days) => calendar.After(today, days);
        if (stall.IsQuiet) lines.Add(new DraftLine(SupportStep.Talk, SupportWho.Together, In(2), SupportWhy.Quiet, stall.Days));
        lines.AddRange(stall.Loops.Take(FewLoops).Select(one => new DraftLine(SupportStep.AnotherWay, SupportWho.Together, In(5), SupportWhy.Loop, one.Count, one.Of.Competency)));
        if (band.State == PaceState.Behind || stall.IsQuiet)
            lines.AddRange(missing.Nearest.Where(one => stall.Loops.All(loop => loop.Of.Competency != one.Competency)).Take(FewPieces).Select((one, i) =>
                new DraftLine(SupportStep.OnePiece, SupportWho.Learner, In(5 * (i + 1)), SupportWhy.NearlyFull, one.Boxes.Empty, one.Competency)));
        if (band.State == PaceState.Behind) lines.Add(new DraftLine(SupportStep.Family, SupportWho.Educator, In(5), SupportWhy.Behind, -band.Weeks));
        if (band.State == PaceState.Ahead && !stall.IsAny) lines.Add(new DraftLine(SupportStep.GoFurther, SupportWho.Together, In(5), SupportWhy.Ahead, band.Weeks));
        if (lines.Count > 0) lines.Add(new DraftLine(SupportStep.LookAgain, SupportWho.Educator, In(15), SupportWhy.Plan, 3));
        return new SupportDraft(lines);
    }
}
