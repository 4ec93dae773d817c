using Cairn.Learning.Evidence;

namespace Cairn.App.Ui.Kit;

/// <summary>The icon of a kind of evidence.</summary>
internal static class EvidenceLook
{
    /// <summary>May an address be followed? Only a whole http or https address is, whoever stored it.</summary>
    public static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var at) && at.Scheme is ("http" or "https");

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
