namespace Cairn.App.Ui.Layout;

/// <summary>A desk as a row of a page of desks.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="What">What is done there, in a sentence.</param>
/// <param name="Waiting">How much waits there; nothing is said of none.</param>
public sealed record DeskRow(string Path, string Name, string What, int Waiting = 0);
