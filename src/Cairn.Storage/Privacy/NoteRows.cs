using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>Notes about a learner: one's own, and what was shared. A private note is found by its author and by nobody else.</summary>
public static class NoteRows
{
    /// <summary>The asker's own notes about a learner, newest first; none while somebody else looks at what the asker sees.</summary>
    public static IReadOnlyList<PrivateNote> OwnOf(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator || !scope.Actor.MayWrite || scope.Find(learner) is null) return [];
        var author = new EducatorId(scope.Actor.Person);
        return [.. db.PrivateNotes.AsNoTracking().Where(one => one.Learner == learner && one.Author == author).ToList().OrderByDescending(one => one.WrittenAt)];
    }

    /// <summary>Notes that were shared, with their authors' names, newest first: a part of the record.</summary>
    public static IReadOnlyList<(PrivateNote Note, string Author)> SharedOf(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord)) return [];
        return [.. (from note in db.PrivateNotes.AsNoTracking()
                    where note.Learner == learner && note.SharedAt != null
                    join author in db.Educators.AsNoTracking() on note.Author equals author.Id
                    select new { note, author.DisplayName }).ToList().OrderByDescending(one => one.note.SharedAt).Select(one => (one.note, one.DisplayName))];
    }

    /// <summary>Writes a new note of the asker's.</summary>
    public static PrivateNoteId Add(WriteTurn turn, Actor author, LearnerId learner, string text, PrivateNoteId? id = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(author);
        // A form that is sent twice makes one.
        if (id is { } made && turn.Db.PrivateNotes.Any(one => one.Id == made)) return made;
        var note = new PrivateNote(id ?? new PrivateNoteId(Guid.CreateVersion7()), new EducatorId(author.Person), learner, text, turn.Now);
        turn.Db.Add(note);
        turn.Db.SaveChanges();
        return note.Id;
    }

    /// <summary>Changes a note of the asker's own; false where it is not theirs, or was shared.</summary>
    public static bool Change(WriteTurn turn, Actor author, LearnerId learner, PrivateNoteId id, Action<PrivateNote> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(change);
        var self = new EducatorId(author.Person);
        if (turn.Db.PrivateNotes.FirstOrDefault(one => one.Id == id && one.Author == self && one.Learner == learner) is not { SharedAt: null } note) return false;
        change(note);
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>Takes a private note of the asker's own away; one that was shared stays, for it is a part of the record.</summary>
    public static bool Remove(WriteTurn turn, Actor author, LearnerId learner, PrivateNoteId id)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return Change(turn, author, learner, id, note => turn.Db.Remove(note));
    }
}
