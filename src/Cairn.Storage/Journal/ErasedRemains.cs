using System.Data.Common;
using Cairn.Learning;
using Cairn.Learning.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal;

/// <summary>What an erasure leaves to be done once it is durable: what deleted rows left in the engine's files is written over.</summary>
public static class ErasedRemains
{
    /// <summary>Writes over what is left; false where the engine was busy, and it has to be tried again.</summary>
    public static bool Clean(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        try
        {
            using var db = district.Open();
            district.Engine.WriteOver(db);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    /// <summary>Does an artifact of anybody show a file?</summary>
    public static bool IsShown(Db db, string hash)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.ArtifactFiles.AsNoTracking().Any(one => one.Hash == hash) || db.Artifacts.AsNoTracking().Any(one => one.Address.Contains(hash));
    }

    /// <summary>Learners of whom something was erased: what was kept of them in files goes too.</summary>
    public static IReadOnlySet<LearnerId> Erased(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Erasures.AsNoTracking().Where(one => one.State == ErasureState.Done).Select(one => one.Learner).ToHashSet();
    }

    /// <summary>Learners who are erased as persons: no import brings them back.</summary>
    public static IReadOnlySet<LearnerId> ErasedPeople(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Erasures.AsNoTracking().Where(one => one.State == ErasureState.Done).ToList().Where(one => one.ErasedParts().Contains(RetainedPart.Person)).Select(one => one.Learner).ToHashSet();
    }
}
