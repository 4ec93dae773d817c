using System.Collections.Concurrent;

namespace Cairn.App.Access.Proofs;

/// <summary>Questions that were answered on this node, for as long as they could be answered again.</summary>
internal sealed class SpentQuestions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _spent = new(StringComparer.Ordinal);

    /// <summary>Uses a question up; false where it was before.</summary>
    public bool Spend(string question, TimeSpan length)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, until) in _spent)
            if (until < now) _spent.TryRemove(old, out _);
        return _spent.TryAdd(Sessions.Hash(question), now + length);
    }
}
