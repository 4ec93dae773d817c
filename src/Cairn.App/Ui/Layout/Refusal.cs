using Microsoft.AspNetCore.Components;

namespace Cairn.App.Ui.Layout;

/// <summary>What stands in the way of a page, in words, and what to do now.</summary>
public partial class Refusal
{
    /// <summary>What stands in the way.</summary>
    [Parameter, EditorRequired] public RefusalKind Why { get; set; }
}
