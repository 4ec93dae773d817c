namespace Cairn.App.Ui.Kit;

/// <summary>One choice of a select; <paramref name="Language"/> where its text is in another language than the page.</summary>
public sealed record FieldOption(string Value, string Text, string? Language = null);
