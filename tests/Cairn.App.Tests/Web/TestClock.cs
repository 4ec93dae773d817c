namespace Cairn.App.Tests.Web;

/// <summary>A clock that moves only when it is told to.</summary>
internal sealed class TestClock(DateTimeOffset? start = null) : TimeProvider
{
    private long _ticks = (start ?? DateTimeOffset.UtcNow).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
