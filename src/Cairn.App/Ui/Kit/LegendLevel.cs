namespace Cairn.App.Ui.Kit;

/// <summary>A level as the legend names it: its step (1 to 4) and its words, "3 Solid".</summary>
public sealed record LegendLevel(int Step, string Text);
