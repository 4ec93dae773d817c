using System.Globalization;
using Cairn.App.Ui.Kit;
using Cairn.Learning.Frameworks;
using Cairn.Storage;

namespace Cairn.App.Features.Grids;

/// <summary>All that is said around the table: what was asked, what may be chosen, the sentence that answers, pages and legend.</summary>
public sealed record GridHead
{
    /// <summary>Page and address, from 1.</summary>
    public required Func<int, string> Href { get; init; }

    public int Page { get; init; }

    public int Pages { get; init; }

    public int Rows { get; init; }

    public int Columns { get; init; }

    /// <summary>The group or school that is looked at; null for everybody.</summary>
    public string? Where { get; init; }

    /// <summary>The words that stand in most cells; empty where nothing was seen.</summary>
    public string Commonest { get; init; } = "";

    /// <summary>Where least was seen, and by how many learners nothing.</summary>
    public (string Title, int Unseen) Thinnest { get; init; }

    public IReadOnlyList<LegendLevel> Levels { get; init; } = [];

    public IReadOnlyList<FieldOption> Groups { get; init; } = [];

    public IReadOnlyList<FieldOption> Schools { get; init; } = [];

    public IReadOnlyList<FieldOption> Frameworks { get; init; } = [];

    public IReadOnlyList<FieldOption> Areas { get; init; } = [];

    public IReadOnlyList<FieldOption> Habits { get; init; } = [];

    /// <summary>The last stage there is; 0 where there are none.</summary>
    public int LastStage { get; init; }

    /// <summary>Was an earlier day asked for, of more learners than can be looked back at?</summary>
    public bool IsTooManyToLookBack { get; init; }

    public string Today { get; init; } = "";

    /// <summary>The filters as they stand in the address: name and value.</summary>
    public required IReadOnlyDictionary<string, string> Asked { get; init; }

    /// <summary>What the reasons of a cell need to know beside learner and competency.</summary>
    public string Details { get; init; } = "";

    public string RowsHref { get; init; } = "";

    public string StatementsHref { get; init; } = "";

    /// <summary>The same grid in which every cell is a link.</summary>
    public string LinksHref { get; init; } = "";

    /// <summary>Do keys judge?</summary>
    public bool IsJudging { get; init; }

    /// <summary>The code of the framework that is shown.</summary>
    public string Framework { get; init; } = "";

    public bool IsEmpty => Rows == 0 || Columns == 0;

    /// <summary>Rows of a page without scripts, and of a portion with them.</summary>
    public int RowsAPage { get; init; } = 1;

    public int From => (Page - 1) * RowsAPage;

    /// <summary>Frames with the same key are the same to the byte, for the same reader in the same language on the same day.</summary>
    internal string Key => string.Join('\n', [
        Href(Page), $"{Pages} {Rows} {Columns} {LastStage} {IsTooManyToLookBack} {IsJudging} {Framework}", Where ?? "", Commonest, $"{Thinnest}", Details,
        .. Levels.Select(one => one.Text), .. Groups.Concat(Schools).Concat(Frameworks).Concat(Areas).Concat(Habits).Select(one => one.Value + one.Text)]);

    internal string Value(string name) => Asked.GetValueOrDefault(name, "");

    internal static GridHead Of(GridView view, IReadOnlyList<FrameworkInForce> frameworks, int page)
    {
        var (ask, choices) = (view.Ask, view.Choices);
        var pages = Math.Max(1, (view.Rows.Count + view.RowsAPage - 1) / view.RowsAPage);
        var heads = view.Columns.Select(one => view.FacesFor(null).HeadOf(one.Number)).ToList();
        var thin = Enumerable.Range(0, heads.Count).DefaultIfEmpty(-1).MaxBy(i => i < 0 ? 0 : view.Counts[i][0]);
        var commonest = heads.SelectMany((head, i) => Enumerable.Range(1, 4).Select(step => (Name: head.Names[step], Count: view.Counts[i][step])))
            .GroupBy(one => one.Name, (name, all) => (Name: name, Count: all.Sum(one => one.Count))).Where(one => one.Count > 0).DefaultIfEmpty((Name: "", Count: 0)).MaxBy(one => one.Count);
        return new GridHead
        {
            Href = at => "/grid" + ask.Query(at), Page = Math.Min(page, pages), Pages = pages, Rows = view.Rows.Count, RowsAPage = view.RowsAPage, Columns = view.Columns.Count, Where = choices.Where,
            Commonest = commonest.Name, Thinnest = thin < 0 ? ("", 0) : (view.Columns[thin].Title, view.Counts[thin][0]),
            Levels = heads.Count == 0 ? [] : [.. heads[0].Names.Select((name, step) => new LegendLevel(step, name)).Where(one => one.Step is > 0 and < CellFace.TooLittle && one.Text.Length > 0)],
            Groups = choices.Groups, Schools = choices.Schools,
            Frameworks = frameworks.Count < 2 ? [] : [.. frameworks.Select(one => new FieldOption(one.Content.Framework.Code, one.Content.Framework.Title))],
            Areas = Of(choices, AreaKind.Learning), Habits = Of(choices, AreaKind.Habits),
            LastStage = view.Framework.Content.Version.LastStage ?? 0, IsTooManyToLookBack = view.IsTooManyToLookBack,
            Today = view.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Asked = ask.Named(), Details = view.Details, IsJudging = view.IsJudging, Framework = view.Framework.Content.Framework.Code,
            RowsHref = "/grid/rows" + ask.Query(), StatementsHref = "/grid/statements" + (ask.Framework.Length == 0 ? "" : "?framework=" + Uri.EscapeDataString(ask.Framework)), LinksHref = "/grid" + (ask with { HasLinks = true }).Query(),
        };
    }

    private static IReadOnlyList<FieldOption> Of(GridChoices choices, AreaKind kind) =>
        [.. choices.Areas.Where(one => one.Kind == kind).Select(one => new FieldOption(one.Code, one.Title))];
}
