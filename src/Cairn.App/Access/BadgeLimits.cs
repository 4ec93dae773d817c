namespace Cairn.App.Access;

/// <summary>How often pictures and codes may be tried wrongly: by child, so that nobody guesses a friend's three pictures (1,728 ways) in a school day;
/// and by device, in which a whole class mistypes now and then. Nobody's own badge is held back by another child's tries.</summary>
internal sealed class BadgeLimits(TimeProvider clock)
{
    private readonly Throttle _children = new(clock, new Rate(5, TimeSpan.FromMinutes(10)));
    private readonly Throttle _devices = new(clock, new Rate(60, TimeSpan.FromSeconds(20)));

    /// <summary>Counts a try of pictures: false where the child or the device has to wait.</summary>
    public bool Take(Guid device, Guid child) => _devices.WaitOf(Key(device)) == TimeSpan.Zero && _children.Take(Key(child)) == TimeSpan.Zero && _devices.Take(Key(device)) == TimeSpan.Zero;

    /// <summary>Counts a try of a code.</summary>
    public bool Take(Guid device) => _devices.Take(Key(device)) == TimeSpan.Zero;

    /// <summary>What succeeds is not counted.</summary>
    public void Succeeded(Guid device, Guid? child)
    {
        _devices.GiveBack(Key(device));
        if (child is { } one) _children.GiveBack(Key(one));
    }

    private static string Key(Guid id) => id.ToString("N");
}
