using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>Something about a policy's text, and where.</summary>
/// <param name="Path">Where in the tree, once macros are expanded: root/all/0/need; empty for the whole.</param>
/// <param name="Words">What.</param>
/// <param name="Line">The line of the text, from 1; of what stands around it where it has none of its own.</param>
public sealed record PolicyRemark(string Path, string Words, int Line = 0);

/// <summary>A policy as it was read.</summary>
/// <param name="Policy">The policy; null where something is wrong with it.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Warnings">What is kept and has no meaning here, and what can never be met.</param>
/// <param name="Hash">SHA-256 of the text with its members in order, as 64 small hexadecimal digits: what an audit names as the policy it used. Empty where there is no policy.</param>
public sealed record PolicyRead(Policy? Policy, IReadOnlyList<PolicyRemark> Faults, IReadOnlyList<PolicyRemark> Warnings, string Hash = "");
