using System.Text.Json;

namespace Cairn.App.Access.Accounts;

/// <summary>What a secret lets somebody do.</summary>
public enum OnceKind
{
    /// <summary>Make their account.</summary>
    Invite,

    /// <summary>Choose a new password.</summary>
    Reset,

    /// <summary>Come in as a family.</summary>
    Claim,

    /// <summary>Bind a mentor's device.</summary>
    Mentor,
}

/// <summary>A secret that is shown for some minutes to who made it, and to nobody after.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Link">The address to open.</param>
/// <param name="Name">Whose it is; of a family the child's name.</param>
/// <param name="Until">Until when it works, UTC.</param>
public sealed record OnceShown(OnceKind Kind, string Link, string Name, DateTime Until)
{
    /// <summary>The code that is typed there; empty for none.</summary>
    public string Code { get; init; } = "";

    /// <summary>The one guardian whom it is for; empty for whoever cares for the child.</summary>
    public string Guardian { get; init; } = "";

    /// <summary>What the child signs in by, for another sheet.</summary>
    public string Username { get; init; } = "";

    /// <summary>In which session it was made.</summary>
    public Guid Session { get; init; }

    /// <summary>Where it is shown.</summary>
    internal const string Path = "/shown-once";

    private const string Cookie = "once";
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <summary>Keeps it sealed in the browser that asked for it, and leads to the page that shows it: asking for the page again makes no second one.</summary>
    internal IResult Keep(Visit visit, Carried carried)
    {
        carried.Put(Cookie, JsonSerializer.Serialize(this with { Session = visit.Session!.Id }), Length);
        return Results.Redirect(Path);
    }

    /// <summary>What the browser carries; null for nothing, or where it was made in another session.</summary>
    internal static OnceShown? Read(Visit visit, Carried carried) =>
        carried.Read(Cookie) is { } kept && JsonSerializer.Deserialize<OnceShown>(kept) is { } shown && shown.Session == visit.Session!.Id ? shown : null;
}
