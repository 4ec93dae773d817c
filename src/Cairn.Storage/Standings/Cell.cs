using System.Runtime.InteropServices;
using Cairn.Learning.Mastery;

namespace Cairn.Storage.Standings;

/// <summary>
/// One determination in 32 bytes, little-endian, laid out so that a row of cells is read without a copy. Explanations are
/// not kept: they are made again from the facts.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Cell
{
    private const int NoValue = int.MinValue;
    private const ushort None = ushort.MaxValue;
    private const short NoGrowth = short.MinValue;
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ushort _number;
    private readonly byte _stage;
    private readonly Mark _marks;
    private readonly byte _notYet;
    private readonly byte _rule;
    private readonly int _value;
    private readonly ushort _level;
    private readonly ushort _completed;
    private readonly ushort _missed;
    private readonly ushort _required;
    private readonly short _growth;
    private readonly ushort _baseline;
    private readonly ushort _override;
    private readonly uint _expires;
    private readonly ushort _pieces;
    private readonly ushort _lastShown;

    /// <summary>Packs a determination.</summary>
    public Cell(int number, Determination of)
    {
        _number = (ushort)number;
        _stage = (byte)(of.Stage ?? 0);
        _marks = (of.IsProficient ? Mark.Proficient : Mark.None) | (of.IsComplete ? Mark.Complete : Mark.None) | (of.IsOverrideStale ? Mark.Stale : Mark.None);
        _notYet = (byte)of.NotYet.Reason;
        _rule = (byte)Math.Min(of.Rule.Number, byte.MaxValue);
        _value = of.Value is { } value ? (int)(value * 10_000) : NoValue;
        _level = Hundredths(of.Level?.Number);
        _completed = (ushort)Math.Min(of.Boxes.Completed, ushort.MaxValue);
        _missed = (ushort)Math.Min(of.Boxes.Missed, ushort.MaxValue);
        _required = (ushort)Math.Min(of.Boxes.Required, ushort.MaxValue);
        _growth = of.Growth is { } growth ? (short)(growth * 10) : NoGrowth;
        _baseline = Hundredths(of.Baseline);
        _override = Hundredths(of.Override?.Level);
        _pieces = (ushort)Math.Min(of.Pieces, ushort.MaxValue);
        _lastShown = of.LastShown is { } last ? (ushort)Math.Clamp((last - Epoch).TotalDays, 0, None - 1) : None;
        _expires = of.Override?.ExpiresAt is { } at ? (uint)Math.Clamp((at - Epoch).TotalMinutes, 0, uint.MaxValue - 1) : uint.MaxValue;
    }

    [Flags]
    private enum Mark : byte
    {
        None = 0,
        Proficient = 1,
        Complete = 2,
        Stale = 4,
    }

    /// <summary>Bytes of a cell.</summary>
    public static int Size => Marshal.SizeOf<Cell>();

    /// <summary>The competency's number in its framework.</summary>
    public int Number => _number;

    /// <summary>The stage; null where there is no continuum.</summary>
    public int? Stage => _stage == 0 ? null : _stage;

    /// <summary>Is it Proficient by the rule?</summary>
    public bool IsProficient => _marks.HasFlag(Mark.Proficient);

    /// <summary>Is all the evidence in, at its level?</summary>
    public bool IsComplete => _marks.HasFlag(Mark.Complete);

    /// <summary>Has newer evidence arrived since the override?</summary>
    public bool IsOverrideStale => _marks.HasFlag(Mark.Stale);

    /// <summary>Why not yet.</summary>
    public NotYetReason NotYet => (NotYetReason)_notYet;

    /// <summary>The number of the rule's version; 255 for 255 and above.</summary>
    public int RuleNumber => _rule;

    /// <summary>The value, to four decimals; null for none.</summary>
    public decimal? Value => _value == NoValue ? null : _value / 10_000m;

    /// <summary>The rule's level; null for none.</summary>
    public decimal? Level => Levels(_level);

    /// <summary>Boxes for evidence.</summary>
    public Boxes Boxes => new(_completed, _missed, _required);

    /// <summary>Experiences that gave a level or a completion; 65,535 for that many and more.</summary>
    public int Pieces => _pieces;

    /// <summary>The UTC day the newest of them was shown, from 1 January 2000; null where there is none.</summary>
    public DateOnly? LastShown => _lastShown == None ? null : DateOnly.FromDateTime(Epoch).AddDays(_lastShown);

    /// <summary>Is a refresh asked for on a day? Only time changes this.</summary>
    /// <param name="today">The day.</param>
    /// <param name="days">Days that a showing is good for; null where it does not expire.</param>
    public bool NeedsRefreshOn(DateOnly today, int? days) => days is { } good && LastShown is { } last && last.AddDays(good) <= today;

    /// <summary>Growth in levels; null for none.</summary>
    public decimal? Growth => _growth == NoGrowth ? null : _growth / 10m;

    /// <summary>The stored baseline; null for none.</summary>
    public decimal? Baseline => Levels(_baseline);

    /// <summary>The level an educator set, whether it has expired or not; null for none.</summary>
    public decimal? OverrideLevel => Levels(_override);

    /// <summary>The level that holds at a moment: the override's while it lasts, else the rule's.</summary>
    public decimal? LevelAt(DateTime moment) => IsSetByPersonAt(moment) ? OverrideLevel : Level;

    /// <summary>Does an educator's level hold at a moment?</summary>
    public bool IsSetByPersonAt(DateTime moment) => _override != None && (_expires == uint.MaxValue || (moment - Epoch).TotalMinutes < _expires);

    /// <summary>When an educator's level ends, to the minute, UTC; null where there is none or it does not end.</summary>
    public DateTime? SetUntil => _override == None || _expires == uint.MaxValue ? null : Epoch.AddMinutes(_expires);

    /// <summary>What can be seen of it on a day.</summary>
    /// <param name="moment">The moment that decisions hold at.</param>
    /// <param name="today">The day that showings are fresh on.</param>
    /// <param name="refreshDays">Days that a showing is good for; null where it does not expire.</param>
    /// <param name="isValueShown">Is the value shown in place of the level? So it is on a continuum.</param>
    public CellLook LookAt(DateTime moment, DateOnly today, int? refreshDays, bool isValueShown)
    {
        var isSet = IsSetByPersonAt(moment);
        var marks = (IsProficient ? LookMarks.Proficient : LookMarks.None) | (isSet ? LookMarks.SetByPerson : LookMarks.None) | (isSet && IsOverrideStale ? LookMarks.Stale : LookMarks.None)
            | (NeedsRefreshOn(today, refreshDays) ? LookMarks.NeedsRefresh : LookMarks.None);
        var level = isSet ? _override : _level;
        return new CellLook(_stage, marks, level == None ? -1 : level, !isValueShown || isSet || _value == NoValue ? -1 : _value / 100, _completed, _missed, _required, _pieces);
    }

    /// <summary>The cells of packed bytes, without a copy.</summary>
    public static ReadOnlySpan<Cell> Read(byte[] cells) => MemoryMarshal.Cast<byte, Cell>(cells);

    private static ushort Hundredths(decimal? number) => number is { } at ? (ushort)(at * 100) : None;

    private static decimal? Levels(ushort hundredths) => hundredths == None ? null : hundredths / 100m;
}
