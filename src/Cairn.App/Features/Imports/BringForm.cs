namespace Cairn.App.Features.Imports;

/// <summary>What somebody typed to bring something in, and what is wrong with it. A browser does not give chosen files back.</summary>
public sealed record BringForm(ImportKind? Kind, string Source)
{
    public static BringForm Empty { get; } = new(null, "");

    public string? KindError { get; init; }

    public string? SourceError { get; init; }

    public string? FilesError { get; init; }

    public bool IsGood => KindError is null && SourceError is null && FilesError is null;
}
