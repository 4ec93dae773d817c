namespace Cairn.App.Notices;

/// <summary>What people are told of by letter.</summary>
internal enum TellKind
{
    /// <summary>The newest message of a conversation.</summary>
    Message = 1,

    /// <summary>A learner's conference: it is open, or what was decided is written down.</summary>
    Conference = 2,
}

/// <summary>Something that people are told of by letter.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="About">The conversation; or the learner whose conference it is.</param>
internal sealed record ToTell(TellKind Kind, Guid About);
