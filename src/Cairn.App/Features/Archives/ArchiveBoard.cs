using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>What boards hold of a learner as tables of an archive.</summary>
internal static class ArchiveBoard
{
    public static IEnumerable<ArchiveTable> Of(HeldOfLearner held)
    {
        yield return ArchiveTable.Of("hands", "id project words raisedAt loweredAt loweredBy", held.Board.Hands,
            one => [one.Id.Value, one.Project?.Value, one.Words, one.RaisedAt, one.LoweredAt, held.Names.GetValueOrDefault(one.LoweredBy.Value, "")]);
        yield return ArchiveTable.Of("board", "group project since", held.Board.Focuses, one => [one.Group.Value, one.Project.Value, one.Since]);
    }
}
