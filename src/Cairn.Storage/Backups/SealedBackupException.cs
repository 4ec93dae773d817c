namespace Cairn.Storage.Backups;

/// <summary>A backup is sealed, and no passphrase was given.</summary>
/// <param name="file">The backup.</param>
public sealed class SealedBackupException(string file) : RefusedException($"{file} is sealed. Give its passphrase by --passphrase-file, or by {Passphrase.Variable}.");
