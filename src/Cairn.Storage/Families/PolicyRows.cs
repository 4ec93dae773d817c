using Cairn.Learning;
using Cairn.Learning.Families;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Families;

/// <summary>What schools decide about messages, and what people choose about notices.</summary>
public static class PolicyRows
{
    /// <summary>Decides for a school that the asker leads: whether they do is asked at the door.</summary>
    public static Changed Decide(WriteTurn turn, OrganizationId school, int version, Action<MessagePolicy> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(change);
        var found = turn.Db.MessagePolicies.FirstOrDefault(one => one.School == school);
        if ((found ?? MessageRows.PolicyFor(turn.Db, school)).Version != version) return Changed.Overtaken;
        if (found is null) turn.Db.Add(found = new MessagePolicy(school));
        change(found);
        turn.Db.SaveChanges();
        return Changed.Done;
    }

    /// <summary>What somebody chose about notices; null where they chose nothing.</summary>
    public static NoticeChoice? ChoiceOf(Db db, PersonId person)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.NoticeChoices.AsNoTracking().FirstOrDefault(one => one.Person == person);
    }

    /// <summary>Ends the weekly letter of somebody, or letters that tell of messages; all else that they chose stays.</summary>
    public static bool Stop(WriteTurn turn, PersonId person, string usual, bool isWeekly)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var now = ChoiceOf(turn.Db, person) ?? new NoticeChoice(person, usual);
        return Choose(turn, person, now.Language, now.ByMail && isWeekly, now.Weekly && !isWeekly);
    }

    /// <summary>Chooses for oneself.</summary>
    public static bool Choose(WriteTurn turn, PersonId person, string language, bool byMail, bool weekly)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var found = turn.Db.NoticeChoices.FirstOrDefault(one => one.Person == person);
        if (found is null) turn.Db.Add(found = new NoticeChoice(person, language));
        found.Choose(language, byMail, weekly);
        turn.Db.SaveChanges();
        return true;
    }
}
