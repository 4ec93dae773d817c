using System.Security.Cryptography;
using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Badges;

/// <summary>A new badge: what is printed, and shown this once.</summary>
/// <param name="Name">Given name, and the first letter of the family name.</param>
/// <param name="Address">What its picture leads to.</param>
/// <param name="Pictures">Three pictures, by number.</param>
public sealed record NewBadge(string Name, string Address, IReadOnlyList<int> Pictures);

/// <summary>Makes badges anew and shows them, to be printed: those before them end. Only hashes are kept.</summary>
public partial class PrintBadges
{
    private const int CodeBytes = 16;

    /// <summary>The badges.</summary>
    [Parameter] public IReadOnlyList<NewBadge> Badges { get; set; } = [];

    /// <summary>The way back.</summary>
    [Parameter] public string Back { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/badges/print", Print).AddEndpointFilter(BadgesDoor.Keepers);

    private static async Task<IResult?> Print(Guid group, Visit visit, Words words, HttpContext http, Passwords passwords, SiteAddress address, Sessions sessions)
    {
        var form = await SentForm.Of(http.Request);
        var one = Guid.TryParse(form["learner"], out var asked) ? asked : (Guid?)null;
        var holders = ShowBadges.InOrder(ShowBadges.HoldersOf(visit, new GroupId(group)).Where(each => one is null || each.Learner.Id.Value == one), words);
        if (holders.Count == 0) return null;
        var (made, kept, root) = (new List<NewBadge>(), new List<(LearnerId Learner, byte[] Secret, string Pictures)>(), address.Of(visit.Served));
        foreach (var holder in holders)
        {
            var code = Base32.Read(Base32.ForPaper(RandomNumberGenerator.GetBytes(CodeBytes)));
            int[] pictures = [.. Enumerable.Range(0, Glyphs.Chosen).Select(_ => RandomNumberGenerator.GetInt32(Glyphs.Count))];
            if (await passwords.Hash(Glyphs.Said(holder.Learner.Id, pictures)) is not { } hash) return SignedIn.Refuse(Ui.Layout.RefusalKind.TooMany);
            kept.Add((holder.Learner.Id, Sessions.HashBytes(code), hash));
            made.Add(new NewBadge(Glyphs.NameOf(holder.Learner), $"{root}/badge/{code}", pictures));
        }

        await visit.Write(turn =>
        {
            foreach (var (learner, secret, pictures) in kept) BadgeRows.Make(turn, learner, secret, pictures);
            return true;
        });
        sessions.Forget(each => each.OpenedDevice is not null);
        return new RazorComponentResult<PrintBadges>(new { Badges = (IReadOnlyList<NewBadge>)made, Back = BadgesDoor.PathOf(new GroupId(group)) }) { PreventStreamingRendering = true };
    }
}
