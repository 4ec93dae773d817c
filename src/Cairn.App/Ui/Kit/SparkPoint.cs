namespace Cairn.App.Ui.Kit;

/// <summary>A judged level on a day. <paramref name="Step"/> (0 to 4) is its colour; a point that is not <paramref name="Counted"/> is hollow.</summary>
public readonly record struct SparkPoint(DateOnly Day, decimal Level, int Step, bool Counted = true);
