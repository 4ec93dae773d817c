using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.Learning.Frameworks;
using Cairn.Storage.Queries;

namespace Cairn.App.Features.Grids;

/// <summary>Writes the table: learners in rows, competencies in columns. Only the rows of a portion are written; their places say where they stand among all.</summary>
internal static class GridTable
{
    // Two rows of headings stand above the first learner.
    private const int Headings = 2;

    public static void Write(HtmlBytes to, GridView view, int from)
    {
        to.Raw(CellDrawing.Sprite).Raw("<table class=\"Grid\" aria-label=\""u8).Text(view.Words["grid.label"])
            .Raw("\" aria-rowcount=\""u8).Int(view.Rows.Count + Headings).Raw("\" aria-colcount=\""u8).Int(view.Columns.Count + 1).Raw("\"><thead>"u8);
        Areas(to, view);
        to.Raw("<tr aria-rowindex=\"2\"><th scope=\"col\" aria-colindex=\"1\">"u8).Text(view.Words["grid.learner"]).Raw("</th>"u8);
        var heads = view.FacesFor(null);
        for (var i = 0; i < view.Columns.Count; i++) heads.HeadOf(view.Columns[i].Number).Write(to, view.Counts[i], i + 2);
        to.Raw("</tr></thead><tbody>"u8);
        Rows(to, view, from);
        to.Raw("</tbody></table>"u8);
    }

    /// <summary>The rows of a portion alone.</summary>
    public static void Rows(HtmlBytes to, GridView view, int from)
    {
        var faces = new CellFace[view.Columns.Count];
        for (var i = from; i < Math.Min(from + view.RowsAPage, view.Rows.Count); i++)
        {
            var row = view.Rows[i];
            view.Faces(row, faces);
            to.Raw("<tr aria-rowindex=\""u8).Int(i + 1 + Headings).Raw("\"><th scope=\"row\"><a href=\"/learners/"u8).Id(row.Learner.Value).Raw("\">"u8).Text(row.FullName).Raw("</a>"u8);
            if (AgeOf(row, view.Today) is { } age) to.Raw("<small>"u8).Text(view.Words["grid.age", ("age", age)]).Raw("</small>"u8);
            to.Raw("</th>"u8);
            if (view.Ask.HasLinks) Linked(to, view, row, faces);
            else
                foreach (var face in faces) to.Raw(face.Whole);
            to.Raw("</tr>"u8);
        }
    }

    /// <summary>The statements of the columns: too long for a heading, and asked for when somebody points at one.</summary>
    public static void Statements(HtmlBytes to, FrameworkContent content)
    {
        to.Raw("<dl>"u8);
        foreach (var one in content.Competencies)
            if (content.Counts(one.Id)) to.Raw("<dt>"u8).Text(one.Code).Raw("</dt><dd>"u8).Text(one.Statement).Raw("</dd>"u8);
        to.Raw("</dl>"u8);
    }

    private static void Linked(HtmlBytes to, GridView view, GridRow row, CellFace[] faces)
    {
        for (var i = 0; i < faces.Length; i++)
            to.Raw(faces[i].Open).Raw("<a href=\""u8).Text(Visit.PathOf(row.Learner, view.Columns[i]) + view.Details).Raw("\">"u8).Raw(faces[i].Inside).Raw("</a></td>"u8);
    }

    private static void Areas(HtmlBytes to, GridView view)
    {
        to.Raw("<tr aria-rowindex=\"1\"><td></td>"u8);
        var at = 2;
        foreach (var area in view.Columns.GroupBy(one => one.Area, (id, columns) => (First: columns.First(), Count: columns.Count())))
        {
            to.Raw("<th scope=\"colgroup\" aria-colindex=\""u8).Int(at).Raw("\" colspan=\""u8).Int(area.Count).Raw("\"><span>"u8).Text(view.Framework.Content.AreaOf(area.First).Title).Raw("</span></th>"u8);
            at += area.Count;
        }

        to.Raw("</tr>"u8);
    }

    private static int? AgeOf(GridRow row, DateOnly today) => row.BirthDate is not { } born || born > today ? null
        : today.Year - born.Year - ((today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
}
