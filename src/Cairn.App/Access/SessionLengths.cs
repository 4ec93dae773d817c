using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Access;

/// <summary>How long a session lasts, whatever is done in it, and how long without anything being asked.</summary>
internal static class SessionLengths
{
    /// <summary>On a device that others use too.</summary>
    public static TimeSpan Shared { get; } = TimeSpan.FromHours(2);

    /// <summary>At the longest: a working day for staff and for learners, whose devices are the school's; 30 days for families and mentors.</summary>
    public static TimeSpan Whole(ActorKind kind) => IsOfADay(kind) ? TimeSpan.FromHours(12) : TimeSpan.FromDays(30);

    /// <summary>Without a request: two hours, so that a lesson fits in; seven days for families and mentors.</summary>
    public static TimeSpan Idle(ActorKind kind) => IsOfADay(kind) ? TimeSpan.FromHours(2) : TimeSpan.FromDays(7);

    /// <summary>Without a request, on a device that was opened for a group: the next child comes soon.</summary>
    public static TimeSpan IdleInClass { get; } = TimeSpan.FromMinutes(15);

    private static bool IsOfADay(ActorKind kind) => Hats.IsStaff(kind) || kind == ActorKind.Learner;
}
