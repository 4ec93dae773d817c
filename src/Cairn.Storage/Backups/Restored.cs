namespace Cairn.Storage.Backups;

/// <summary>How far a restore has come: what is about to be done. A process that is stopped before <see cref="MovedIn"/> leaves no district.</summary>
public enum RestoreStep
{
    /// <summary>Every entry of the archive is what its manifest says.</summary>
    LookedOver,

    /// <summary>Every row is in a new database beside.</summary>
    Filled,

    /// <summary>Its state is the archive's, it is of this cairn's schema, and it was looked over.</summary>
    Checked,

    /// <summary>Database and files are in their place.</summary>
    MovedIn,
}

/// <summary>What an archive holds, before anything is done with it.</summary>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="IsSealed">Is it sealed with a passphrase?</param>
/// <param name="IsOlder">Is it of an older schema than this cairn's, so that it is brought up to date when it is restored?</param>
public sealed record ArchiveLook(BackupManifest Manifest, bool IsSealed, bool IsOlder);

/// <summary>What came of a restore or of a check.</summary>
/// <param name="Manifest">What the archive says of itself.</param>
/// <param name="IsSealed">Is it sealed with a passphrase?</param>
/// <param name="Engine">The engine it was restored on.</param>
/// <param name="Where">Where the district's database is; empty for a check.</param>
/// <param name="StateHash">The state of what was restored: the archive's, before it was brought up to date.</param>
/// <param name="Applied">Migrations that brought it up to date.</param>
/// <param name="Findings">What the checkup found.</param>
public sealed record Restored(BackupManifest Manifest, bool IsSealed, string Engine, string Where, string StateHash, IReadOnlyList<string> Applied, IReadOnlyList<CheckupFinding> Findings);
