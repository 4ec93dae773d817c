using Cairn.Learning.Evidence;

namespace Cairn.App.Ui.Kit;

/// <summary>The icon of a kind of evidence.</summary>
internal static class EvidenceLook
{
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
