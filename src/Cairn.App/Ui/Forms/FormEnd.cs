namespace Cairn.App.Ui.Forms;

/// <summary>What became of the draft that a form was opened on.</summary>
/// <param name="WasAdopted">Was it adopted? Else it was dropped.</param>
/// <param name="Begin">Where the next draft is begun.</param>
public sealed record FormEnd(bool WasAdopted, string Begin);
