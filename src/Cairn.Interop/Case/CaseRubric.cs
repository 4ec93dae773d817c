using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>A CFRubric: criteria, each with the words for its levels.</summary>
public sealed class CaseRubric : CaseObject
{
    internal CaseRubric(JsonElement json)
        : base(json) => Criteria = Parts("CFRubricCriteria", one => new CaseCriterion(one));

    /// <summary>Its title.</summary>
    public string? Title => TextOf("title");

    /// <summary>What it is for.</summary>
    public string? Description => TextOf("description");

    /// <summary>Its criteria, in the order of the file.</summary>
    public IReadOnlyList<CaseCriterion> Criteria { get; }

    internal override CaseClass Class => Wire.Rubric;

    internal override CaseRubric Remade(JsonElement json) => new(json);
}

/// <summary>A CFRubricCriterion. To change one, change the rubric it stands in.</summary>
public sealed class CaseCriterion : CaseObject
{
    internal CaseCriterion(JsonElement json)
        : base(json) => Levels = Parts("CFRubricCriterionLevels", one => new CaseLevel(one));

    /// <summary>A label that groups criteria.</summary>
    public string? Category => TextOf("category");

    /// <summary>What is looked at.</summary>
    public string? Description => TextOf("description");

    /// <summary>The item it speaks of.</summary>
    public CaseLink? Item => LinkOf("CFItemURI");

    /// <summary>Its weight in a scored rubric.</summary>
    public decimal? Weight => NumberOf("weight");

    /// <summary>Its place among the criteria.</summary>
    public decimal? Position => NumberOf("position");

    /// <summary>Its levels, in the order of the file.</summary>
    public IReadOnlyList<CaseLevel> Levels { get; }

    internal override CaseClass Class => Wire.Criterion;

    internal override CaseCriterion Remade(JsonElement json) => new(json);
}

/// <summary>A CFRubricCriterionLevel: the words for one level.</summary>
public sealed class CaseLevel : CaseObject
{
    internal CaseLevel(JsonElement json)
        : base(json)
    {
    }

    /// <summary>What work at this level looks like.</summary>
    public string? Description => TextOf("description");

    /// <summary>The level's name.</summary>
    public string? Quality => TextOf("quality");

    /// <summary>The level's number.</summary>
    public decimal? Score => NumberOf("score");

    /// <summary>What to tell a learner at this level.</summary>
    public string? Feedback => TextOf("feedback");

    /// <summary>Its place among the levels.</summary>
    public decimal? Position => NumberOf("position");

    internal override CaseClass Class => Wire.Level;

    internal override CaseLevel Remade(JsonElement json) => new(json);
}
