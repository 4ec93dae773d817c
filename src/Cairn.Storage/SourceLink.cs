namespace Cairn.Storage;

/// <summary>Another system's key for a row that it did not make: a roster's person whom the district knew before.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Kind">What it is a key of, such as "learner".</param>
/// <param name="Key">The key at the source.</param>
/// <param name="Id">Our id.</param>
public sealed record SourceLink(string Source, string Kind, string Key, Guid Id);
