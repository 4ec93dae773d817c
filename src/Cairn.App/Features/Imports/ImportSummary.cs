using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Interop.Csv;
using Cairn.Learning.Frameworks;
using Cairn.Storage;

namespace Cairn.App.Features.Imports;

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>Its files are being read.</summary>
    Reading,

    /// <summary>The dry run is done; it can be applied where nothing is wrong.</summary>
    Looked,

    /// <summary>It is being stored.</summary>
    Applying,

    /// <summary>It is in.</summary>
    Applied,

    /// <summary>It is being taken back.</summary>
    Undoing,

    /// <summary>It was taken back.</summary>
    Undone,
}

/// <summary>Somebody who claims a role above teacher.</summary>
public sealed record Claimant(string Name, string Role, string File, int Row);

/// <summary>A framework as an import would leave it, and the versions that an undo needs.</summary>
public sealed record FrameworkSummary(string Code, string Title, int Number, int ChangeCount, IReadOnlyList<ChangeLine> Changes)
{
    /// <summary>How many parts are new: they are counted, not listed.</summary>
    public int Added { get; init; }

    /// <summary>The version that was in force before; null where there was none.</summary>
    public int? InForce { get; init; }

    /// <summary>Does it say nothing new that is read, but bring other fields of a package, which are kept with the next version?</summary>
    public bool IsUnread { get; init; }

    /// <summary>The version that it made; null where it made none.</summary>
    public Guid? Made { get; init; }

    /// <summary>The version that its undo made; null where it stands.</summary>
    public Guid? UndoneAs { get; init; }
}

/// <summary>One part of a framework that changes, with old and new words, and how many judgments hang on it.</summary>
public sealed record ChangeLine(ChangedPart Part, string Code, string Title, IReadOnlyList<ChangeKind> Kinds, int Judgments, IReadOnlyList<FieldChange> Fields);

/// <summary>What came of an import, in short: what is kept beside its row, and shown.</summary>
public sealed record ImportSummary(ImportState State)
{
    /// <summary>How many faults, changes and claims are kept here; all faults are in the run's content.</summary>
    public const int MostShown = 50;

    private const int MostChanges = 200;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public IReadOnlyDictionary<string, Tally> Parts { get; init; } = new Dictionary<string, Tally>(StringComparer.Ordinal);

    /// <summary>Who and what is in a roster's files; null where it is none.</summary>
    public RosterCounts? Counts { get; init; }

    public int Errors { get; init; }

    public int Warnings { get; init; }

    /// <summary>The first faults, what is wrong before what is odd.</summary>
    public IReadOnlyList<RowFault> Shown { get; init; } = [];

    public IReadOnlyList<Claimant> Claims { get; init; } = [];

    /// <summary>How many learners would leave, and of how many.</summary>
    public int Leaving { get; init; }

    public int LeavingOf { get; init; }

    /// <summary>Would so many leave that somebody must say that it is meant?</summary>
    public bool AreManyLeaving { get; init; }

    public FrameworkSummary? Framework { get; init; }

    /// <summary>When the record was looked at for the dry run, UTC; null where that was not noted.</summary>
    public DateTime? LookedAt { get; init; }

    /// <summary>Did rows of its source stand here that no run tells of? Then nobody knows what to come back to.</summary>
    public bool HasUnknownBefore { get; init; }

    /// <summary>Why it could not be read, stored or taken back, in words; empty where nothing is in the way.</summary>
    public string Trouble { get; init; } = "";

    /// <summary>Who took it back; empty at the command line.</summary>
    public Guid UndoneBy { get; init; }

    [JsonIgnore]
    public bool IsNothing => Framework is { } framework ? framework is { Made: null, ChangeCount: 0, IsUnread: false } : Parts.Values.All(one => one.IsNothing);

    [JsonIgnore]
    public int Added => Parts.Values.Sum(one => one.Added);

    [JsonIgnore]
    public int Changed => Parts.Values.Sum(one => one.Changed);

    [JsonIgnore]
    public int Ended => Parts.Values.Sum(one => one.Ended);

    internal static ImportSummary Of(ImportOutcome outcome) => Of(outcome.Change, outcome.Faults, outcome.IsApplied);

    internal static ImportSummary Of(RosterOutcome outcome) => Of(outcome.Change, outcome.Faults, outcome.IsApplied) with
    {
        Counts = outcome.Counts, Claims = [.. outcome.Claimants.Take(MostChanges)], Leaving = outcome.Leaving.Learners, LeavingOf = outcome.Leaving.Of, AreManyLeaving = outcome.AreManyLeaving,
    };

    internal static ImportSummary Of(FrameworkOutcome outcome) => Of(outcome.Tallies, outcome.Faults, outcome.IsApplied) with
    {
        Framework = outcome.Framework is not { } framework ? null : new FrameworkSummary(framework.Code, framework.Title, outcome.Number, outcome.Changes.Count,
            [.. outcome.Changes.Where(one => !one.Kinds.Contains(ChangeKind.Added)).Select(one => new ChangeLine(one.Part, one.SaidCode, one.Title, one.Kinds, outcome.JudgmentsOf(one), [.. one.SaidFields]))
                .OrderByDescending(one => one.Judgments).Take(MostChanges)]) { Made = outcome.Made, InForce = outcome.InForce, IsUnread = outcome.IsChanged && outcome.Changes.Count == 0, Added = outcome.Changes.Count(one => one.Kinds.Contains(ChangeKind.Added)) },
    };

    public static ImportSummary Read(string json) => JsonSerializer.Deserialize<ImportSummary>(json, Json) ?? new ImportSummary(ImportState.Looked);

    public string Write() => JsonSerializer.Serialize(this, Json);

    private static ImportSummary Of(ImportChange change, FaultList faults, bool isApplied) => new(isApplied ? ImportState.Applied : ImportState.Looked)
    {
        Parts = change.Sheets.ToDictionary(StringComparer.Ordinal), Errors = faults.Errors.Count, Warnings = faults.Warnings.Count,
        Shown = [.. faults.Errors.Concat(faults.Warnings).Take(MostShown)],
    };
}
