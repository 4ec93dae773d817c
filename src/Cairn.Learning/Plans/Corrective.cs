namespace Cairn.Learning.Plans;

/// <summary>What a learner did about something since it was last looked at: practice, a talk, work taken up again.</summary>
public sealed class Corrective(CorrectiveId id, LearnerId learner, CompetencyId competency, int? stage, string words, EvidenceId? piece, DateTime doneAt)
{
    /// <summary>Its id.</summary>
    public CorrectiveId Id { get; private set; } = id;

    /// <summary>Who did it.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>About what.</summary>
    public CompetencyId Competency { get; private set; } = competency;

    /// <summary>At which stage; null where there is none.</summary>
    public int? Stage { get; private set; } = stage;

    /// <summary>What, in the learner's words.</summary>
    public string Words { get; private set; } = words;

    /// <summary>The piece of evidence it shows in; null for none.</summary>
    public EvidenceId? Piece { get; private set; } = piece;

    /// <summary>When it was said, UTC.</summary>
    public DateTime DoneAt { get; private set; } = doneAt;

    /// <summary>Takes the words out.</summary>
    public void Erase() => Words = "";
}
