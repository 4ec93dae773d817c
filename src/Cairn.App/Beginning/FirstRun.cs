using System.Security.Cryptography;
using System.Text;
using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Beginning;

/// <summary>
/// The first run of an empty data folder. A link is printed once, for one browser of this machine: who opens it holds the wizard, and the
/// link is dead. What is made stands aside until it is whole. Once a district is here the wizard is nowhere, for ever.
/// </summary>
internal sealed class FirstRun(DataFolder folder, OpenDistricts districts, TimeProvider clock) : IAsyncDisposable
{
    public const string Path = "/first-run";

    /// <summary>What the journal says of all that is done in it.</summary>
    public static readonly Acting Acts = Acting.Operator with { Where = "first run" };

    // So long a link waits to be opened, and so long whoever opened it may take.
    private static readonly TimeSpan Length = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _alone = new(1, 1);
    private Claimable? _link;
    private Claimable? _holder;
    private volatile bool _isOver;

    /// <summary>What is made.</summary>
    public Making Making { get; } = new(folder, clock);

    /// <summary>Who will lead the district, as far as it was said: in memory only, so that nobody finds an account that somebody else began.</summary>
    public FirstLeader? Leader { get; set; }

    /// <summary>The educator whom the last step made for them, where a try to open the district failed; null where the roster has them.</summary>
    public EducatorId? MadeEducator { get; set; }

    /// <summary>Is there a wizard? Not where a district came by another way meanwhile.</summary>
    public bool IsOpen => !_isOver && (_link is not null || _holder is not null) && folder.Districts.Count == 0 && !folder.IsDemo;

    /// <summary>Makes the link, where the folder is empty; what is left of a first run in a folder that has begun is taken away.</summary>
    /// <returns>Its path; null where there is nothing to begin.</returns>
    public string? MakeLink()
    {
        if (folder.Districts.Count > 0 || !folder.IsEmpty)
        {
            if (!folder.IsDemo) Making.Sweep();
            return null;
        }

        var token = Sessions.NewToken();
        _link = new Claimable(HashOf(token), clock.GetUtcNow() + Length);
        return $"{Path}/{token}";
    }

    /// <summary>Opens the link: it is dead from now on. Of two browsers one gets it.</summary>
    /// <returns>What that browser holds the wizard by; null where the link is none, or dead.</returns>
    public string? Claim(string token)
    {
        var link = _link;
        if (link is null || !IsOpen || !link.Is(token, clock.GetUtcNow()) || Interlocked.CompareExchange(ref _link, null, link) != link) return null;
        var held = Sessions.NewToken();
        _holder = new Claimable(HashOf(held), clock.GetUtcNow() + Length);
        Making.TakeUp();
        return held;
    }

    /// <summary>May this request go on with the wizard?</summary>
    public bool IsHeldBy(HttpContext http) => _holder is { } holder && FromHere.Is(http) && FirstRunCookie.Read(http.Request) is { } held && holder.Is(held, clock.GetUtcNow()) && IsOpen;

    /// <summary>The district in the making, for a request of whoever holds the wizard; null for every other.</summary>
    public Served? InTheMaking(HttpContext http) => http.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal) && Making.Served is { } served && IsHeldBy(http) ? served : null;

    /// <summary>One step after the other, whatever one browser sends at once.</summary>
    public async Task<IDisposable> Alone()
    {
        await _alone.WaitAsync();
        return new Turn(_alone);
    }

    /// <summary>Serves what was made, and closes the wizard for good.</summary>
    public void Open(District begun)
    {
        districts.Begin(begun);
        _isOver = true;
        (_link, _holder, Leader) = (null, null, null);
    }

    public async ValueTask DisposeAsync()
    {
        await Making.DisposeAsync();
        _alone.Dispose();
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes("first run " + token));

    private sealed record Claimable(byte[] Hash, DateTimeOffset Until)
    {
        public bool Is(string token, DateTimeOffset now) => token.Length is > 0 and < 100 && now < Until && CryptographicOperations.FixedTimeEquals(Hash, HashOf(token));
    }

    private sealed class Turn(SemaphoreSlim held) : IDisposable
    {
        public void Dispose() => held.Release();
    }
}

/// <summary>Who will lead the district.</summary>
/// <param name="Account">The id that their account will have.</param>
/// <param name="Name">The name that people use.</param>
/// <param name="Login">What they sign in by.</param>
/// <param name="IsInRoster">Are they the educator of the roster that has this name already?</param>
internal sealed record FirstLeader(Guid Account, string Name, string Login, bool IsInRoster);
