using Cairn.Learning.Diplomas;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>What holds diplomas: their rules by version, who aims at which, and what was awarded.</summary>
public abstract partial class Db
{
    /// <summary>Rules of diplomas, in every version.</summary>
    public DbSet<DiplomaPlan> DiplomaPlans => Set<DiplomaPlan>();

    /// <summary>Versions that are not adopted yet.</summary>
    public DbSet<DiplomaDraft> DiplomaDrafts => Set<DiplomaDraft>();

    internal DbSet<DiplomaChoice> DiplomaChoices => Set<DiplomaChoice>();

    internal DbSet<DiplomaPin> DiplomaPins => Set<DiplomaPin>();

    internal DbSet<DiplomaAward> DiplomaAwards => Set<DiplomaAward>();

    internal DbSet<DiplomaAwardText> DiplomaAwardTexts => Set<DiplomaAwardText>();

    internal DbSet<DiplomaWithdrawal> DiplomaWithdrawals => Set<DiplomaWithdrawal>();
}
