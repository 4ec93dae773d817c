using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Families;

/// <summary>A conversation as somebody in it sees it.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Learner">About whom; null for an announcement.</param>
/// <param name="Unread">Messages that the reader has not opened.</param>
public sealed record ConversationLine(Conversation Conversation, Learner? Learner, int Unread);

/// <summary>Somebody who may be written to.</summary>
/// <param name="Person">Who.</param>
/// <param name="Part">In what part.</param>
/// <param name="Name">The name that is shown; never an address.</param>
public sealed record Correspondent(PersonId Person, MemberPart Part, string Name);

/// <summary>Messages: whoever is in a conversation reads it, for as long as they stand in a relation to the learner. Nobody else does, but who reads back with a reason.</summary>
public static class MessageRows
{
    /// <summary>The reader's conversations, the newest first; about one learner where one is named. None for mentors and other systems.</summary>
    public static IReadOnlyList<ConversationLine> Of(Db db, Scope scope, LearnerId? learner = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (PartOf(scope.Actor) is null) return [];
        var self = new PersonId(scope.Actor.Person);
        var mine = db.Conversations.AsNoTracking().Where(one => db.ConversationMembers.Any(member => member.Conversation == one.Id && member.Person == self));
        if (learner is not null) mine = mine.Where(one => one.Learner == learner);
        var unread = db.Messages.AsNoTracking().Where(one => one.By != self && mine.Any(each => each.Id == one.Conversation) && !db.MessageReads.Any(read => read.Message == one.Id && read.Person == self))
            .GroupBy(one => one.Conversation).Select(one => new { one.Key, Count = one.Count() }).ToDictionary(one => one.Key, one => one.Count);
        return [.. mine.ToList().OrderByDescending(one => one.NewestAt).Select(one => new ConversationLine(one, one.Learner is { } about ? scope.Find(about) : null, unread.GetValueOrDefault(one.Id)))
            .Where(one => one.Conversation.Learner is null || one.Learner is not null)];
    }

    /// <summary>How many messages the reader has not opened.</summary>
    public static int UnreadOf(Db db, Scope scope) => Of(db, scope).Sum(one => one.Unread);

    /// <summary>One conversation that the reader is in, and may still read; null for none.</summary>
    public static Conversation? Find(Db db, Scope scope, ConversationId id)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (PartOf(scope.Actor) is null) return null;
        var self = new PersonId(scope.Actor.Person);
        return db.Conversations.AsNoTracking().FirstOrDefault(one => one.Id == id) is { } found && db.ConversationMembers.AsNoTracking().Any(one => one.Conversation == id && one.Person == self)
            && (found.Learner is not { } about || scope.May(about, Rights.SeeRecord)) ? found : null;
    }

    /// <summary>The messages of a conversation that the reader is in, oldest first.</summary>
    public static IReadOnlyList<Message> MessagesOf(Db db, Scope scope, ConversationId id) =>
        Find(db, scope, id) is null ? [] : [.. db.Messages.AsNoTracking().Where(one => one.Conversation == id).ToList().OrderBy(one => one.At).ThenBy(one => one.Id.Value)];

    /// <summary>Who is in a conversation that the reader is in: educators and the learner by name, families as far as <see cref="WhomTo"/> names them to the reader.</summary>
    public static IReadOnlyList<ConversationMember> MembersOf(Db db, Scope scope, ConversationId id) =>
        Find(db, scope, id) is null ? [] : [.. db.ConversationMembers.AsNoTracking().Where(one => one.Conversation == id).ToList().OrderBy(one => one.Part).ThenBy(one => one.Since)];

    /// <summary>Whom the reader may write to about a learner: a family the educators who work with the learner; an educator the learner and each guardian whom
    /// no order keeps away. One home is never named to the other.</summary>
    public static IReadOnlyList<Correspondent> WhomTo(Db db, Scope scope, Learner learner, DateOnly today, DateTime now, MessagePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(policy);
        if (PartOf(scope.Actor) is not { } part || !scope.May(learner.Id, Rights.SeeRecord)) return [];
        if (part != MemberPart.Educator) return [.. EducatorsOf(db, learner.Id, today)];
        List<Correspondent> all = [.. db.Guardians.AsNoTracking().Where(one => db.Guardianships.Any(care => care.Guardian == one.Id && care.Learner == learner.Id)).ToList()
            .Where(one => IsOfFamily(db, learner, one.Id.Value, today, now)).Select(one => new Correspondent(new PersonId(one.Id.Value), MemberPart.Guardian, one.DisplayName))];
        if (policy.May(MemberPart.Learner, isAnswer: true, learner.AgeOn(today))) all.Add(new Correspondent(learner.Id.Person, MemberPart.Learner, learner.CalledName));
        return all;
    }

    /// <summary>The policy of a learner's school; the district's, else the usual one, where it has none.</summary>
    public static MessagePolicy PolicyFor(Db db, OrganizationId? school)
    {
        ArgumentNullException.ThrowIfNull(db);
        var district = db.Organizations.AsNoTracking().First(one => one.Kind == OrganizationKind.District).Id;
        var found = db.MessagePolicies.AsNoTracking().Where(one => one.School == district || one.School == school).ToList();
        return found.Find(one => one.School == school) ?? found.FirstOrDefault() ?? new MessagePolicy(school ?? district);
    }

    /// <summary>In what part an actor writes; null where they do not.</summary>
    public static MemberPart? PartOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Kind switch { ActorKind.Learner => MemberPart.Learner, ActorKind.Guardian => MemberPart.Guardian, _ => actor.IsEducator ? MemberPart.Educator : null };
    }

    /// <summary>May somebody of a family hear of a learner: the learner, or a guardian who cares for them today, with no order against it, until the 18th birthday?</summary>
    internal static bool IsOfFamily(Db db, Learner learner, Guid person, DateOnly today, DateTime now)
    {
        if (person == learner.Id.Value) return true;
        var guardian = new Actor(ActorKind.Guardian, person, "");
        return new Scope(db, guardian, today, now).Find(learner.Id) is not null;
    }

    private static IEnumerable<Correspondent> EducatorsOf(Db db, LearnerId learner, DateOnly today) =>
        db.Educators.AsNoTracking().Where(one => one.EndedAt == null
            && (db.Teachings.Any(teaching => teaching.Educator == one.Id && teaching.From <= today && (teaching.Until == null || teaching.Until >= today)
                    && db.Enrollments.Any(enrollment => enrollment.Learner == learner && enrollment.Group == teaching.Group && enrollment.From <= today && (enrollment.Until == null || enrollment.Until >= today)))
                || db.Caseloads.Any(entry => entry.Educator == one.Id && entry.Learner == learner && entry.From <= today && (entry.Until == null || entry.Until >= today))))
        .OrderBy(one => one.DisplayName).ToList().Select(one => new Correspondent(new PersonId(one.Id.Value), MemberPart.Educator, one.DisplayName));
}
