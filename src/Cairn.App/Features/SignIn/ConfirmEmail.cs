using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.SignIn;

/// <summary>A letter came back with its code: the address is its account's from now on. A button does it, not the opening of the link.</summary>
public partial class ConfirmEmail
{
    internal const string Path = "/confirm";

    /// <summary>The address; empty where the link does not work any more.</summary>
    [Parameter] public string Email { get; set; } = "";

    /// <summary>Is it confirmed now?</summary>
    [Parameter] public bool IsDone { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "/{token}", (string token, CarriedLink link) => link.Take(Codes.Confirm, token, Path)).For(Who.Anyone);
        routes.MapGet(Path, Show).For(Who.Anyone);
        routes.MapPost(Path, Confirm).For(Who.Anyone);
    }

    private static RazorComponentResult<ConfirmEmail> Page(string email, bool isDone = false) =>
        new(new { Email = email, IsDone = isDone }) { StatusCode = email.Length == 0 ? StatusCodes.Status404NotFound : StatusCodes.Status200OK, PreventStreamingRendering = true };

    private static OneTimeCode? Find(Visit visit, CarriedLink link) =>
        visit.Served.District is null ? null : Codes.FindLink(visit.Db, Codes.Confirm, link.Read(Codes.Confirm), visit.Now);

    private static async Task<IResult> Show(Visit visit, CarriedLink link, DeadLinks dead) => Find(visit, link) is { } code ? Page(code.Email) : await Dead(link, dead);

    private static async Task<IResult> Dead(CarriedLink link, DeadLinks dead)
    {
        await dead.Tell(Codes.Confirm, link.Read(Codes.Confirm));
        return Page("");
    }

    private static async Task<IResult> Confirm(Visit visit, CarriedLink link, DeadLinks dead)
    {
        if (Find(visit, link) is not { } code) return await Dead(link, dead);
        var isDone = await visit.Write(turn =>
        {
            if (!Codes.Use(turn, code.Id, visit.Now) || turn.Db.Accounts.FirstOrDefault(one => one.Id == code.Account && one.EndedAt == null) is not { } account || !NewAccount.MayHaveAddress(turn.Db, code.Email, account.Id)) return false;
            (account.Email, account.IsEmailConfirmed) = (code.Email, true);
            account.Version++;
            return true;
        });
        link.Drop(Codes.Confirm);
        return isDone ? Page(code.Email, isDone: true) : Page("");
    }
}
