using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Assessing;

/// <summary>What is said to a learner at a place in their work.</summary>
public static class FeedbackRows
{
    /// <summary>Adds words at a place; only who judges the learner does.</summary>
    /// <param name="turn">The turn that writes.</param>
    /// <param name="author">Who says it.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="learner">To whom.</param>
    /// <param name="piece">About which piece of theirs.</param>
    /// <param name="position">Which file of it; null for the piece itself.</param>
    /// <param name="at">Where in it.</param>
    /// <param name="words">What is said.</param>
    public static Assessed Add(WriteTurn turn, Actor author, DateOnly today, LearnerId learner, EvidenceId piece, int? position, Anchor at, string words)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(author);
        if (!at.IsGood) throw new ArgumentException("There is no such place.", nameof(at));
        if (Assessed.Of(new PieceJudging(turn, author, today).Look(learner).Fault) is var fault && fault != AssessFault.None) return new Assessed(fault);
        if (!turn.Db.Evidence.Any(one => one.Id == piece && one.Learner == learner)) return new Assessed(AssessFault.NotFound);
        if (turn.Db.Retractions.Any(one => one.Learner == learner && one.Kind == RetractedKind.Evidence && one.Fact == piece.Value)) return new Assessed(AssessFault.Retracted);
        if (position is { } file && !turn.Db.ArtifactFiles.AsNoTracking().Any(one => one.Evidence == piece && one.Position == file)) return new Assessed(AssessFault.NotFound);
        // A form that is sent twice says it once.
        var self = new PersonId(author.Person);
        if (turn.Db.Feedback.AsNoTracking().Any(one => one.Evidence == piece && one.Author == self && one.Position == position && one.Kind == at.Kind && one.First == at.First && one.Second == at.Second && one.Words == words)) return new Assessed(AssessFault.None, null, piece);
        turn.Db.Add(new Feedback(new FeedbackId(Guid.CreateVersion7()), piece, new PersonId(author.Person), position, at.Kind, at.First, at.Second, words, turn.Now));
        turn.Db.SaveChanges();
        return new Assessed(AssessFault.None, null, piece);
    }
}
