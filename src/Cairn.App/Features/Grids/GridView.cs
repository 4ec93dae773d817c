using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Cairn.Storage.Standings;

namespace Cairn.App.Features.Grids;

/// <summary>One reader's grid: which learners and competencies stand in it, in what order, and how many are at each step.</summary>
internal sealed class GridView
{
    /// <summary>A large room: so many rows come at once.</summary>
    private const int RowsOfARoom = 50;

    // Of many, as many as a window shows: the first cell is there sooner, and the next portion comes while it is looked at.
    private const int RowsOfMany = 15;

    /// <summary>Records that are concluded anew for an earlier day: a large room.</summary>
    public const int MostLookedBack = 300;

    private readonly Visit _visit;
    private readonly GridStand _stand;
    private readonly DateOnly _shown;
    private readonly DateTime _now;
    private (Rulebook Rules, CellFaces Faces)? _last;

    private GridView(Visit visit, Words words, GridAsk ask, GridChoices choices, FrameworkInForce framework, IReadOnlyList<GridRow> rows, string version)
    {
        (_visit, Words, Ask, Choices, Framework) = (visit, words, ask, choices, framework);
        (_now, _shown) = (visit.Now, visit.Today);
        if (ask.On is null)
        {
            _stand = rows.Count > KeptGrids.Large ? GridStand.Of(rows, new GridAsked(version, framework, ask, words, visit.Today), () => Counted(GridOrdering.Of(rows, ask, words))) : Counted(GridOrdering.Of(rows, ask, words));
            return;
        }

        var found = GridOrdering.Of(rows, ask, words);
        IsTooManyToLookBack = found.Count > MostLookedBack;
        _shown = On ?? visit.Today;
        _stand = Counted(On is { } day ? [.. found.Select(row => visit.Scope.ShownBy(row, framework, visit.EndOf(day)))] : found);
    }

    public Words Words { get; }

    public GridAsk Ask { get; }

    public GridChoices Choices { get; }

    public FrameworkInForce Framework { get; }

    /// <summary>The competencies, in framework order.</summary>
    public IReadOnlyList<Competency> Columns => _stand.Columns;

    /// <summary>All the learners, in order.</summary>
    public IReadOnlyList<GridRow> Rows => _stand.Rows;

    /// <summary>Rows of a page without scripts, and of a portion with them. Where every cell is a link nobody scrolls into the next portion.</summary>
    public int RowsAPage => Rows.Count > RowsOfARoom && !Ask.HasLinks ? RowsOfMany : RowsOfARoom;

    /// <summary>Of each column, how many cells are of each kind.</summary>
    public int[][] Counts => _stand.Counts;

    /// <summary>Was an earlier day asked for, of more learners than can be concluded anew?</summary>
    public bool IsTooManyToLookBack { get; }

    /// <summary>The earlier day that is shown; null for today.</summary>
    public DateOnly? On => IsTooManyToLookBack ? null : Ask.On;

    public DateOnly Today => _visit.Today;

    /// <summary>Does the reader judge somebody today, and is today shown?</summary>
    public bool IsJudging => Ask.On is null && _visit.Scope.JudgesToday();

    /// <summary>What the reasons of a cell need to know beside learner and competency.</summary>
    public string Details
    {
        get
        {
            var stage = Ask.Stage is { } at ? string.Create(CultureInfo.InvariantCulture, $"stage={at}") : "";
            var shownBy = On is { } day ? string.Create(CultureInfo.InvariantCulture, $"shownBy={day:yyyy-MM-dd}") : "";
            return string.Join('&', new[] { stage, shownBy }.Where(one => one.Length > 0)) is { Length: > 0 } all ? "?" + all : "";
        }
    }

    /// <summary>Reads and arranges the grid; null where the reader has it already, and then nothing is arranged or drawn.</summary>
    public static GridView? Fresh(Visit visit, Words words, HttpContext http, GridAsk ask, GridChoices choices, FrameworkInForce framework)
    {
        var rows = visit.Scope.GridOf(framework.Content.Framework.Id, choices.Group, choices.School, visit.Served.District!.Grids);
        var version = GridVersion.Of(rows, framework, visit.Now);
        var hasIt = Doors.IsFresh(http, http.Request.Path, http.Request.QueryString, version, framework.Content.Version.Id.Value, visit.Served.District!.FrameworksNumber, choices.Version,
            visit.Actor!.Kind, visit.Actor.Person, visit.Today);
        return hasIt ? null : new GridView(visit, words, ask, choices, framework, rows, version);
    }

    /// <summary>How each cell of a row is drawn, in the order of the columns.</summary>
    public void Faces(GridRow row, CellFace[] into)
    {
        Span<int> at = stackalloc int[Columns.Count];
        Find(_stand.Slots, row, at);
        var faces = FacesFor(row);
        var cells = CellsOf(row);
        for (var i = 0; i < at.Length; i++)
            into[i] = at[i] < 0 ? faces.OfNothing(Columns[i].Number) : faces.Of(cells[at[i]], _now, _shown);
    }

    // Who has no facts here stands where nobody has begun.
    private ReadOnlySpan<Cell> CellsOf(GridRow row) => Cell.Read(row.Cells ?? Framework.UntouchedCells(RulesOf(row)));

    private Rulebook RulesOf(GridRow? row) => Framework.RulesFor(row?.Place ?? default, On is { } day ? _visit.EndOf(day) : null);

    /// <summary>The faces of the place where a row's policies come from.</summary>
    public CellFaces FacesFor(GridRow? row)
    {
        var rules = RulesOf(row);
        if (_last is { } last && ReferenceEquals(last.Rules, rules)) return last.Faces;
        _last = (rules, CellFaces.Of(Framework, rules, Words));
        return _last.Value.Faces;
    }

    private int[] Slots(List<Competency> columns)
    {
        var slots = new int[Framework.Content.Competencies.Select(one => one.Number).DefaultIfEmpty(0).Max() + 1];
        Array.Fill(slots, -1);
        for (var i = 0; i < columns.Count; i++) slots[columns[i].Number] = i;
        return slots;
    }

    /// <summary>Where in a row each column's cell is, -1 for nowhere; false where none is anywhere.</summary>
    private bool Find(int[] slots, GridRow row, Span<int> at)
    {
        at.Fill(-1);
        var cells = CellsOf(row);
        var isAny = false;
        for (var i = 0; i < cells.Length; i++)
        {
            // A competency that has gone from the framework since has no column, and of its stages the last is the highest.
            var number = cells[i].Number;
            if (number >= slots.Length || slots[number] < 0 || (Ask.Stage is { } stage && cells[i].Stage != stage)) continue;
            at[slots[number]] = i;
            isAny = true;
        }

        return isAny;
    }

    // Of a stage, only those who have anything at it; and of a filter that hides, only competencies that somebody was seen in.
    private GridStand Counted(IReadOnlyList<GridRow> found)
    {
        List<Competency> columns = [.. Framework.Content.Competencies.Where(one => Framework.Content.Counts(one.Id) && Choices.Shows(Framework.Content.AreaOf(one)))];
        var slots = Slots(columns);
        int[][] counts = [.. columns.Select(_ => new int[CellFace.Kinds])];
        Span<int> at = stackalloc int[columns.Count];
        var kept = new List<GridRow>(found.Count);
        foreach (var row in found)
        {
            if (!Find(slots, row, at) && Ask.Stage is not null) continue;
            kept.Add(row);
            var faces = FacesFor(row);
            var cells = CellsOf(row);
            for (var i = 0; i < at.Length; i++) counts[i][at[i] < 0 ? 0 : faces.CountedAs(cells[at[i]], _now, _shown)]++;
        }

        if (!Ask.IsHiding) return new GridStand(columns, kept, counts, slots);
        var shown = Enumerable.Range(0, columns.Count).Where(i => counts[i][0] < kept.Count).ToList();
        columns = [.. shown.Select(i => columns[i])];
        return new GridStand(columns, kept, [.. shown.Select(i => counts[i])], Slots(columns));
    }
}
