using Cairn.Learning.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>What holds official records: profiles of schools, records as they were issued, errata, links and who opened them.</summary>
public abstract partial class Db
{
    /// <summary>What schools say of themselves, in every version.</summary>
    public DbSet<SchoolProfile> SchoolProfiles => Set<SchoolProfile>();

    internal DbSet<FrozenRecord> FrozenRecords => Set<FrozenRecord>();

    internal DbSet<FrozenBytes> FrozenBytes => Set<FrozenBytes>();

    internal DbSet<Erratum> Errata => Set<Erratum>();

    internal DbSet<TranscriptShare> TranscriptShares => Set<TranscriptShare>();

    internal DbSet<TranscriptOpening> TranscriptOpenings => Set<TranscriptOpening>();
}
