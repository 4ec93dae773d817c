namespace Cairn.App.Access;

/// <summary>A device from which an account was signed in to before says so, by a sealed cookie: its tries are counted apart, so that nobody
/// who guesses elsewhere locks its owner out. It opens nothing.</summary>
internal sealed class KnownDevice(Carried carried)
{
    private const string Cookie = "device";
    private static readonly TimeSpan Length = TimeSpan.FromDays(180);

    /// <summary>What the device is to an account; null where it is not known to it.</summary>
    public string? Of(string login) => carried.Read(Cookie)?.Split('\n') is [var token, .. var logins] && logins.Contains(Sessions.Hash(login), StringComparer.Ordinal) ? token : null;

    /// <summary>Notes that an account was signed in to from here. A device knows the last few.</summary>
    public void Remember(string login)
    {
        var (token, known) = carried.Read(Cookie)?.Split('\n') is [var old, .. var logins] ? (old, logins) : (Sessions.NewToken(), []);
        carried.Put(Cookie, string.Join('\n', [token, Sessions.Hash(login), .. known.Where(one => one != Sessions.Hash(login)).Take(4)]), Length);
    }
}
