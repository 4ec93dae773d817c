namespace Cairn.App.Ui.Kit;

/// <summary>One choice of a select.</summary>
public sealed record FieldOption(string Value, string Text);
