using Cairn.Learning.Transcripts;

namespace Cairn.App.Features.Transcripts;

/// <summary>What a paper says of the record it shows.</summary>
/// <param name="Code">The code; empty where it was not issued.</param>
/// <param name="On">The day it is true of.</param>
/// <param name="Edition">The edition; 0 where it was not issued.</param>
/// <param name="State">How it stands; in force where it was not issued.</param>
/// <param name="CheckAt">The address where the code is checked, without https://; empty where it was not issued.</param>
/// <param name="CheckUrl">The whole address, with the code.</param>
public sealed record IssuedMark(string Code, DateOnly On, int Edition, RecordState State, string CheckAt, string CheckUrl)
{
    /// <summary>Was it issued?</summary>
    public bool IsIssued => Code.Length > 0;

    internal static IssuedMark None(DateOnly on) => new("", on, 0, RecordState.InForce, "", "");

    internal static IssuedMark Of(FrozenRecord record, RecordState state, string site) =>
        new(record.Code, record.IssuedOn, record.Edition, state, $"{site[(site.IndexOf("//", StringComparison.Ordinal) + 2)..]}/v", $"{site}/v/{record.Code}");
}
