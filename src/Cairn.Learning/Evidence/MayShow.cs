namespace Cairn.Learning.Evidence;

/// <summary>Who looks at a picture of a learner's work.</summary>
public enum Onlooker
{
    /// <summary>Those who work with the learner and marked the faces, or could.</summary>
    Educator = 1,

    /// <summary>The learner, and those who care for them.</summary>
    Family = 2,

    /// <summary>Anybody else, at a place that the piece was chosen for.</summary>
    Beyond = 3,
}

/// <summary>How a picture may be shown.</summary>
public enum ShownHow
{
    /// <summary>Not at all.</summary>
    NotAtAll = 0,

    /// <summary>With the faces of others made unrecognisable.</summary>
    FacesHidden = 1,

    /// <summary>As it is.</summary>
    Whole = 2,
}

/// <summary>Why a picture is not shown as it is.</summary>
public enum NotShownWhy
{
    /// <summary>Nobody chose this place for the piece.</summary>
    NotChosen = 1,

    /// <summary>The permission of the learner's own family is not in force.</summary>
    OwnerHasNotConsented = 2,

    /// <summary>That of another child on the picture is not in force.</summary>
    OtherHasNotConsented = 3,

    /// <summary>Somebody is on it whom nobody can ask.</summary>
    Unknown = 4,

    /// <summary>It is of a kind on which no face can be hidden.</summary>
    CannotBeHidden = 5,
}

/// <summary>How one file may be shown to somebody, and why: a conclusion.</summary>
public sealed record MayShow
{
    private MayShow(ShownHow how, IReadOnlyList<FaceBox> hidden, IReadOnlyList<NotShownWhy> why) => (How, Hidden, Why) = (how, hidden, why);

    /// <summary>How.</summary>
    public ShownHow How { get; }

    /// <summary>Which parts are hidden; none where it is shown whole, or not at all.</summary>
    public IReadOnlyList<FaceBox> Hidden { get; }

    /// <summary>Why it is not shown as it is; none where it is.</summary>
    public IReadOnlyList<NotShownWhy> Why { get; }

    /// <summary>Concludes it. To educators a file is whole. To the learner's own family the faces of others are hidden until their
    /// families permit pictures. Beyond them it is whole or not at all: chosen for the place, and permitted by the family of everybody on it.</summary>
    /// <param name="onlooker">Who looks.</param>
    /// <param name="owner">Whose piece it is.</param>
    /// <param name="marks">The marks on this file.</param>
    /// <param name="isChosen">Was the piece chosen for the place? Asked beyond the family only.</param>
    /// <param name="hasConsented">Is a learner's permission in force, for what is asked here?</param>
    /// <param name="canHide">Is it a picture that can be drawn anew?</param>
    public static MayShow From(Onlooker onlooker, LearnerId owner, IReadOnlyCollection<FaceMark> marks, bool isChosen, Func<LearnerId, bool> hasConsented, bool canHide)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(hasConsented);
        if (onlooker == Onlooker.Educator) return new MayShow(ShownHow.Whole, [], []);
        List<FaceMark> hidden = [.. marks.Where(one => one.Who != owner && !(one.Who is { } who && hasConsented(who)))];
        List<NotShownWhy> why = [.. hidden.Select(one => one.Who is null ? NotShownWhy.Unknown : NotShownWhy.OtherHasNotConsented).Distinct().Order()];
        if (onlooker == Onlooker.Family)
        {
            if (hidden.Count == 0) return new MayShow(ShownHow.Whole, [], []);
            return canHide ? new MayShow(ShownHow.FacesHidden, [.. hidden.Select(one => one.Box)], why) : new MayShow(ShownHow.NotAtAll, [], [.. why, NotShownWhy.CannotBeHidden]);
        }

        if (!hasConsented(owner)) why.Insert(0, NotShownWhy.OwnerHasNotConsented);
        if (!isChosen) why.Insert(0, NotShownWhy.NotChosen);
        return why.Count == 0 ? new MayShow(ShownHow.Whole, [], []) : new MayShow(ShownHow.NotAtAll, [], why);
    }
}
