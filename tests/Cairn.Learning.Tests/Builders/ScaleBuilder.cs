using Cairn.Learning.Scales;

namespace Cairn.Learning.Tests.Builders;

/// <summary>A scale; without a word it is 1 to 4 with the Proficient line at 3.</summary>
internal sealed class ScaleBuilder
{
    private readonly List<ProficiencyLevel> _levels = [];
    private decimal _line = 3;

    public static ScaleId Id { get; } = new(Some.Id(70));

    public static ProficiencyScale OneToFour { get; } = new ScaleBuilder().Build();

    public static ProficiencyScale OfStages { get; } = ProficiencyScale.OfStages(Id, "Stages", 12);

    public ScaleBuilder Level(decimal number, decimal? from = null)
    {
        _levels.Add(new ProficiencyLevel(number, from ?? number, $"Level {number}"));
        return this;
    }

    public ScaleBuilder Line(decimal line)
    {
        _line = line;
        return this;
    }

    public ProficiencyScale Build() => new(Id, "Scale", _line, _levels.Count > 0
        ? _levels : [.. Enumerable.Range(1, 4).Select(number => new ProficiencyLevel(number, number, $"Level {number}"))]);
}
