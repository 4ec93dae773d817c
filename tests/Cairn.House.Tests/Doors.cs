namespace Cairn.House.Tests;

/// <summary>Whatever is written goes through the journal, in the name of whoever asked.</summary>
public sealed class Doors
{
    /// <summary>Where work is written in the name of somebody who is handed in, because the same work is done at the command line.</summary>
    private static readonly string[] HandedIn = ["src/Cairn.App/Features/Imports/ImportKind.cs", "src/Cairn.App/Features/Imports/ImportWork.cs", "src/Cairn.App/Features/Journal/ShowJournal.cs", "src/Cairn.App/Features/Journal/Verifications.cs",
        // Nobody is signed in yet while a password is hashed anew.
        "src/Cairn.App/Features/SignIn/EnterByPassword.cs"];

    /// <summary>Sets that may be changed past the change tracker: parts of drafts, which their adoption vouches for; what imports noted; and what the journal does not hold.</summary>
    private static readonly string[] Free =
    [
        "SourcePackages", "PortraitLinks", "PortraitQualities", "Associations", "Exemplars", "StageDescriptors", "Descriptors", "StageRequirements", "Targets", "Competencies", "Areas", "FrameworkVersions",
        "ImportRuns", "Sessions", "KeptAnswers", "Standings", "SourceLinks",
    ];

    /// <summary>The procedure of erasure, which seals before it deletes.</summary>
    private const string Erasure = "src/Cairn.Storage/Journal/Erasing";

    [Fact]
    public void Features_write_through_the_visit() => (
        from file in Tree.HandWritten("src")
        where file.Path.StartsWith("src/Cairn.App/Features/", StringComparison.Ordinal) && !HandedIn.Contains(file.Path, StringComparer.Ordinal)
        from line in file.Code.Split('\n')
        where line.Contains(".Writer.", StringComparison.Ordinal)
        select $"{file.Path}: {line.Trim()}")
        .ShouldBeNone("use visit.Write(…) or visit.Record(…): the journal has to say who asked.");

    [Fact]
    public void Nothing_that_the_journal_holds_is_changed_past_it() => (
        from file in Tree.HandWritten("src")
        where !file.Path.StartsWith(Erasure, StringComparison.Ordinal)
        from line in file.Code.Split('\n')
        where line.Contains(".ExecuteDelete(", StringComparison.Ordinal) || line.Contains(".ExecuteUpdate(", StringComparison.Ordinal)
        where !Free.Any(set => line.Contains($"b.{set}.", StringComparison.Ordinal)) && line.TrimStart()[0] != '.'
        select $"{file.Path}: {line.Trim()}")
        .ShouldBeNone("read the rows and change or remove them by the change tracker, so that each has its entry; or add the set to Doors.Free, if the journal does not hold it.");
}
