using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;

namespace Cairn.App.Features.Assessing;

/// <summary>Where a learner stands in a room, in the order of the grid, and who comes next.</summary>
/// <param name="Group">The room; null where the learner is in none of the reader's.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">The learner's place, from 1.</param>
/// <param name="Count">How many are in it.</param>
/// <param name="Next">Who comes next; null after the last.</param>
public sealed record RoomPlace(GroupId? Group, string Name, int Place, int Count, LearnerId? Next)
{
    private static readonly RoomPlace Nowhere = new(null, "", 0, 0, null);

    internal static RoomPlace Of(Visit visit, Words words, Learner learner, string? asked)
    {
        var own = visit.Scope.Groups().Select(one => one.Id).ToHashSet();
        var groups = visit.Scope.GroupsOf(learner.Id).Where(one => own.Contains(one.Id)).ToList();
        if ((groups.Find(one => Guid.TryParse(asked, out var id) && one.Id.Value == id) ?? groups.FirstOrDefault()) is not { } group || visit.Frameworks.Count == 0) return Nowhere;
        var compare = StringComparer.Create(words.Culture, CompareOptions.IgnoreCase);
        var rows = visit.Scope.GridOf(visit.Frameworks[0].Content.Framework.Id, group.Id).OrderBy(one => one.CalledName, compare).ThenBy(one => one.FamilyName, compare).ThenBy(one => one.Username, StringComparer.Ordinal).ToList();
        var place = rows.FindIndex(one => one.Learner == learner.Id);
        return place < 0 ? Nowhere : new RoomPlace(group.Id, group.Name, place + 1, rows.Count, place + 1 < rows.Count ? rows[place + 1].Learner : null);
    }
}
