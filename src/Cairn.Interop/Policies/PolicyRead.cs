using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>Something about a policy's text, and where.</summary>
/// <param name="Path">Where in the tree, once macros are expanded: root/all/0/need; empty for the whole.</param>
/// <param name="Words">What.</param>
public sealed record PolicyRemark(string Path, string Words);

/// <summary>A policy as it was read.</summary>
/// <param name="Policy">The policy; null where something is wrong with it.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Warnings">What is kept and has no meaning here, and what can never be met.</param>
public sealed record PolicyRead(Policy? Policy, IReadOnlyList<PolicyRemark> Faults, IReadOnlyList<PolicyRemark> Warnings);
