using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>A table of an archive: it is written once as JSON and once as a sheet, so that the two never differ.</summary>
/// <param name="Name">Its name: of the list in the JSON, and of the sheet.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows; a cell is a text, a number, an id, yes or no, a day, a moment in UTC, or null.</param>
internal sealed record ArchiveTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    public static ArchiveTable Of<T>(string name, string columns, IEnumerable<T> from, Func<T, object?[]> row) =>
        new(name, columns.Split(' '), [.. from.Select(one => (IReadOnlyList<object?>)row(one))]);
}

/// <summary>What an archive holds, ready to be written.</summary>
/// <param name="Kind">"learner", "educator" or "guardian".</param>
/// <param name="Name">The person's name.</param>
/// <param name="Tables">All its tables.</param>
/// <param name="Index">The page that opens without anything else, as HTML.</param>
internal sealed record ArchiveContents(string Kind, string Name, IReadOnlyList<ArchiveTable> Tables, string Index)
{
    /// <summary>Files of the work that are kept here: the name in the archive, and the hash they are kept by.</summary>
    public IReadOnlyList<(string Name, string Hash)> Files { get; init; } = [];
}

/// <summary>Tables that archives of learners and of grown-ups share.</summary>
internal static class ArchivePeople
{
    public static IEnumerable<ArchiveTable> Of(IReadOnlyList<HeldRelation> relations, HeldAccess access)
    {
        yield return ArchiveTable.Of("relations", "kind name as from until", relations, one => [one.Kind, one.Name, one.As, one.From, one.Until]);
        yield return ArchiveTable.Of("accounts", "login email hasPassword hasSecondFactor createdAt endedAt lastSignInAt", access.Accounts,
            one => [one.Login, one.Email, one.HasPassword, one.HasSecondFactor, one.CreatedAt, one.EndedAt, one.LastSignInAt]);
        yield return ArchiveTable.Of("signInKeys", "kind name createdAt endedAt", access.Keys, one => [one.Kind, one.Name, one.CreatedAt, one.EndedAt]);
        yield return ArchiveTable.Of("sessions", "device beganAt endedAt", access.Sessions, one => [one.Device, one.BeganAt, one.EndedAt]);
    }
}
