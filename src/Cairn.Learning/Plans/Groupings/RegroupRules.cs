namespace Cairn.Learning.Plans.Groupings;

/// <summary>How groups are weighed against each other.</summary>
public sealed record RegroupRules
{
    /// <summary>Points for a learner's most wanted competency; the next has six tenths of them, and so on: 1000, 600, 360.</summary>
    public const int First = 1000;

    /// <summary>How many of a learner's needs are looked at. The last of them still weighs more than any company that was there before.</summary>
    public const int Wanted = 7;

    /// <summary>Three of four: so many of those beside a learner make it the same set again.</summary>
    public const int SameOf = 4;

    /// <summary>A set is the same only with at least so many others.</summary>
    public const int SameLeast = 3;

    /// <summary>The rules where nobody says otherwise.</summary>
    public static RegroupRules Usual { get; } = new();

    /// <summary>Points that it costs a group, for each of its learners, to have been together once before with everybody in it; 0 to 10.</summary>
    public int Again { get; init; } = 5;

    /// <summary>How often a learner is put into the same set by level only; who asked for a check may be there again. From 1.</summary>
    public int MostAgain { get; init; } = 3;

    /// <summary>Turns who comes first where all else is equal, so that it is not the same learners every week: the number of the week, for example.</summary>
    public int Round { get; init; }

    /// <summary>How many times a part of the groups is made anew in search of better ones. The search looks at no clock: the same steps give the same groups.</summary>
    public int Steps { get; init; } = 1500;

    /// <summary>Points for a need by its place among those that are offered, from 0; 0 from <see cref="Wanted"/> on.</summary>
    public static int PointsOf(int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        if (place >= Wanted) return 0;
        var points = First;
        for (var i = 0; i < place; i++) points = points * 6 / 10;
        return points;
    }
}
