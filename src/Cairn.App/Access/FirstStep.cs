using System.Text.Json;

namespace Cairn.App.Access;

/// <summary>Between the password and the second factor: whose password was right, carried sealed in the browser for five minutes. It is no
/// session: nothing opens by it but the second step.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Stamp">The account's security stamp: a password that is changed meanwhile ends it.</param>
/// <param name="IsShared">Is the device shared?</param>
/// <param name="Back">Where they wanted to go.</param>
internal sealed record FirstStep(Guid Account, string Stamp, bool IsShared, string? Back)
{
    public const string Cookie = "step";
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    public void Put(Carried carried) => carried.Put(Cookie, JsonSerializer.Serialize(this), Length);

    public static FirstStep? Read(Carried carried) => carried.Read(Cookie) is { } text ? JsonSerializer.Deserialize<FirstStep>(text) : null;
}
