using Cairn.Learning;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Standings;

/// <summary>Concludes everybody of a district again from the facts, some learners a turn, so that other writers come between.</summary>
public static class Recomputation
{
    private const int LearnersATurn = 256;

    /// <summary>Concludes everybody; returns how many learners there are and how many standings changed.</summary>
    /// <param name="district">The district, opened to write.</param>
    /// <param name="progress">Told how many learners are done, of how many.</param>
    /// <param name="acting">Who asks for it.</param>
    /// <param name="cancel">Stops between two turns.</param>
    public static async Task<(int Learners, int Changed)> Of(District district, Action<int, int>? progress = null, Journal.Acting? acting = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(district);
        List<LearnerId> learners;
        using (var db = district.Open()) learners = [.. db.Learners.AsNoTracking().OrderBy(one => one.Id).Select(one => one.Id)];
        int changed = 0, done = 0;
        foreach (var some in learners.Chunk(LearnersATurn))
        {
            changed += await district.Writer.Alone(turn =>
            {
                foreach (var learner in some) turn.ConcludeWhole(learner);
                return turn.ConcludeNow();
            }, acting, cancel);
            progress?.Invoke(done += some.Length, learners.Count);
        }

        return (learners.Count, changed);
    }
}
