using Cairn.App.Access;
using Cairn.Learning;

namespace Cairn.App.Notices;

/// <summary>What letters somebody does not want any more.</summary>
internal enum StopKind
{
    /// <summary>Those that tell of a message.</summary>
    Mail = 1,

    /// <summary>The weekly one.</summary>
    Weekly = 2,
}

/// <summary>The address at the foot of a letter that ends such letters without a sign-in: sealed, so that nobody makes one for somebody else, and good for nothing but that.</summary>
internal static class StopLink
{
    /// <summary>Where it leads.</summary>
    public const string Route = "/letters/stop/{token}";

    private const string Name = "letters/stop";

    /// <summary>The address for one person.</summary>
    public static string Of(Served served, string site, PersonId person, StopKind kind) => $"{site}/letters/stop/{served.Folder.Secrets.CloseText($"{served.District!.Name} {person.Value:N} {kind}", Name)}";

    /// <summary>Whom an address is for, and what it ends; null where it was not made here, or for another district.</summary>
    public static (PersonId Person, StopKind Kind)? Read(Served served, string token) =>
        served.District is { } district && served.Folder.Secrets.OpenText(token, Name)?.Split(' ') is [var name, var person, var kind] && name == district.Name && Guid.TryParseExact(person, "N", out var id) && Enum.TryParse<StopKind>(kind, out var said)
            ? (new PersonId(id), said) : null;
}
