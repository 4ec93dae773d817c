using Cairn.Learning.Frameworks;

namespace Cairn.Learning.Projects;

/// <summary>Where a learner stands in a competency, as far as it chooses words for them.</summary>
/// <param name="Stage">The stage they work at, 1 to 255; null where the competency has no continuum.</param>
/// <param name="Level">The level they show now; null for none yet.</param>
public readonly record struct OwnPlace(int? Stage, decimal? Level);

/// <summary>
/// The wording of a framework, made ready to be searched: which stems stand where. It is made once for a version and serves every learner,
/// because the weight of a learner's own stage is given when they ask. Habits and what is out of use are left out.
/// </summary>
public sealed class Wording
{
    private readonly Dictionary<string, List<Place>> _places = new(StringComparer.Ordinal);
    private readonly List<Competency> _competencies;
    private readonly double[] _lengths;

    private Wording(FrameworkContent content, StemLanguage language)
    {
        (Content, Language) = (content, language);
        _competencies = [.. content.Competencies.Where(one => content.Counts(one.Id) && content.AreaOf(one).Kind == AreaKind.Learning)];
        _lengths = new double[_competencies.Count];
        for (var i = 0; i < _competencies.Count; i++) Take(i);
        AverageLength = _lengths.Length == 0 ? 1 : Math.Max(1, _lengths.Average());
    }

    /// <summary>The framework.</summary>
    public FrameworkContent Content { get; }

    /// <summary>The language it is written in.</summary>
    public StemLanguage Language { get; }

    /// <summary>What may be suggested, in framework order.</summary>
    public IReadOnlyList<Competency> Competencies => _competencies;

    /// <summary>Words of a competency, on average, by their weight.</summary>
    internal double AverageLength { get; }

    /// <summary>Reads a framework's titles, statements, targets and words for levels and stages.</summary>
    public static Wording Of(FrameworkContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new Wording(content, WordStem.LanguageOf(content.Competencies.Select(one => one.Statement)));
    }

    /// <summary>Where a stem stands.</summary>
    internal IReadOnlyList<Place> PlacesOf(string stem) => _places.TryGetValue(stem, out var found) ? found : [];

    internal double LengthOf(int competency) => _lengths[competency];

    private void Take(int at)
    {
        var one = _competencies[at];
        Add(at, one.Title, 3, null, null);
        Add(at, one.Statement, 2, null, null);
        foreach (var target in Content.TargetsOf(one.Id).Where(target => target.IsActive))
        {
            Add(at, target.Title, 1.5, null, null);
            Add(at, target.Statement, 1, null, null);
            foreach (var words in Content.StageDescriptors[target.Id]) Add(at, words.Words, 1, words.Stage, null);
        }

        foreach (var words in Content.Descriptors[one.Id]) Add(at, words.Words, 1, null, words.Level);
    }

    private void Add(int competency, string text, double weight, int? stage, decimal? level)
    {
        foreach (var word in WordStem.In(text))
        {
            if (WordStem.IsSilent(word.Plain)) continue;
            var stem = WordStem.Of(word.Plain, Language);
            if (!_places.TryGetValue(stem, out var places)) _places[stem] = places = [];
            places.Add(new Place(competency, weight, stage, level, text.Substring(word.Start, word.Length)));
            // Words for one stage of thirteen are not thirteen times the words.
            _lengths[competency] += stage is null && level is null ? weight : weight * 0.25;
        }
    }

    /// <summary>A word of a competency.</summary>
    /// <param name="Competency">Its number among <see cref="Competencies"/>.</param>
    /// <param name="Weight">How much it says.</param>
    /// <param name="Stage">Of which stage's words; null for words of every stage.</param>
    /// <param name="Level">Of which level's words; null for words of every level.</param>
    /// <param name="Written">As it is written.</param>
    internal readonly record struct Place(int Competency, double Weight, int? Stage, decimal? Level, string Written)
    {
        /// <summary>Its weight for somebody: words of their own stage, and of the level they show and the next, count whole.</summary>
        public double For(OwnPlace own) => Stage is { } stage ? stage == own.Stage ? Weight : Weight * 0.25
            : Level is not { } level ? Weight
            : own.Stage is { } at ? level >= at && level < at + 1 ? Weight : Weight * 0.25
            : level >= Math.Floor(own.Level ?? 1) && level <= Math.Floor(own.Level ?? 1) + 1 ? Weight : Weight * 0.5;
    }
}
