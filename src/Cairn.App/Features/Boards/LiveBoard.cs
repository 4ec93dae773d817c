using System.Globalization;
using System.Threading.Channels;
using Cairn.App.Access;
using Cairn.App.Running;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Boards;
using Cairn.Storage.Live;
using Cairn.Storage.Queries;

namespace Cairn.App.Features.Boards;

/// <summary>
/// The stream of a board: a number each time somebody of the group was touched, and nothing of them. Whoever hears it asks for the board anew,
/// through the same door as before. At each sign of life it is looked at again whether the board is still theirs.
/// </summary>
internal static class LiveBoard
{
    private const string Route = ShowBoard.Route + "/live";
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, Show).For(Who.Educators);

    private static IResult? Show(Guid group, Visit visit, HttpContext http, LiveStreams streams, Sessions sessions, Draining draining, IHostApplicationLifetime life, TimeProvider clock, SiteOptions options)
    {
        var id = new GroupId(group);
        if (BoardRows.WhoseOf(visit.Scope, id) is not { } whose) return null;
        if (draining.Is || life.ApplicationStopping.IsCancellationRequested) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (SessionCookie.Read(http.Request) is not { } token || streams.Enter(Sessions.Hash(token)) is not { } place) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        // It lasts for hours, and may outlive the site's services: whatever it needs of them it has now, and nothing is asked of them after it.
        http.Response.RegisterForDispose(place);
        return new Line(() => Follow(id, whose, visit, http, sessions, CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, draining.Begun, life.ApplicationStopping), clock, options.Beat));
    }

    private static async Task Follow(GroupId id, IReadOnlySet<LearnerId> whose, Visit visit, HttpContext http, Sessions sessions, CancellationTokenSource over, TimeProvider clock, TimeSpan beat)
    {
        using var end = over;
        var served = visit.Served;
        visit.HoldNothing();
        var news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var (said, heard) = (news.Writer, news.Reader);
        using var following = served.District!.Touches.Follow(touched =>
        {
            if (touched.Concerns(id, Volatile.Read(ref whose))) said.TryWrite(true);
        });
        http.Response.ContentType = "text/event-stream";
        // What stands between passes each word on at once.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            // Whoever asks for the head of it gets that.
            if (http.Response.Body == Stream.Null) return;
            await Say(http, served.District.Touches, end.Token);
            while (await Wait(heard, beat, clock, end.Token) is var hasNews)
            {
                if (StillFor(http, served, sessions, clock, id) is not { } now) break;
                Volatile.Write(ref whose, now);
                if (!hasNews)
                {
                    await Write(http, ":\n\n", end.Token);
                    continue;
                }

                await Say(http, served.District.Touches, end.Token);
                // Thirty keys in a row are one piece of news, or two: what comes meanwhile waits, and is looked at once.
                await Task.Delay(Rest, clock, end.Token);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException || (gone is ObjectDisposedException && end.IsCancellationRequested))
        {
            // The reader went, or the site stops: the page asks again by itself.
        }
    }

    private static Task Say(HttpContext http, Touches touches, CancellationToken end)
    {
        var newest = touches.Newest().ToString(CultureInfo.InvariantCulture);
        return Write(http, $"data: {newest}\n\n", end);
    }

    private static async Task Write(HttpContext http, string words, CancellationToken end)
    {
        await http.Response.WriteAsync(words, end);
        await http.Response.Body.FlushAsync(end);
    }

    /// <summary>True for news, false for a sign of life that is due.</summary>
    private static async Task<bool> Wait(ChannelReader<bool> news, TimeSpan beat, TimeProvider clock, CancellationToken end)
    {
        using var due = new CancellationTokenSource(beat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, end);
        try
        {
            return await news.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>The learners of the group, if its board is still for whoever reads; by what the district says now.</summary>
    private static IReadOnlySet<LearnerId>? StillFor(HttpContext http, Served served, Sessions sessions, TimeProvider clock, GroupId group)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, served.Zone));
        if (sessions.Look(SessionCookie.Read(http.Request), served.District!, today) is not { IsUnfinished: false } session) return null;
        using var db = served.District!.Open();
        if (KnownActor.Of(db, session.Actor with { Account = session.Account }, today) is not { } actor) return null;
        return BoardRows.WhoseOf(new Scope(db, Viewing.Of(http.Request, db, actor, today, now) ?? actor, today, now), group);
    }
    /// <summary>What is answered once everybody was asked who may have it.</summary>
    private sealed class Line(Func<Task> follow) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => follow();
    }
}
