namespace Cairn.Learning.Evidence;

/// <summary>What kind of place in a work something is said about.</summary>
public enum AnchorKind
{
    /// <summary>The work as a whole.</summary>
    Whole = 0,

    /// <summary>A moment of a recording.</summary>
    Time = 1,

    /// <summary>A spot of a picture.</summary>
    Spot = 2,

    /// <summary>A passage of a text.</summary>
    Passage = 3,
}

/// <summary>A place in a work. Two numbers say where: the moment in milliseconds; across and down in thousandths of the picture; the first letter, from 0, and how many.</summary>
/// <param name="Kind">What kind of place.</param>
/// <param name="First">Milliseconds, thousandths across, or the first letter; 0 for the whole.</param>
/// <param name="Second">Thousandths down, or how many letters; 0 for a moment and for the whole.</param>
public readonly record struct Anchor(AnchorKind Kind, int First, int Second)
{
    /// <summary>The longest recording, in milliseconds: a day.</summary>
    public const int LongestTime = 86_400_000;

    /// <summary>The far edge of a picture, in thousandths.</summary>
    public const int Edge = 1000;

    /// <summary>The longest text, in letters.</summary>
    public const int LongestText = 1_000_000;

    /// <summary>The work as a whole.</summary>
    public static Anchor Whole => default;

    /// <summary>Can there be such a place?</summary>
    public bool IsGood => Kind switch
    {
        AnchorKind.Whole => First == 0 && Second == 0,
        AnchorKind.Time => First is >= 0 and <= LongestTime && Second == 0,
        AnchorKind.Spot => First is >= 0 and <= Edge && Second is >= 0 and <= Edge,
        AnchorKind.Passage => First >= 0 && Second >= 1 && First <= LongestText - Second,
        _ => false,
    };

    /// <summary>Is the passage inside a text of a length? True of every other kind of place.</summary>
    /// <param name="letters">How long the text is.</param>
    public bool IsWithin(int letters) => Kind != AnchorKind.Passage || (IsGood && First + Second <= letters);

    /// <summary>Reads a moment as people write it, "1:05", "0:07.5", "1:02:03" or plain seconds; null where it is none.</summary>
    /// <param name="text">What was written.</param>
    public static Anchor? AtTime(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Trim().Split(':');
        if (parts.Length > 3) return null;
        decimal seconds = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            var style = isLast ? System.Globalization.NumberStyles.AllowDecimalPoint : System.Globalization.NumberStyles.None;
            if (parts[i].Length is 0 or > 9 || !decimal.TryParse(parts[i], style, System.Globalization.CultureInfo.InvariantCulture, out var part) || (i > 0 && part >= 60)) return null;
            seconds = (seconds * 60) + part;
        }

        return seconds * 1000 <= LongestTime ? new Anchor(AnchorKind.Time, (int)(seconds * 1000), 0) : null;
    }
}

/// <summary>What somebody says to a learner at a place in their work: words beside the piece, that go with its other words. Nothing is concluded from it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Evidence">The piece.</param>
/// <param name="Author">Who said it.</param>
/// <param name="Position">The place of the file among those of the piece, from 1; null for the piece itself or its text.</param>
/// <param name="Kind">What kind of place.</param>
/// <param name="First">As in <see cref="Anchor"/>.</param>
/// <param name="Second">As in <see cref="Anchor"/>.</param>
/// <param name="Words">What was said.</param>
/// <param name="WrittenAt">When, UTC.</param>
public sealed record Feedback(FeedbackId Id, EvidenceId Evidence, PersonId Author, int? Position, AnchorKind Kind, int First, int Second, string Words, DateTime WrittenAt)
{
    /// <summary>Where in the work.</summary>
    public Anchor At => new(Kind, First, Second);
}
