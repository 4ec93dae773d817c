using Cairn.App.Ui.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Workshop;

/// <summary>What somebody typed into a form whose part, or whole framework, somebody else took out meanwhile: it can be copied from here, and is lost nowhere.</summary>
public partial class ShowTyped
{
    /// <summary>All that was written, field after field.</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>The page; null where the form was opened on no draft, so that nothing is here.</summary>
    internal static RazorComponentResult<ShowTyped>? Of(Typed typed) =>
        Draft.VersionIn(typed.Seen) is null ? null : new(new { Text = string.Join("\n\n", typed.Texts) }) { PreventStreamingRendering = true };
}
