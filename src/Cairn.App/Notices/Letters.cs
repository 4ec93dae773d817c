using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage.Families;

namespace Cairn.App.Notices;

/// <summary>Letters that tell of a message: in the receiver's language, and without a word of it, for a mailbox has other readers. In the quiet hours of a school none is sent: the message itself waits.</summary>
internal sealed class Letters(Mailer mailer, SiteAddress address)
{
    /// <summary>Tells everybody in a conversation but its author of the newest message.</summary>
    public void TellOf(Visit visit, ConversationId conversation)
    {
        if (!mailer.IsSetUp) return;
        foreach (var one in Of(visit, conversation)) mailer.Send(one);
    }

    /// <summary>The letters there are to send; none in quiet hours.</summary>
    public IReadOnlyList<Letter> Of(Visit visit, ConversationId conversation)
    {
        var learner = MessageRows.Find(visit.Db, visit.Scope, conversation)?.Learner;
        var policy = MessageRows.PolicyFor(visit.Db, learner is { } about ? visit.Scope.Find(about)?.School : null);
        if (policy.IsQuietAt(TimeOnly.FromDateTime(visit.Local(visit.Now)))) return [];
        return [.. NoticeRows.OfConversation(visit.Db, conversation, visit.Today, visit.Now, visit.Served.Terms.Usual).Where(one => Letter.IsAddress(one.Email)).Select(one =>
        {
            var words = visit.Served.Terms.In(one.Choice.Language);
            return new Letter(one.Email, words["notice.message.subject"], [words["notice.message.words", ("district", visit.Served.Title)], words["notice.stop"]], $"{address.Of(visit.Served)}/messages/{conversation.Value:N}") { Language = words.Language };
        })];
    }
}
