namespace Cairn.App.Ui.Kit;

/// <summary>A step on the way to this page. The last has no address: it is the page.</summary>
public sealed record Crumb(string Text, string? Href = null);
