using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Features.Imports;

/// <summary>What is brought in.</summary>
public enum ImportKind
{
    Roster,
    Program,
    Framework,
}

/// <summary>Who brings what: what is written down beside an import.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Name">The file or folder, as whoever brings it calls it.</param>
internal sealed record Bringing(string Source, string Name)
{
    /// <summary>Who; empty at the command line.</summary>
    public Guid By { get; init; }

    /// <summary>Who acts, for the journal.</summary>
    public Acting Acting { get; init; } = Acting.Operator;

    /// <summary>The run that waits to be applied; null where it is applied at once.</summary>
    public Guid? Run { get; init; }

    /// <summary>Writes in the name of whoever brings it.</summary>
    public Task<T> Write<T>(District district, Func<WriteTurn, T> work) => district.Writer.Alone(work, Acting);
}
