namespace Cairn.Learning.Evidence;

/// <summary>A part of a picture, in thousandths of its width and height as it is seen upright.</summary>
/// <param name="Left">From the left side, 0 to 999.</param>
/// <param name="Top">From the upper side, 0 to 999.</param>
/// <param name="Width">1 to 1000, and not beyond the right side.</param>
/// <param name="Height">1 to 1000, and not beyond the lower side.</param>
public readonly record struct FaceBox(int Left, int Top, int Width, int Height)
{
    /// <summary>Does it lie within the picture?</summary>
    public bool IsWithin => Left is >= 0 and < 1000 && Top is >= 0 and < 1000 && Width is >= 1 and <= 1000 && Height is >= 1 and <= 1000 && Left + Width <= 1000 && Top + Height <= 1000;
}

/// <summary>Another child's face on a picture of somebody's work, which an educator marked by hand: no program looks for faces here.</summary>
/// <param name="id">Its id.</param>
/// <param name="evidence">The piece.</param>
/// <param name="learner">Whose piece it is.</param>
/// <param name="position">The file's place among those of the piece, from 1.</param>
/// <param name="box">Where the face is.</param>
/// <param name="who">Whose face; null for somebody else, who can never consent here.</param>
/// <param name="by">Who marked it.</param>
/// <param name="markedAt">When, UTC.</param>
public sealed class FaceMark(FaceMarkId id, EvidenceId evidence, LearnerId learner, int position, FaceBox box, LearnerId? who, PersonId by, DateTime markedAt)
{
    // For the database, which knows no boxes.
    private FaceMark(FaceMarkId id, EvidenceId evidence, LearnerId learner, int position, int left, int top, int width, int height, LearnerId? who, PersonId by, DateTime markedAt)
        : this(id, evidence, learner, position, new FaceBox(left, top, width, height), who, by, markedAt)
    {
    }

    /// <summary>Its id.</summary>
    public FaceMarkId Id { get; private set; } = id;

    /// <summary>The piece.</summary>
    public EvidenceId Evidence { get; private set; } = evidence;

    /// <summary>Whose piece it is.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>The file's place among those of the piece, from 1.</summary>
    public int Position { get; private set; } = position;

    /// <summary>From the left side, in thousandths.</summary>
    public int Left { get; private set; } = box.Left;

    /// <summary>From the upper side, in thousandths.</summary>
    public int Top { get; private set; } = box.Top;

    /// <summary>In thousandths of the picture's width.</summary>
    public int Width { get; private set; } = box.Width;

    /// <summary>In thousandths of the picture's height.</summary>
    public int Height { get; private set; } = box.Height;

    /// <summary>Whose face; null for somebody else.</summary>
    public LearnerId? Who { get; private set; } = who;

    /// <summary>Who marked it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime MarkedAt { get; private set; } = Instant.Utc(markedAt);

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Where the face is.</summary>
    public FaceBox Box => new(Left, Top, Width, Height);

    /// <summary>Whose face it was is not known any more: it stays hidden.</summary>
    public void Forget()
    {
        Who = null;
        Version++;
    }
}
