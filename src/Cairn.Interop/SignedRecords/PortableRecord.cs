using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Transcripts;

namespace Cairn.Interop.SignedRecords;

/// <summary>What a record's file says of itself.</summary>
/// <param name="Code">The code it is looked up by; empty for a copy that was not issued.</param>
/// <param name="Edition">Its edition, from 1; 0 for a copy that was not issued.</param>
/// <param name="Issuer">The district.</param>
/// <param name="School">The school; empty for none.</param>
/// <param name="IssuedOn">The district's day.</param>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="Language">The language of its words, such as "en".</param>
public sealed record RecordAbout(string Code, int Edition, string Issuer, string School, DateOnly IssuedOn, DateTime MadeAt, string Language);

/// <summary>A conclusion that goes along.</summary>
/// <param name="Framework">In which framework, in which version.</param>
/// <param name="Competency">In which competency.</param>
/// <param name="Is">The conclusion.</param>
public sealed record RecordConclusion(FrameworkContent Framework, Competency Competency, Determination Is);

/// <summary>All that goes into a record's file: what was concluded, and the facts it was concluded from. What educators wrote about the learner, and anything about
/// disability, situation or language, is not among it.</summary>
/// <param name="About">What the file says of itself.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Sheet">Both transcripts.</param>
/// <param name="Credit">Credit, in force or not.</param>
public sealed record PortableRecord(RecordAbout About, LearnerId Learner, TranscriptSheet Sheet, CreditRecord Credit)
{
    /// <summary>Conclusions.</summary>
    public IReadOnlyList<RecordConclusion> Conclusions { get; init; } = [];

    /// <summary>Judgments in force that educators made.</summary>
    public IReadOnlyList<Judgment> Judgments { get; init; } = [];

    /// <summary>The pieces they were made on.</summary>
    public IReadOnlyList<PieceOfEvidence> Evidence { get; init; } = [];

    /// <summary>The words of those pieces.</summary>
    public IReadOnlyDictionary<EvidenceId, EvidenceText> Texts { get; init; } = new Dictionary<EvidenceId, EvidenceText>();

    /// <summary>Names of educators who judged and awarded.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>The moment that decisions hold at, UTC.</summary>
    public DateTime At => About.MadeAt;
}
