using System.Globalization;
using Cairn.App.Ui.Words;
using Cairn.Storage.Journal.Verification;

namespace Cairn.App.Features.Journal;

/// <summary>What a verification found, in words: what, when and by whom it was last written, and what to do.</summary>
internal sealed class FoundWords(Words words)
{
    /// <summary>What was found.</summary>
    public string What(Found found)
    {
        var text = words[$"journal.found.{found.Kind}", ("table", found.Table), ("id", found.Id), ("entry", Number(found.Entry)), ("last", Number(found.LastEntry ?? found.Entry))];
        if (found.Columns.Count > 0) text += " " + words["journal.found.columns", ("count", found.Columns.Count), ("columns", string.Join(", ", found.Columns))];
        return found.Detail.Length > 0 ? $"{text} {found.Detail}" : text;
    }

    /// <summary>When the entry was written, by whom and through which door; null where nobody can tell.</summary>
    public string? Written(Found found) => found is not { At: { } at, Actor: { } actor } ? null
        : words["journal.found.written", ("at", at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)), ("who", words[$"journal.actor.{actor}"]), ("person", found.Person == Guid.Empty ? "" : found.Person.ToString()), ("door", found.Door)];

    /// <summary>What to do; null where nothing is wrong.</summary>
    public string? Mend(Found found) => found.Kind switch
    {
        FoundKind.Erased => null,
        FoundKind.CheckpointForged or FoundKind.CheckpointUnknown => words["journal.mend.key"],
        FoundKind.RowBack or FoundKind.NotErased => words["journal.mend.erase"],
        FoundKind.Unreadable or FoundKind.RowUnreadable => words["journal.mend.restore"],
        FoundKind.AdoptedWithoutEntry => words["journal.mend.takeUp"],
        _ => words["journal.mend.compare"],
    };

    private static string Number(long? entry) => entry?.ToString(CultureInfo.InvariantCulture) ?? "";
}
