namespace Cairn.App.Tests;

/// <summary>On which engine this run makes its districts: the whole suite runs on both. What is about files, or about one engine's
/// own SQL, carries the trait of its engine and runs there only. So does what is the same whatever keeps the rows (looks, languages, what
/// another site may send) and takes minutes: it runs where no server has to be asked.</summary>
internal static class Engines
{
    /// <summary>The trait's name; its values are <see cref="Sqlite"/> and <see cref="Postgres"/>.</summary>
    public const string Trait = "engine";

    public const string Sqlite = "sqlite";

    public const string Postgres = "postgres";

    public static bool IsPostgres { get; } = !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Cairn.Storage.DataFolder.ServerVariable));
}
