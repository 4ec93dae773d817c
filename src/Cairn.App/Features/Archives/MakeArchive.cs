using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Files;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>Where and when an archive is made, and in whose words its page speaks.</summary>
/// <param name="District">The district.</param>
/// <param name="Title">The district's name.</param>
/// <param name="Zone">The district's clock.</param>
/// <param name="Now">When, UTC.</param>
/// <param name="Words">The words of the page.</param>
internal sealed record ArchiveMaking(District District, string Title, TimeZoneInfo Zone, DateTime Now, Words Words)
{
    /// <summary>Where the district's files are; null where it has none.</summary>
    public FileStore? Files { get; init; }
}

/// <summary>Makes the archive of a person: everything that is held about them, in one zip.</summary>
internal static class MakeArchive
{
    /// <summary>Writes a learner's archive; false where the asker may not see the learner.</summary>
    public static bool OfLearner(ArchiveMaking making, Db db, Scope scope, LearnerId learner, Stream to)
    {
        if (HeldRows.Of(db, scope, learner) is not { } held) return false;
        ArchiveZip.Write(to, Contents(making, held), making.Title, making.Now, making.Files);
        return true;
    }

    /// <summary>Writes an educator's or a guardian's archive; for the command line and for themselves.</summary>
    public static void OfAdult(ArchiveMaking making, HeldOfAdult held, Stream to)
    {
        IReadOnlyList<ArchiveTable> tables =
        [
            ArchiveTable.Of("person", "id kind username name source endedAt", [held], one => [one.Id, one.Kind, one.Username, one.Name, one.Source, one.EndedAt]),
            .. ArchivePeople.Of(held.Relations, held.Access),
            ArchiveTable.Of("answers", "id purpose given until recordedAt", held.Consents, one => [one.Id.Value, one.Purpose.ToString(), one.IsGiven, one.Until, one.RecordedAt]),
            ArchiveTable.Of("requests", "id about wish askedAt dueOn state decision decidedAt statement", held.Amendments,
                one => [one.Id.Value, one.About, one.Wish, one.AskedAt, one.DueOn, one.State.ToString(), one.Decision, one.DecidedAt, one.Statement]),
            ArchiveRights.Journal(held.Journal),
        ];
        var index = new ArchiveIndex(making.Words, making.Title, making.Zone, making.Now).Of(held.Name, held.Relations, tables);
        ArchiveZip.Write(to, new ArchiveContents(held.Kind, held.Name, tables, index), making.Title, making.Now);
    }

    /// <summary>What a learner's archive holds.</summary>
    public static ArchiveContents Contents(ArchiveMaking making, HeldOfLearner held)
    {
        var frameworks = making.District.Frameworks;
        var conclusions = ArchiveConclusions.Of(held, frameworks, making.Now, making.Words);
        IReadOnlyList<ArchiveTable> tables =
        [
            Person(held),
            .. new ArchiveFacts(held, frameworks).Tables(),
            .. ArchiveConclusions.Tables(conclusions, making.Now, new ReasonWords(making.Words)),
            .. ArchivePeople.Of(held.Relations, held.Access),
            .. ArchiveBoard.Of(held),
            .. ArchiveProjects.Of(held, frameworks),
            .. ArchivePlans.Of(held, frameworks),
            .. ArchiveMobility.Of(held, frameworks),
            .. ArchiveCredits.Of(held, frameworks),
            .. ArchiveDiplomas.Of(held),
            .. ArchiveRights.Of(held),
            .. ArchivePacing.Of(held, frameworks),
            .. ArchiveRecords.Of(held),
        ];
        var index = new ArchiveIndex(making.Words, making.Title, making.Zone, making.Now).Of(held, conclusions, tables);
        return new ArchiveContents("learner", held.Learner.FullName, tables, index)
        {
            // Named by us: what a file was called when it came stands in the table of artifacts.
            Files = [.. held.Artifacts.Select(one => (one, Hash: FileStore.HashIn(one.Address))).Where(one => one.Hash is not null).Select(one => ($"files/{one.one.Evidence.Value:N}-{one.one.Position}{Ending(one.one.Name)}", one.Hash!)),
                .. held.Files.Where(one => one.IsWhole).Select(one => ($"files/{one.File.Evidence.Value:N}-f{one.File.Position}{Ending(one.File.Name)}", one.File.Hash))],
        };
    }

    // Only a plain ending, so that a program knows what to open it with.
    private static string Ending(string name) => Path.GetExtension(name) is { Length: > 1 and <= 6 } ending && ending[1..].All(char.IsAsciiLetterOrDigit) ? ending.ToLowerInvariant() : "";

    private static ArchiveTable Person(HeldOfLearner held) =>
        ArchiveTable.Of("person", "id username givenName familyName preferredName birthDate graduationYear school program source endedAt", [held.Learner],
            one => [one.Id.Value, one.Username, one.GivenName, one.FamilyName, one.PreferredName, one.BirthDate, one.GraduationYear, held.School, held.Program, one.Source, one.EndedAt]);
}
