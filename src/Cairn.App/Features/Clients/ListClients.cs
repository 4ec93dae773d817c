using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning.People;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Clients;

/// <summary>Other systems that may ask: what each may do, for which school, until when; and the way to let one in or to shut it out.</summary>
public partial class ListClients
{
    private const int MostShown = 200;

    /// <summary>The systems, those that work first.</summary>
    [Parameter] public IReadOnlyList<Row> Rows { get; set; } = [];

    /// <summary>Schools that one can be held to.</summary>
    [Parameter] public IReadOnlyList<Organization> Schools { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The name of the one that was just made; null where none was.</summary>
    [Parameter] public string? MadeName { get; set; }

    /// <summary>Its token, shown this once.</summary>
    [Parameter] public string? Token { get; set; }

    /// <summary>A system, and how it stands.</summary>
    public sealed record Row(Guid Id, string Name, IReadOnlyList<string> Scopes, string? School, ClientState State, DateTime Until, DateTime? LastUsedAt);

    internal static void Map(IEndpointRouteBuilder clients) => clients.MapGet("", (Visit visit, Words words) => Page(visit, Start(words)));

    /// <summary>The form before anybody types.</summary>
    internal static Typed Start(Words words) => Typed.Of(words, ("days", 90));

    internal static RazorComponentResult<ListClients> Page(Visit visit, Typed typed, (string Name, string Token)? made = null)
    {
        var schools = ClientTokens.Schools(visit.Db);
        var clients = visit.Db.ApiClients.AsNoTracking().OrderByDescending(one => one.CreatedAt).Take(MostShown).ToList();
        return new(new
        {
            Rows = (IReadOnlyList<Row>)[.. clients.Select(one => RowOf(one, schools, visit.Now)).OrderBy(one => one.State)], Schools = schools, Typed = typed, MadeName = made?.Name, Token = made?.Token,
        }) { PreventStreamingRendering = true, StatusCode = typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    private static Row RowOf(ApiClient one, IReadOnlyList<Organization> schools, DateTime now) => new(
        one.Id, one.Name, one.Scopes.Split(' '), schools.FirstOrDefault(school => school.Id == one.School)?.Name,
        one.EndedAt is not null ? ClientState.Revoked : now >= one.ExpiresAt ? ClientState.Expired : ClientState.Works, one.EndedAt ?? one.ExpiresAt, one.LastUsedAt);
}

/// <summary>How a system stands.</summary>
public enum ClientState
{
    /// <summary>Its token works.</summary>
    Works,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Revoked,
}
