namespace Cairn.Learning.Projects;

/// <summary>What a proposal says, part by part.</summary>
/// <param name="Question">The question.</param>
/// <param name="Product">What is to be made.</param>
/// <param name="Evidence">What will show the learning.</param>
public sealed record ProposalWords(string Question, string Product, string Evidence)
{
    /// <summary>The text of a part.</summary>
    public string this[ProposalPart part] => part switch { ProposalPart.Question => Question, ProposalPart.Product => Product, _ => Evidence };
}

/// <summary>A part of a proposal.</summary>
public enum ProposalPart
{
    /// <summary>The question.</summary>
    Question,

    /// <summary>What is to be made.</summary>
    Product,

    /// <summary>What will show the learning.</summary>
    Evidence,
}

/// <summary>A word of a proposal that speaks for a competency.</summary>
/// <param name="Part">In which part it stands.</param>
/// <param name="Start">Its first letter there, from 0.</param>
/// <param name="Length">Its letters.</param>
/// <param name="Said">The word as it was written.</param>
/// <param name="Framework">The word of the framework that it met.</param>
/// <param name="IsSame">Is it the same word? Else it led there.</param>
public sealed record SuggestionReason(ProposalPart Part, int Start, int Length, string Said, string Framework, bool IsSame);

/// <summary>
/// A competency that a proposal could show, with the words that say so. Ranked by BM25 over the framework's wording: a word counts by how
/// rare it is there, and the second time for less (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", equation 3.15, with
/// fields weighted before saturation as in 3.6.1). It is a local search: nothing is asked of anybody, and the same words give the same answer.
/// </summary>
/// <param name="Competency">The competency.</param>
/// <param name="Score">How strongly the words speak for it, above 0; only to be compared within one answer.</param>
/// <param name="Reasons">The words, in the order of the proposal; one at least.</param>
public sealed record Suggestion(CompetencyId Competency, double Score, IReadOnlyList<SuggestionReason> Reasons)
{
    /// <summary>How many are suggested at most, where nobody asks for more.</summary>
    public const int Usual = 8;

    // The usual values: how fast repeating a word saturates, and how much long wordings are held back.
    private const double Saturation = 1.2;
    private const double ByLength = 0.6;

    // A word that leads to another says half of what the word itself would.
    private const double Led = 0.5;

    // A word that so many of the competencies have says nothing about one of them; in a small framework, what a few share still does.
    private const double CommonShare = 0.2;
    private const int CommonAtLeast = 3;

    // In parts of how rare a word is that one competency alone has. A word that counts for less met by chance, such as one of another
    // level's wording that a kindred word led to.
    private const double LeastOfAWord = 0.33;
    private const double LeastOfAll = 0.72;

    /// <summary>The weakest score that is suggested in a framework, above 0: less is no reason that who reads it would take for one.</summary>
    public static double LeastIn(Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return LeastOfAll * Rarity(wording, 1);
    }

    /// <summary>What a proposal could show, strongest first; of two alike the first in the framework. None for a text without words.</summary>
    /// <param name="wording">The framework's wording.</param>
    /// <param name="proposal">What is proposed.</param>
    /// <param name="own">Where the learner stands in a competency.</param>
    /// <param name="most">How many at most, 1 or more.</param>
    public static IReadOnlyList<Suggestion> From(Wording wording, ProposalWords proposal, Func<CompetencyId, OwnPlace>? own = null, int most = Usual)
    {
        ArgumentNullException.ThrowIfNull(wording);
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var said = Said(proposal);
        var terms = Terms(said, wording.Language);
        var found = new Dictionary<int, (double Score, HashSet<string> Stems)>();
        var (least, ofAWord) = (LeastIn(wording), LeastOfAWord * Rarity(wording, 1));
        // In order, so that the sum is the same whatever the order of the words.
        foreach (var (stem, weight) in terms.OrderBy(one => one.Key, StringComparer.Ordinal))
            foreach (var (competency, score) in Scores(wording, stem, own))
            {
                if (weight * score < ofAWord) continue;
                var (sum, stems) = found.TryGetValue(competency, out var known) ? known : (0, new HashSet<string>(StringComparer.Ordinal));
                stems.Add(stem);
                found[competency] = (sum + (weight * score), stems);
            }

        return [.. found.Select(one => (At: one.Key, Score: Math.Round(one.Value.Score, 9), one.Value.Stems)).Where(one => one.Score >= least).OrderByDescending(one => one.Score).ThenBy(one => one.At).Take(most)
            .Select(one => new Suggestion(wording.Competencies[one.At].Id, one.Score, ReasonsOf(wording, one.At, one.Stems, said)))];
    }

    private static List<(ProposalPart Part, PlainWord Word, string Written)> Said(ProposalWords proposal) =>
        [.. from part in Enum.GetValues<ProposalPart>() let text = proposal[part] from word in WordStem.In(text) where !WordStem.IsSilent(word.Plain) select (part, word, text.Substring(word.Start, word.Length))];

    /// <summary>The stems that a proposal asks for, each with its weight: its own words, and what they lead to. A word that is said twice is asked once.</summary>
    private static Dictionary<string, double> Terms(IEnumerable<(ProposalPart, PlainWord Word, string)> said, StemLanguage language)
    {
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var plain in said.Select(one => one.Word.Plain).Distinct(StringComparer.Ordinal))
        {
            terms[WordStem.Of(plain, language)] = 1;
            foreach (var stem in Kinship.Of(plain, language)) terms.TryAdd(stem, Led);
        }

        return terms;
    }

    private static double Rarity(Wording wording, int having) => Math.Log(1 + ((wording.Competencies.Count - having + 0.5) / (having + 0.5)));

    private static IEnumerable<(int Competency, double Score)> Scores(Wording wording, string stem, Func<CompetencyId, OwnPlace>? own)
    {
        var places = wording.PlacesOf(stem);
        if (places.Count == 0) yield break;
        var each = places.GroupBy(one => one.Competency).ToList();
        var (all, having) = (wording.Competencies.Count, each.Count);
        if (having > Math.Max(CommonAtLeast, all * CommonShare)) yield break;
        var rarity = Rarity(wording, having);
        foreach (var one in each)
        {
            var at = own?.Invoke(wording.Competencies[one.Key].Id) ?? default;
            var often = one.Sum(place => place.For(at));
            yield return (one.Key, rarity * often * (Saturation + 1) / (often + (Saturation * (1 - ByLength + (ByLength * wording.LengthOf(one.Key) / wording.AverageLength)))));
        }
    }

    private static List<SuggestionReason> ReasonsOf(Wording wording, int competency, HashSet<string> stems, IReadOnlyList<(ProposalPart Part, PlainWord Word, string Written)> said)
    {
        var reasons = new List<SuggestionReason>();
        foreach (var (part, word, written) in said)
        {
            var self = WordStem.Of(word.Plain, wording.Language);
            var met = stems.Contains(self) ? self : Kinship.Of(word.Plain, wording.Language).Where(stems.Contains).OrderByDescending(stem => Weight(wording, stem, competency)).FirstOrDefault();
            if (met is not null) reasons.Add(new SuggestionReason(part, word.Start, word.Length, written, Written(wording, met, competency), met == self));
        }

        return reasons;
    }

    private static double Weight(Wording wording, string stem, int competency) => wording.PlacesOf(stem).Where(one => one.Competency == competency).Sum(one => one.Weight);

    private static string Written(Wording wording, string stem, int competency) =>
        wording.PlacesOf(stem).Where(one => one.Competency == competency).OrderByDescending(one => one.Weight).First().Written.ToLowerInvariant();
}
