namespace Cairn.Learning.Policies;

/// <summary>Rules for credit, a diploma, a waiver or a stack of microcredentials, as data: immutable once used.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Source">Where its rules are written.</param>
/// <param name="Version">Its version; empty where it says none.</param>
/// <param name="IsSplit">May an achievement in a pool be divided, in quarters of a unit?</param>
/// <param name="Root">The tree.</param>
public sealed record Policy(string Id, string Title, string Source, string Version, bool IsSplit, Requirement Root)
{
    /// <summary>The classes that it is for and the day it begins, as it writes them; an audit does not look at it.</summary>
    public string Applies { get; init; } = "";
}
