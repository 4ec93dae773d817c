namespace Cairn.Interop.Tests;

/// <summary>Tests of time and memory run while no other test does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
