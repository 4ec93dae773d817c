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
    /// <summary>Those in a conversation who are told of its newest message by mail: not who wrote it, and nobody of a family whom an order or a birthday keeps from the learner now.</summary>
    public static IReadOnlyList<Reached> OfConversation(Db db, ConversationId id, DateOnly today, DateTime now, string usual)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Conversations.AsNoTracking().FirstOrDefault(one => one.Id == id) is not { } found) return [];
        var by = db.Messages.AsNoTracking().Where(one => one.Conversation == id).ToList().MaxBy(one => one.At)?.By;
        var learner = found.Learner is { } about ? db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == about) : null;
        var members = db.ConversationMembers.AsNoTracking().Where(one => one.Conversation == id).ToList()
            .Where(one => one.Person != by && (one.Part == MemberPart.Educator || learner is null || MessageRows.IsOfFamily(db, learner, one.Person.Value, today, now)));
        return [.. members.SelectMany(one => AddressesOf(db, one.Person, usual)).Where(one => one.Choice.ByMail)];
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
