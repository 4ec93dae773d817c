using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Notes;

/// <summary>Shows a note as it would be shared for good, or deleted, and asks whether that is meant.</summary>
public partial class SureOfNote
{
    /// <summary>About whom.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The note as it is stored.</summary>
    [Parameter, EditorRequired] public PrivateNote Note { get; set; } = null!;

    /// <summary>Is it to be shared? Else deleted.</summary>
    [Parameter] public bool IsShared { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter] public string Text { get; set; } = "";

    internal static RazorComponentResult<SureOfNote> Page(Learner learner, PrivateNote note, bool isShared, string text, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Learner = learner, Note = note, IsShared = isShared, Text = text }) { PreventStreamingRendering = true };
    }
}
