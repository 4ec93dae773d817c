using System.Globalization;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Projects;

namespace Cairn.App.Features.Boards;

/// <summary>What was just done on a board, and the form that undoes it. It stands in the address, so that it outlives a reload; it says nothing
/// but what the board knows, and undoing asks for the same rights as doing.</summary>
/// <param name="Words">What was done.</param>
/// <param name="Undo">The fields of the form that undoes it; none where nothing does.</param>
public sealed record BoardDone(string Words, IReadOnlyList<(string Name, string Value)> Undo)
{
    private static readonly string[] Fields = ["do", "who", "project", "back", "leave", "hand", "talks", "seen"];

    /// <summary>The address of a board that says what was done.</summary>
    /// <param name="group">Whose board.</param>
    /// <param name="done">What: a word of <c>board.done.*</c>.</param>
    /// <param name="of">The learner or project that it was done to.</param>
    /// <param name="undo">The fields of the form that undoes it.</param>
    internal static string Address(GroupId group, string done, Guid of, params ReadOnlySpan<(string Name, string Value)> undo)
    {
        var address = $"{ShowBoard.PathOf(group)}?done={done}&of={of:N}";
        foreach (var (name, value) in undo) address += $"&undo-{name}={Uri.EscapeDataString(value)}";
        return address;
    }

    internal static BoardDone? Of(IQueryCollection asked, Board board, Words words)
    {
        if (!Guid.TryParse(asked["of"], out var of)) return null;
        var name = board.Learners.FirstOrDefault(one => one.Id.Value == of)?.Name ?? board.Cards.FirstOrDefault(one => one.Id.Value == of)?.Question ?? "";
        var said = asked["done"].ToString() switch
        {
            "on" => words["board.done.on", ("name", name)],
            "start" => words["board.done.start", ("name", name)],
            "raise" => words["board.done.raise", ("name", name)],
            "lower" => words["board.done.lower", ("name", name)],
            "plan" => words["board.done.plan", ("name", name)],
            "held" => words["board.done.held", ("name", name)],
            "show" => words["board.done.show"],
            "end" => words["board.done.end"],
            "undone" => words["board.done.undone"],
            _ => "",
        };
        if (said.Length == 0) return null;
        return new BoardDone(said, [.. Fields.Where(field => asked[$"undo-{field}"].ToString() is { Length: > 0 and < 4000 }).Select(field => (field, asked[$"undo-{field}"].ToString()))]);
    }

    /// <summary>Talks as a field holds them: each with the day it was planned for before, or a word of its own.</summary>
    internal static string Talks(IEnumerable<(CheckInId Talk, string With)> talks) => string.Join(' ', talks.Select(one => $"{one.Talk.Value:N}{one.With}"));

    internal static IEnumerable<(CheckInId Talk, string With)> Talks(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(100)
        .Where(one => one.Length >= 32 && Guid.TryParseExact(one[..32], "N", out _)).Select(one => (new CheckInId(Guid.ParseExact(one[..32], "N")), one[32..]));

    internal static DateOnly? Day(string with) => DateOnly.TryParseExact(with, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
