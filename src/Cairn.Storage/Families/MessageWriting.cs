using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Families;

/// <summary>Writes messages, notes who opened them, and lets a school read back. Whoever writes is asked for their relation anew, in the same turn.</summary>
public static class MessageWriting
{
    /// <summary>Begins a conversation about a learner; null where the actor may not, or somebody is named whom they may not write to.</summary>
    public static ConversationId? Begin(WriteTurn turn, Actor actor, DateOnly today, LearnerId learner, IReadOnlyCollection<PersonId> to, string subject, string text, ConversationId? id = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(to);
        var scope = new Scope(turn.Db, actor, today, turn.Now);
        if (MessageRows.PartOf(actor) is not { } part || scope.Find(learner) is not { } found || !scope.May(learner, Rights.SeeRecord)) return null;
        var policy = MessageRows.PolicyFor(turn.Db, found.School);
        var allowed = MessageRows.WhomTo(turn.Db, scope, found, today, turn.Now, policy);
        var chosen = allowed.Where(one => to.Contains(one.Person)).ToList();
        if (chosen.Count == 0 || chosen.Count != to.Distinct().Count() || !policy.May(part, isAnswer: false, found.AgeOn(today))) return null;
        if (id is { } made && turn.Db.Conversations.Any(one => one.Id == made)) return made;
        var begun = new Conversation(id ?? new ConversationId(Guid.CreateVersion7()), learner, null, new PersonId(actor.Person), subject, turn.Now);
        turn.Db.Add(begun);
        turn.Db.SaveChanges();
        turn.Db.Add(new ConversationMember(begun.Id, new PersonId(actor.Person), part, turn.Now));
        foreach (var one in chosen) turn.Db.Add(new ConversationMember(begun.Id, one.Person, one.Part, turn.Now));
        turn.Db.Add(new Message(new MessageId(Guid.CreateVersion7()), begun.Id, learner, new PersonId(actor.Person), part, text, turn.Now));
        turn.Db.SaveChanges();
        return begun.Id;
    }

    /// <summary>Answers in a conversation that the actor is in; false where they may not. An announcement is answered by nobody.</summary>
    public static bool Answer(WriteTurn turn, Actor actor, DateOnly today, ConversationId id, string text, MessageId? message = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        var scope = new Scope(turn.Db, actor, today, turn.Now);
        if (MessageRows.PartOf(actor) is not { } part || MessageRows.Find(turn.Db, scope, id) is not { Learner: { } learner } || scope.Find(learner) is not { } found) return false;
        if (!MessageRows.PolicyFor(turn.Db, found.School).May(part, isAnswer: true, found.AgeOn(today))) return false;
        if (message is { } made && turn.Db.Messages.Any(one => one.Id == made)) return true;
        turn.Db.Add(new Message(message ?? new MessageId(Guid.CreateVersion7()), id, learner, new PersonId(actor.Person), part, text, turn.Now));
        turn.Db.Conversations.First(one => one.Id == id).Came(turn.Now);
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>Tells the families of a group something: each guardian who cares for a learner there today and whom no order keeps away. Null where the actor does not work with the group.</summary>
    public static ConversationId? Announce(WriteTurn turn, Actor actor, DateOnly today, GroupId group, string subject, string text, ConversationId? id = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        var scope = new Scope(turn.Db, actor, today, turn.Now);
        if (!actor.IsEducator || !scope.Groups().Any(one => one.Id == group)) return null;
        var learners = scope.LearnersOf(group).ToList().Where(one => scope.May(one.Id, Rights.SeeRecord | Rights.SeeNotes)).ToList();
        if (learners.Count == 0) return null;
        if (id is { } made && turn.Db.Conversations.Any(one => one.Id == made)) return made;
        var begun = new Conversation(id ?? new ConversationId(Guid.CreateVersion7()), null, group, new PersonId(actor.Person), subject, turn.Now);
        turn.Db.Add(begun);
        turn.Db.SaveChanges();
        var to = learners.SelectMany(learner => turn.Db.Guardianships.AsNoTracking().Where(one => one.Learner == learner.Id).Select(one => one.Guardian).ToList()
            .Where(one => MessageRows.IsOfFamily(turn.Db, learner, one.Value, today, turn.Now))).Distinct().ToList();
        turn.Db.Add(new ConversationMember(begun.Id, new PersonId(actor.Person), MemberPart.Educator, turn.Now));
        foreach (var one in to) turn.Db.Add(new ConversationMember(begun.Id, new PersonId(one.Value), MemberPart.Guardian, turn.Now));
        turn.Db.Add(new Message(new MessageId(Guid.CreateVersion7()), begun.Id, null, new PersonId(actor.Person), MemberPart.Educator, text, turn.Now));
        turn.Db.SaveChanges();
        return begun.Id;
    }

    /// <summary>Notes that the actor opened all that stands in a conversation; how many were new to them.</summary>
    public static int Open(WriteTurn turn, Actor actor, DateOnly today, ConversationId id)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        var self = new PersonId(actor.Person);
        if (!actor.MayWrite || MessageRows.Find(turn.Db, new Scope(turn.Db, actor, today, turn.Now), id) is null) return 0;
        var fresh = turn.Db.Messages.AsNoTracking().Where(one => one.Conversation == id && one.By != self && !turn.Db.MessageReads.Any(read => read.Message == one.Id && read.Person == self)).Select(one => one.Id).ToList();
        foreach (var one in fresh) turn.Db.Add(new MessageRead(one, self, turn.Now));
        turn.Db.SaveChanges();
        return fresh.Count;
    }

    /// <summary>All that was written about a learner, for who leads the school or answers for privacy: with a reason, which the journal keeps and the family can read. Empty for anybody else.</summary>
    public static IReadOnlyList<(Conversation About, IReadOnlyList<Message> Messages)> ReadBack(WriteTurn turn, Actor actor, DateOnly today, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.IsEducator || !new Scope(turn.Db, actor, today, turn.Now).May(learner, Rights.SeeRecord | Rights.Amend)) return [];
        turn.Tell(JournalAct.Viewed, learner, new { what = "messages" });
        var messages = turn.Db.Messages.AsNoTracking().Where(one => one.Learner == learner).ToList().ToLookup(one => one.Conversation);
        return [.. turn.Db.Conversations.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.NewestAt)
            .Select(one => (one, (IReadOnlyList<Message>)[.. messages[one.Id].OrderBy(each => each.At)]))];
    }

    /// <summary>Who of those an announcement went to opened it, for who wrote it and for who leads: the names of guardians, and whether they did.</summary>
    public static IReadOnlyList<(string Name, DateTime? ReadAt)> ReceiptsOf(Db db, Scope scope, Conversation announcement)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(announcement);
        if (announcement.Group is not { } group || !scope.Actor.IsEducator || !scope.Groups().Any(one => one.Id == group) || announcement.StartedBy.Value != scope.Actor.Person) return [];
        var reads = (from message in db.Messages.AsNoTracking()
                     where message.Conversation == announcement.Id
                     join read in db.MessageReads.AsNoTracking() on message.Id equals read.Message
                     select new { read.Person, read.At }).ToList().GroupBy(one => one.Person).ToDictionary(one => one.Key.Value, one => one.Min(each => each.At));
        var members = db.ConversationMembers.AsNoTracking().Where(one => one.Conversation == announcement.Id && one.Part == MemberPart.Guardian).Select(one => one.Person).ToList().ConvertAll(one => new GuardianId(one.Value));
        return [.. db.Guardians.AsNoTracking().Where(one => members.Contains(one.Id)).ToList().OrderBy(one => one.DisplayName, StringComparer.Ordinal)
            .Select(one => (one.DisplayName, reads.TryGetValue(one.Id.Value, out var at) ? at : (DateTime?)null))];
    }
}
