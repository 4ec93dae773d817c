namespace Cairn.App.Access.Accounts;

/// <summary>A link that was opened: its secret goes from the address into a sealed cookie at once, so that no history, no log and no Referer
/// of a page behind it holds it. Opening it changes nothing.</summary>
internal sealed class CarriedLink(Carried carried)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    /// <summary>Takes the secret out of the address, and goes on without it.</summary>
    public IResult Take(string purpose, string token, string to)
    {
        carried.Put(Cookie(purpose), token, Length);
        return Results.Redirect(to);
    }

    public string? Read(string purpose) => carried.Read(Cookie(purpose));

    public void Drop(string purpose) => carried.Drop(Cookie(purpose));

    private static string Cookie(string purpose) => $"link-{purpose}";
}
