using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;

namespace Cairn.Learning.Credits;

/// <summary>A level that is taken for granted because of a line of another school's transcript: a fact. It is nothing that was shown, and enters no determination.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Competency">In what.</param>
/// <param name="Stage">The stage; null where there is no continuum.</param>
/// <param name="Level">The level's number.</param>
/// <param name="Line">Because of which line.</param>
/// <param name="Until">The last day it is taken for granted, in the district.</param>
/// <param name="By">Who accepted it.</param>
/// <param name="RecordedAt">When it was stored, UTC.</param>
public sealed record ProvisionalLevel(ProvisionalLevelId Id, LearnerId Learner, CompetencyId Competency, int? Stage, decimal Level, PriorLineId Line, DateOnly Until, PersonId By, DateTime RecordedAt);

/// <summary>How far a level that is taken for granted has come.</summary>
public enum ProvisionalState
{
    /// <summary>It is taken for granted still.</summary>
    Provisional = 1,

    /// <summary>The first work here showed as much.</summary>
    Confirmed = 2,

    /// <summary>The first work here showed less: what it showed stands.</summary>
    Corrected = 3,

    /// <summary>Its time went by, and nothing was shown.</summary>
    Expired = 4,
}

/// <summary>A level that is taken for granted beside the first work that was seen since: a conclusion, read anew each time.</summary>
public sealed record ProvisionalStanding
{
    private ProvisionalStanding(ProvisionalLevel taken, ProvisionalState state, Judgment? first) => (Taken, State, First) = (taken, state, first);

    /// <summary>What is taken for granted.</summary>
    public ProvisionalLevel Taken { get; }

    /// <summary>How far it has come.</summary>
    public ProvisionalState State { get; }

    /// <summary>What decided it: the first judgment since; null while there is none.</summary>
    public Judgment? First { get; }

    /// <summary>Is it settled by work that was seen?</summary>
    public bool IsSettled => First is not null;

    /// <summary>Reads it. The first judgment of an educator in the same competency and stage that was stored after it confirms or corrects, also when it comes late;
    /// one that is taken back leaves it to the next. As much at a later stage confirms what was taken for granted before it; less there says nothing of it.</summary>
    /// <param name="taken">What is taken for granted.</param>
    /// <param name="record">The learner's facts, at least of this competency.</param>
    /// <param name="today">The district's day.</param>
    public static ProvisionalStanding From(ProvisionalLevel taken, LearnerRecord record, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(taken);
        ArgumentNullException.ThrowIfNull(record);
        var first = record.JudgmentsUnder(taken.Competency)
            .Where(one => one.RecordedAt > taken.RecordedAt && one.Role is JudgeRole.Educator or JudgeRole.Moderator
                && (one.Stage == taken.Stage ? one.Level is not null || one.IsCompletion : one.Stage > taken.Stage && ShowsIt(one, taken)) && !record.IsRetracted(one, AsOf.Everything))
            .MinBy(one => one.RecordedAt);
        if (first is not null) return new(taken, ShowsIt(first, taken) ? ProvisionalState.Confirmed : ProvisionalState.Corrected, first);
        return new(taken, today > taken.Until ? ProvisionalState.Expired : ProvisionalState.Provisional, null);
    }

    private static bool ShowsIt(Judgment one, ProvisionalLevel taken) => one.IsCompletion || one.Level >= taken.Level;
}

/// <summary>What has become of a line that was accepted: a conclusion from its levels.</summary>
/// <param name="State">Corrected where one was; else expired where one was; else provisional while one is; confirmed where all are.</param>
/// <param name="Levels">The levels, each with what became of it.</param>
public sealed record ProvisionalLine(ProvisionalState State, IReadOnlyList<ProvisionalStanding> Levels)
{
    /// <summary>Reads a line. One without levels, as of pass or fail, is provisional until its day and then expired: a person settles it.</summary>
    /// <param name="levels">Its levels.</param>
    /// <param name="until">The last day it is taken for granted.</param>
    /// <param name="today">The district's day.</param>
    public static ProvisionalLine From(IReadOnlyList<ProvisionalStanding> levels, DateOnly until, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(levels);
        bool Any(ProvisionalState state) => levels.Any(one => one.State == state);
        var state = Any(ProvisionalState.Corrected) ? ProvisionalState.Corrected
            : levels.Count == 0 ? today > until ? ProvisionalState.Expired : ProvisionalState.Provisional
            : Any(ProvisionalState.Expired) ? ProvisionalState.Expired
            : Any(ProvisionalState.Provisional) ? ProvisionalState.Provisional
            : ProvisionalState.Confirmed;
        return new(state, levels);
    }
}
