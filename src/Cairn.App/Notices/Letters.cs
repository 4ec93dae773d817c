using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Families;

namespace Cairn.App.Notices;

/// <summary>Letters that tell of a message or a conference: in the receiver's language, and without a word of it, for a mailbox has other readers. In the quiet hours
/// of a school none is sent: it waits until they are over, and then goes to whoever has not seen it by themselves.</summary>
internal sealed class Letters(Mailer mailer, SiteAddress address, HeldLetters held)
{
    /// <summary>Tells everybody in a conversation but its author of the newest message.</summary>
    public void TellOf(Visit visit, ConversationId conversation) => Tell(visit, new ToTell(TellKind.Message, conversation.Value));

    /// <summary>Tells the guardians who have not signed of a learner's conference.</summary>
    public void TellOf(Visit visit, LearnerId learner) => Tell(visit, new ToTell(TellKind.Conference, learner.Value));

    /// <summary>When what is told now may be sent, UTC: at once, or when the quiet hours are over.</summary>
    public static DateTime DueAt(Db db, Served served, ToTell what, DateTime now)
    {
        var policy = what.Kind == TellKind.Conference ? NoticeRows.PolicyOf(db, new LearnerId(what.About)) : NoticeRows.PolicyOf(db, new ConversationId(what.About));
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, served.Zone);
        if (!policy.IsQuietAt(TimeOnly.FromDateTime(local))) return now;
        var until = local.Date.AddMinutes(policy.QuietUntil);
        if (until <= local) until = until.AddDays(1);
        // An hour that the clock leaps over is the one after it.
        if (served.Zone.IsInvalidTime(until)) until = until.AddHours(1);
        return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(until, DateTimeKind.Unspecified), served.Zone);
    }

    /// <summary>The letters there are to send: to whoever may hear of it now, and has not seen it.</summary>
    public static IReadOnlyList<Letter> Of(Db db, Served served, string site, ToTell what, DateTime now)
    {
        var (today, usual) = (DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, served.Zone)), served.Terms.Usual);
        var (to, key, path) = what.Kind == TellKind.Message
            ? (NoticeRows.OfConversation(db, new ConversationId(what.About), today, now, usual), "message", $"/messages/{what.About:N}")
            : (NoticeRows.OfConference(db, new LearnerId(what.About), today, now, usual), "conference", $"{Visit.PathOf(new LearnerId(what.About))}/conference");
        return [.. to.Where(one => Letter.IsAddress(one.Email)).Select(one =>
        {
            var words = served.Terms.In(one.Choice.Language);
            return new Letter(one.Email, words[$"notice.{key}.subject"], [words[$"notice.{key}.words", ("district", served.Title)], words["notice.stop"]], site + path)
            {
                Language = words.Language, Stop = StopLink.Of(served, site, one.Person, StopKind.Mail),
            };
        })];
    }

    private void Tell(Visit visit, ToTell what)
    {
        if (!mailer.IsSetUp) return;
        if (DueAt(visit.Db, visit.Served, what, visit.Now) is var due && due > visit.Now) held.Hold(visit.Served.District!.Name, what, due);
        else foreach (var one in Of(visit.Db, visit.Served, address.Of(visit.Served), what, visit.Now)) mailer.Send(one);
    }
}
