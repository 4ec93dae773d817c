using System.Collections.Concurrent;
using Cairn.Storage.Districts;

namespace Cairn.App.Access.Proofs;

/// <summary>What came of looking at a password.</summary>
internal enum PasswordAnswer
{
    Wrong,

    Right,

    /// <summary>Right, and kept in an older way: it is to be kept anew.</summary>
    Old,

    /// <summary>Nobody looked: too many wait.</summary>
    Busy,
}

/// <summary>
/// Hashes passwords on threads of its own, half as many as there are processors, so that a whole school that signs in at eight leaves room
/// for pages. So many wait, and no more. A login that nobody has costs the same time as any other.
/// </summary>
internal sealed class Passwords : IDisposable
{
    private const int MostWaiting = 256;

    private readonly BlockingCollection<Action> _waiting = new(MostWaiting);

    public Passwords()
        : this(Math.Max(1, Environment.ProcessorCount / 2))
    {
    }

    /// <param name="atOnce">How many are hashed at once.</param>
    public Passwords(int atOnce)
    {
        for (var i = 0; i < atOnce; i++) new Thread(Work) { IsBackground = true, Name = "passwords" }.Start();
    }

    /// <summary>Looks whether it is the password that is kept; an empty hash is nobody's, and takes as long.</summary>
    public async Task<PasswordAnswer> Check(string typed, string kept)
    {
        var (isNobody, text) = (kept.Length == 0 || PasswordRules.IsTooLong(typed), PasswordRules.IsTooLong(typed) ? "" : PasswordRules.Normal(typed));
        var (isDone, (isRight, isOld)) = await Waited(() => PasswordHash.Check(text, isNobody ? PasswordHash.Decoy : kept));
        if (!isDone) return PasswordAnswer.Busy;
        return isNobody || !isRight ? PasswordAnswer.Wrong : isOld ? PasswordAnswer.Old : PasswordAnswer.Right;
    }

    /// <summary>A password as it is kept; null where too many wait.</summary>
    public async Task<string?> Hash(string password)
    {
        var (_, hash) = await Waited(() => PasswordHash.Of(PasswordRules.Normal(password)));
        return hash;
    }

    /// <summary>A code from paper as it is kept (<see cref="PaperCodes"/>); null where too many wait.</summary>
    public async Task<byte[]?> HashCode(string typed, Secrets secrets, string district)
    {
        var (_, hash) = await Waited(() => PaperCodes.Hash(typed, secrets, district));
        return hash;
    }

    public void Dispose() => _waiting.CompleteAdding();

    private async Task<(bool IsDone, T? Value)> Waited<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _waiting.TryAdd(Work) ? (true, await done.Task) : (false, default);

        void Work()
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception wrong)
            {
                // It is whoever waits for it that hears of it, and the thread goes on.
                done.SetException(wrong);
            }
        }
    }

    private void Work()
    {
        foreach (var one in _waiting.GetConsumingEnumerable()) one();
    }
}
