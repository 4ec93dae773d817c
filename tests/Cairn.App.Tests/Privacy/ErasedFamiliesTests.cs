using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Storage.Journal;
using Cairn.Storage.Journal.Verification;

namespace Cairn.App.Tests.Privacy;

/// <summary>What a school and a family told each other goes with an erasure as a whole.</summary>
public sealed partial class ErasureTests
{
    [Fact]
    public async Task Conferences_reports_and_messages_go_as_a_whole_and_those_of_another_child_stay()
    {
        foreach (var (learner, canary) in ((LearnerId, string)[])[(_gone, "FAMCANARY"), (_family.Ada, "ADAFAMILY")]) await Families(learner, canary);
        string[] canaries = [.. ((string[])["struggle", "script", "goals", "decisions", "subject", "message", "narrative", "modified", "once"]).Select(one => $"{one}FAMCANARY")];
        Canaries.Find(_family.District, canaries).Select(one => one.Split(' ')[0]).Distinct().ShouldBe(canaries, ignoreOrder: true);

        await Erase(Everything);
        ErasedRemains.Clean(_family.District.District).ShouldBeTrue();

        Canaries.Find(_family.District, canaries).ShouldBeEmpty();
        foreach (var one in canaries.Where(one => !one.StartsWith("once", StringComparison.Ordinal))) Canaries.Find(_family.District, one.Replace("FAMCANARY", "ADAFAMILY", StringComparison.Ordinal)).ShouldNotBeEmpty(one);
        using var folder = new TempFolder(ownsServer: false);
        RecordVerification.Of(_family.District.District, new VerificationAsk(folder.Path)).Findings.Where(one => one.IsFault).ShouldBeEmpty();
        var archive = string.Concat(_family.Archive(_gone).Values);
        archive.ShouldNotContain("FAMCANARY");
        archive.ShouldNotContain("ADAFAMILY");
    }

    private async Task Families(LearnerId learner, string canary)
    {
        var conference = new Conference(new ConferenceId(Guid.CreateVersion7()), learner, TestDistrict.Day);
        conference.Pick([], $"struggle{canary}");
        conference.Write($"script{canary}", $"goals{canary}");
        conference.Open(TestDistrict.Day);
        conference.Decide($"decisions{canary}");
        var talk = new Conversation(new ConversationId(Guid.CreateVersion7()), learner, null, Family.Okafor.Person, $"subject{canary}", TestDistrict.Day);
        var narrative = new ReportNarrative(new ReportNarrativeId(Guid.CreateVersion7()), learner, null, Family.Okafor, Family.Today.AddDays(-90), Family.Today, TestDistrict.Day).Write($"once{canary}");
        await _family.Put(conference, talk, narrative,
            new ModifiedExpectation(new ModifiedExpectationId(Guid.CreateVersion7()), learner, _family.District.Drawing, $"modified{canary}", Family.Okafor, Family.Today.AddDays(-9)));
        await _family.Put(new ConversationMember(talk.Id, Family.Okafor.Person, MemberPart.Educator, TestDistrict.Day), new Message(new MessageId(Guid.CreateVersion7()), talk.Id, learner, Family.Okafor.Person, MemberPart.Educator, $"message{canary}", TestDistrict.Day));
        // What was written first is in the journal only.
        await Do(turn => turn.Db.ReportNarratives.Single(one => one.Id == narrative.Id).Write($"narrative{canary}"));
    }
}
