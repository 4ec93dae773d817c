using Cairn.Learning;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal;

/// <summary>Takes out the words beside facts of the official record, once they are sealed: part of the procedure of erasure.</summary>
internal static class ErasingWords
{
    /// <summary>Titles and grades of awards, and what a panel wrote.</summary>
    public static void OfCredit(Db db, LearnerId learner)
    {
        db.CreditAwardTexts.Where(text => db.CreditAwards.Any(one => one.Learner == learner && one.Id == text.Award)).ExecuteDelete();
        db.PanelVoteTexts.Where(text => db.PanelVotes.Any(one => one.Learner == learner && one.Id == text.Vote)).ExecuteDelete();
    }

    /// <summary>Audits that diplomas were awarded on.</summary>
    public static void OfDiplomas(Db db, LearnerId learner) =>
        db.DiplomaAwardTexts.Where(one => db.DiplomaAwards.Any(award => award.Id == one.Award && award.Learner == learner)).ExecuteDelete();

    /// <summary>The bytes of issued records.</summary>
    public static void OfIssued(Db db, LearnerId learner) =>
        db.FrozenBytes.Where(one => db.FrozenRecords.Any(record => record.Id == one.Record && record.Learner == learner)).ExecuteDelete();
}
