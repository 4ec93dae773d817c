using Cairn.Learning.Credits;
using Cairn.Learning.Evidence;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Where a learner came from and goes to, and what helps them: transcripts of other schools, levels for granted, accommodations, languages.</summary>
public abstract partial class Db
{
    /// <summary>What courses elsewhere are taken for.</summary>
    public DbSet<CourseEquivalent> CourseEquivalents => Set<CourseEquivalent>();

    internal DbSet<PriorTranscript> PriorTranscripts => Set<PriorTranscript>();

    internal DbSet<PriorLine> PriorLines => Set<PriorLine>();

    internal DbSet<ProvisionalLevel> ProvisionalLevels => Set<ProvisionalLevel>();

    internal DbSet<SpecialSituation> SpecialSituations => Set<SpecialSituation>();

    internal DbSet<Accommodation> Accommodations => Set<Accommodation>();

    internal DbSet<LanguageLevel> LanguageLevels => Set<LanguageLevel>();

    internal DbSet<EvidenceLanguage> EvidenceLanguages => Set<EvidenceLanguage>();
}
