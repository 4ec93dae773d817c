namespace Cairn.Learning.Privacy;

/// <summary>What a permission is asked for.</summary>
public enum ConsentPurpose
{
    /// <summary>To be named in directories: lists, programs of an event, yearbooks. Its refusal is the opt-out of the law.</summary>
    Directory = 1,

    /// <summary>To be seen in photographs and recordings inside the school.</summary>
    Pictures = 2,

    /// <summary>To show a piece of work to people outside the school.</summary>
    Sharing = 3,

    /// <summary>To hand the record, or a part of it, to somebody named.</summary>
    Release = 4,

    /// <summary>To take part in a study.</summary>
    Research = 5,
}

/// <summary>A permission that was given, refused or withdrawn: a fact. The newest of a learner, purpose and artifact is in force.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Of whom.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Evidence">The piece whose artifact it is about; null for all.</param>
/// <param name="Artifact">The artifact's position in the piece; null for all of it.</param>
/// <param name="IsGiven">Given? Else refused or withdrawn.</param>
/// <param name="By">Who answered: a guardian, or a learner of age.</param>
/// <param name="Until">Until which day it holds; null for no end.</param>
/// <param name="RecordedAt">When, UTC.</param>
public sealed record Consent(
    ConsentId Id, LearnerId Learner, ConsentPurpose Purpose, EvidenceId? Evidence, int? Artifact, bool IsGiven, PersonId By, DateOnly? Until, DateTime RecordedAt);
