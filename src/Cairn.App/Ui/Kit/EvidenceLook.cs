using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;

namespace Cairn.App.Ui.Kit;

/// <summary>How a piece of evidence looks: its icon, its day, and what it speaks to.</summary>
internal static class EvidenceLook
{
    /// <summary>May an address be followed? Only a whole http or https address is, whoever stored it.</summary>
    public static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var at) && at.Scheme is ("http" or "https");

    /// <summary>When it was, and of which experience where that is said elsewhere than in its title.</summary>
    public static string Meta(Words.Words words, string date, EvidenceText? text) =>
        text is { Experience.Length: > 0 } && text.Experience != text.Title ? words["learner.work.meta", ("date", date), ("experience", text.Experience)] : date;

    /// <summary>What a level is of: a competency, or a part of it, which is named.</summary>
    public static string Claim(FrameworkContent content, Competency competency, TargetId? target) =>
        target is { } part && content.TargetsOf(competency.Id).FirstOrDefault(one => one.Id == part) is { } found ? $"{competency.Title}, {(found.Title.Length > 0 ? found.Title : found.Code)}" : competency.Title;

    public static string Icon(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Project => "work",
        EvidenceKind.Conversation => "talk",
        EvidenceKind.Performance => "mic",
        EvidenceKind.Exam => "check",
        EvidenceKind.Opportunity => "link",
        EvidenceKind.Decision => "person",
        _ => "file",
    };
}
