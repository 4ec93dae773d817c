using Cairn.Learning.Frameworks;

namespace Cairn.Learning.Projects;

/// <summary>Words of a proposal that stand near each other, with what is between them: so that who wrote them knows the place again.</summary>
/// <param name="Runs">The phrase in runs; those that are marked are the reason.</param>
public sealed record SaidPhrase(IReadOnlyList<MarkedWords> Runs)
{
    // As far apart as two words with a third between them.
    private const int Near = 14;

    /// <summary>The phrases of a suggestion's reasons, in the order of the proposal.</summary>
    /// <param name="proposal">What was proposed.</param>
    /// <param name="reasons">The words that count, in the order of the proposal.</param>
    /// <param name="most">How many phrases at most.</param>
    public static IReadOnlyList<SaidPhrase> Of(ProposalWords proposal, IReadOnlyList<SuggestionReason> reasons, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(reasons);
        var phrases = new List<SaidPhrase>();
        for (var i = 0; i < reasons.Count && phrases.Count < most;)
        {
            var (text, runs, end) = (proposal[reasons[i].Part], new List<MarkedWords>(), reasons[i].Start);
            var part = reasons[i].Part;
            for (; i < reasons.Count && reasons[i].Part == part && reasons[i].Start - end <= Near; i++)
            {
                if (reasons[i].Start > end) runs.Add(new MarkedWords(text[end..reasons[i].Start], false));
                end = reasons[i].Start + reasons[i].Length;
                runs.Add(new MarkedWords(text[reasons[i].Start..end], true));
            }

            phrases.Add(new SaidPhrase(runs));
        }

        return [.. phrases.DistinctBy(one => string.Concat(one.Runs.Select(run => run.Text)), StringComparer.OrdinalIgnoreCase)];
    }
}
