using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Families;

/// <summary>Where somebody hears from school: an address that was confirmed, and the language they read.</summary>
/// <param name="Person">Who.</param>
/// <param name="Email">The address.</param>
/// <param name="Choice">What they chose; the usual where they chose nothing.</param>
public sealed record Reached(PersonId Person, string Email, NoticeChoice Choice);

/// <summary>Who is reached by mail, and how.</summary>
public static class NoticeRows
{
    /// <summary>Those in a conversation who are told of its newest message by mail: not who wrote it, nobody who opened it, and nobody of a family whom an order or a birthday keeps from the learner now.</summary>
    public static IReadOnlyList<Reached> OfConversation(Db db, ConversationId id, DateOnly today, DateTime now, string usual)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Conversations.AsNoTracking().FirstOrDefault(one => one.Id == id) is not { } found) return [];
        var newest = db.Messages.AsNoTracking().Where(one => one.Conversation == id).ToList().MaxBy(one => one.At);
        var (by, about) = (newest?.By, found.Learner);
        var opened = newest is null ? [] : db.MessageReads.AsNoTracking().Where(one => one.Message == newest.Id).Select(one => one.Person).ToHashSet();
        var learner = about is null ? null : db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == about);
        var members = db.ConversationMembers.AsNoTracking().Where(one => one.Conversation == id).ToList()
            .Where(one => one.Person != by && !opened.Contains(one.Person) && (one.Part == MemberPart.Educator || learner is null || MessageRows.IsOfFamily(db, learner, one.Person.Value, today, now)));
        return [.. members.SelectMany(one => AddressesOf(db, one.Person, usual)).Where(one => one.Choice.ByMail)];
    }

    /// <summary>The policy that a conversation's letters go by: that of the learner's school; the district's where it is about nobody.</summary>
    public static MessagePolicy PolicyOf(Db db, ConversationId id)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Conversations.AsNoTracking().Where(one => one.Id == id).Select(one => one.Learner).FirstOrDefault() is { } learner ? PolicyOf(db, learner) : MessageRows.PolicyFor(db, null);
    }

    /// <summary>The policy that letters about a learner go by: that of their school.</summary>
    public static MessagePolicy PolicyOf(Db db, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        return MessageRows.PolicyFor(db, db.Learners.AsNoTracking().Where(one => one.Id == learner).Select(one => one.School).FirstOrDefault());
    }

    /// <summary>Guardians who are told by mail of a learner's newest conference that was opened: those who may hear of the learner now, and have not signed it as it stands.</summary>
    public static IReadOnlyList<Reached> OfConference(Db db, LearnerId learner, DateOnly today, DateTime now, string usual)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == learner) is not { } found
            || db.Conferences.AsNoTracking().Where(one => one.Learner == learner && one.OpenedAt != null).ToList().MaxBy(one => one.CreatedAt) is not { } newest) return [];
        var signed = db.ConferenceSignatures.AsNoTracking().Where(one => one.Conference == newest.Id && one.Edition == newest.Edition).Select(one => one.Person).ToHashSet();
        return [.. db.Guardianships.AsNoTracking().Where(one => one.Learner == learner).Select(one => one.Guardian).ToList().Distinct().Select(one => new PersonId(one.Value))
            .Where(one => !signed.Contains(one) && MessageRows.IsOfFamily(db, found, one.Value, today, now)).SelectMany(one => AddressesOf(db, one, usual)).Where(one => one.Choice.ByMail)];
    }

    /// <summary>Guardians whose weekly letter is due: none was written for six days, and they did not say no.</summary>
    public static IReadOnlyList<Reached> WeeklyDue(Db db, DateTime now, string usual)
    {
        ArgumentNullException.ThrowIfNull(db);
        var due = now.AddDays(-6);
        var reached = (from account in db.Accounts.AsNoTracking()
                       where account.EndedAt == null && account.IsEmailConfirmed && account.Email != ""
                       join person in db.AccountPeople.AsNoTracking() on account.Id equals person.Account
                       where person.Kind == ActorKind.Guardian
                       select new { person.Person, account.Email }).ToList();
        var choices = db.NoticeChoices.AsNoTracking().ToList().ToDictionary(one => one.Person);
        return [.. reached.Select(one => new Reached(new PersonId(one.Person), one.Email, choices.GetValueOrDefault(new PersonId(one.Person)) ?? new NoticeChoice(new PersonId(one.Person), usual)))
            .Where(one => one.Choice.Weekly && !(one.Choice.LastWeekly > due)).OrderBy(one => one.Person.Value)];
    }

    /// <summary>Notes that weekly letters were written.</summary>
    public static int Wrote(WriteTurn turn, IReadOnlyCollection<Reached> to)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(to);
        foreach (var one in to.DistinctBy(one => one.Person))
        {
            var found = turn.Db.NoticeChoices.FirstOrDefault(each => each.Person == one.Person);
            if (found is null) turn.Db.Add(found = new NoticeChoice(one.Person, one.Choice.Language));
            found.Wrote(turn.Now);
        }

        turn.Db.SaveChanges();
        return to.Count;
    }

    private static IEnumerable<Reached> AddressesOf(Db db, PersonId person, string usual)
    {
        var choice = PolicyRows.ChoiceOf(db, person) ?? new NoticeChoice(person, usual);
        return (from account in db.Accounts.AsNoTracking()
                where account.EndedAt == null && account.IsEmailConfirmed && account.Email != ""
                join each in db.AccountPeople.AsNoTracking() on account.Id equals each.Account
                where each.Person == person.Value
                select account.Email).ToList().Select(email => new Reached(person, email, choice));
    }
}
