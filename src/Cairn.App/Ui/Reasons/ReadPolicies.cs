using System.Collections.Concurrent;
using Cairn.Interop.Policies;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Policies;

namespace Cairn.App.Ui.Reasons;

/// <summary>The policies of plans that are in force, each read once: the same text is always the same policy.</summary>
internal static class ReadPolicies
{
    private static readonly ConcurrentDictionary<(string Hash, int Length), Policy> Known = new();

    /// <summary>The policy of an adopted version. It was read when it was adopted, and never changes.</summary>
    public static Policy Of(DiplomaPlan plan) => Known.GetOrAdd((plan.Hash, plan.Rules.Length), static (_, text) => PolicyText.Read(text).Policy ?? throw new InvalidOperationException("An adopted policy cannot be read."), plan.Rules);
}
