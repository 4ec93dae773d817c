using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Assessing;

/// <summary>An educator's level in place of the rule's.</summary>
public static class Deciding
{
    /// <summary>Sets it; sent again under the same key it changes nothing.</summary>
    /// <param name="turn">The turn that writes.</param>
    /// <param name="author">Who decides.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="learner">Of whom.</param>
    /// <param name="key">Made with the form.</param>
    /// <param name="said">Competency, stage, level and why.</param>
    /// <param name="until">The first moment it does not hold any more, UTC.</param>
    public static Assessed Set(WriteTurn turn, Actor author, DateOnly today, LearnerId learner, Guid key, SaidClaim said, DateTime until)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(said);
        if (Assessed.Of(new PieceJudging(turn, author, today).Look(learner, Rights.Override).Fault) is var fault && fault != AssessFault.None) return new Assessed(fault);
        var id = new OverrideId(NamedId.Of("decision", $"{author.Person:N}", $"{learner.Value:N}", $"{key:N}"));
        if (turn.Db.Overrides.AsNoTracking().Any(one => one.Learner == learner && one.Competency == said.Competency && one.Id == id)) return new Assessed(AssessFault.None);
        var set = new Override(id, learner, said.Competency, said.Stage, said.Level!.Value, new PersonId(author.Person), turn.Now, default, until);
        turn.Record(new Recording(learner) { Overrides = [set], OverrideTexts = [new OverrideText(id, said.Reason)] });
        turn.Db.SaveChanges();
        return new Assessed(AssessFault.None);
    }
}
