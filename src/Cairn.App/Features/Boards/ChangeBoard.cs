using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Cairn.Storage.Boards;

namespace Cairn.App.Features.Boards;

/// <summary>Each change of a board: a tap, a form of its own, and a way to undo it.</summary>
internal static class ChangeBoard
{
    private const int LongestQuestion = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(ShowBoard.Route, Change).For(Who.Educators);

    private static async Task<IResult?> Change(Guid group, Visit visit, Words words, HttpContext http)
    {
        var id = new GroupId(group);
        if (visit.Scope.BoardOf(id) is null) return null;
        if (!visit.Scope.PlansWith(id)) return SignedIn.Refuse(Ui.Layout.RefusalKind.NotAllowed);
        var typed = await Typed.Read(http, words);
        // Everything is looked up in the turn, with the rights of that moment: how it goes on is an address; a fault is words.
        var (address, trouble) = await visit.Write(turn => Do(new Asked(turn, new Scope(turn.Db, visit.Actor!, visit.Today, turn.Now), id, visit.Today, typed, words)));
        if (trouble is not null) return ShowBoard.Page(id, visit, words, http, isWall: false, trouble);
        return address is null ? null : Results.Redirect(address);
    }

    private static (string? Address, string? Trouble) Do(Asked asked) => asked.Typed["do"] switch
    {
        "on" => On(asked),
        "back" => Undone(asked, BoardMoves.PutBack(asked.Turn, asked.Scope, asked.Group, asked.Who, new ProjectId(asked.Typed.Id("back")), asked.Typed.Id("leave") is var left && left != Guid.Empty ? new ProjectId(left) : null, asked.Today)),
        "unstart" => Undone(asked, BoardMoves.NotStarted(asked.Turn, asked.Scope, asked.Group, asked.Project)),
        "raise" => Raise(asked),
        "lower" => Lower(asked),
        "stay" => Undone(asked, TalkMoves.Lower(asked.Turn, asked.Scope, asked.Hand, isUp: true) is not null),
        "unraise" => Undone(asked, TalkMoves.Lower(asked.Turn, asked.Scope, asked.Hand) is not null),
        "plan" => Plan(asked),
        "unplan" => Undone(asked, TalkMoves.Unplan(asked.Turn, asked.Scope, BoardDone.Talks(asked.Typed["talks"]).Select(one => (one.Talk, BoardDone.Day(one.With))))),
        "held" => Held(asked),
        "unheld" => Undone(asked, TalkMoves.NotHeld(asked.Turn, asked.Scope, BoardDone.Talks(asked.Typed["talks"]).Select(one => (one.Talk, one.With == "n")))),
        "show" => Move(asked, ProjectState.Shown, "show"),
        "end" => Move(asked, ProjectState.Ended, "end"),
        "resume" => Move(asked, ProjectState.Active, "undone"),
        _ => (null, null),
    };

    private static (string?, string?) On(Asked asked)
    {
        if (asked.Who == default) return (null, asked.Words["board.fault.who"]);
        if (asked.Project == default && asked.Typed["question"].Length > 0)
        {
            if (asked.Typed.Text("question", LongestQuestion, isNeeded: true) is var text && !asked.Typed.IsGood) return (null, asked.Typed.Fault("question"));
            return BoardMoves.Start(asked.Turn, asked.Scope, asked.Group, asked.Who, text, asked.Today) is { } begun
                ? (BoardDone.Address(asked.Group, "start", asked.Who.Value, ("do", "unstart"), ("project", $"{begun.Value:N}")), null) : (null, null);
        }

        if (asked.Project == default) return (null, asked.Words["board.fault.what"]);
        return BoardMoves.PutOn(asked.Turn, asked.Scope, asked.Group, asked.Who, asked.Project, asked.Today) is var (before, hasJoined)
            ? (BoardDone.Address(asked.Group, "on", asked.Who.Value, ("do", "back"), ("who", $"{asked.Who.Value:N}"), ("back", $"{before.Value:N}"), ("leave", hasJoined ? $"{asked.Project.Value:N}" : "")), null) : (null, null);
    }

    private static (string?, string?) Raise(Asked asked) =>
        BoardMoves.IsHere(asked.Scope, asked.Group, asked.Who) && TalkMoves.Raise(asked.Turn, asked.Scope, asked.Who, asked.Project == default ? null : asked.Project, "") is { } hand
            ? (BoardDone.Address(asked.Group, "raise", asked.Who.Value, ("do", "unraise"), ("hand", $"{hand.Value:N}")), null) : (null, null);

    private static (string?, string?) Lower(Asked asked) =>
        TalkMoves.Lower(asked.Turn, asked.Scope, asked.Hand) is { } whose
            ? (BoardDone.Address(asked.Group, "lower", whose.Value, ("do", "stay"), ("hand", $"{asked.Hand.Value:N}")), null) : (null, null);

    private static (string?, string?) Plan(Asked asked)
    {
        var day = int.TryParse(asked.Typed["in"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= TalkMoves.FarthestDays ? asked.Today.AddDays(days) : asked.Typed.Day("day");
        if (day is not { } when || when < asked.Today || when > asked.Today.AddDays(TalkMoves.FarthestDays)) return (null, asked.Words["board.fault.day"]);
        if (IsStale(asked)) return (null, asked.Words["board.fault.stale"]);
        if (TalkMoves.Plan(asked.Turn, asked.Scope, asked.Group, asked.People, asked.Project == default ? null : asked.Project, when) is not { } planned) return (null, null);
        var talks = BoardDone.Talks(planned.Select(one => (one.Talk, one.Before is { } before ? before.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : "")));
        return (BoardDone.Address(asked.Group, "plan", asked.Of, ("do", "unplan"), ("talks", talks)), null);
    }

    // The day that whoever taps had before them: another may have planned meanwhile.
    private static bool IsStale(Asked asked) => asked.Project != default
        && BoardRows.NextOf(asked.Turn.Db, asked.Project, [.. asked.People.Where(one => BoardMoves.IsHere(asked.Scope, asked.Group, one))]) is var next && asked.Typed["next"] != (next?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    private static (string?, string?) Held(Asked asked)
    {
        if (TalkMoves.Hold(asked.Turn, asked.Scope, asked.Group, asked.People, asked.Project == default ? null : asked.Project, asked.Today) is not { } held) return (null, null);
        return (BoardDone.Address(asked.Group, "held", asked.Of, ("do", "unheld"), ("talks", BoardDone.Talks(held.Select(one => (one.Talk, one.IsNew ? "n" : ""))))), null);
    }

    private static (string?, string?) Move(Asked asked, ProjectState to, string done)
    {
        var seen = asked.Typed.WholeOrNone("seen", 1, int.MaxValue);
        return BoardMoves.Move(asked.Turn, asked.Scope, asked.Group, asked.Project, to, seen) switch
        {
            null => (null, null),
            0 => (null, asked.Words["board.fault.stale"]),
            var version when to == ProjectState.Active => (BoardDone.Address(asked.Group, done, asked.Project.Value), null),
            var version => (BoardDone.Address(asked.Group, done, asked.Project.Value, ("do", "resume"), ("project", $"{asked.Project.Value:N}"), ("seen", $"{version}")), null),
        };
    }

    private static (string?, string?) Undone(Asked asked, bool isDone) =>
        isDone ? (BoardDone.Address(asked.Group, "undone", asked.Group.Value), null) : (null, asked.Words["board.fault.undo"]);

    /// <summary>A tap, with what it needs.</summary>
    private sealed record Asked(WriteTurn Turn, Scope Scope, GroupId Group, DateOnly Today, Typed Typed, Words Words)
    {
        public LearnerId Who => new(Typed.Id("who"));

        public ProjectId Project => new(Typed.Id("project"));

        public HandId Hand => new(Typed.Id("hand"));

        /// <summary>One learner, or those that a card names.</summary>
        public IReadOnlyList<LearnerId> People => [.. Typed["who"].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Take(100).Where(one => Guid.TryParse(one, out _)).Select(one => new LearnerId(Guid.Parse(one)))];

        /// <summary>What a sentence about it names: the one learner, or the project.</summary>
        public Guid Of => People is [var one] ? one.Value : Project.Value;
    }
}
