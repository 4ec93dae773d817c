namespace Cairn.Learning.Policies.Checks;

/// <summary>Walks over a policy's tree.</summary>
internal static class Tree
{
    /// <summary>All nodes, above before below.</summary>
    public static IEnumerable<Requirement> All(Requirement node) => node.Below.SelectMany(All).Prepend(node);

    /// <summary>The selectors of a node.</summary>
    public static IEnumerable<Selector> Selectors(Requirement node) => node switch
    {
        Leaf leaf => leaf.Where.Select(one => one.Of).Prepend(leaf.Of),
        Score score => score.Of,
        BestIs best => [best.Of],
        _ => [],
    };

    /// <summary>What must be so together: the node itself, or, where it is all of several, these.</summary>
    public static IEnumerable<Requirement> Together(Requirement node) => node is Several several && several.Count == several.Of.Count ? several.Of.SelectMany(Together) : [node];

    /// <summary>Do two nodes ask the same, whatever they are called and wherever they stand?</summary>
    public static bool IsSame(Requirement one, Requirement other) => string.Equals(Key(one), Key(other), StringComparison.Ordinal);

    /// <summary>What a node asks, as a word to compare: not for people.</summary>
    public static string Key(Requirement node) => node switch
    {
        Leaf leaf => $"need {Checks.Selectors.Key(leaf.Need)} {Checks.Selectors.Key(leaf.Of)} {leaf.Pool}|{leaf.Distinct}|{leaf.Unit} {string.Join(',', leaf.Where.Select(one => $"{one.IsMost}{Checks.Selectors.Key(one.Amount)}{Checks.Selectors.Key(one.Of)}"))}",
        Several several => $"{several.Count}({string.Join(';', several.Of.Select(Key))})",
        Score score => $"{score.How} {Checks.Selectors.Key(score.Need)} {score.NeedsAll} {string.Join(',', score.Of.Select(Checks.Selectors.Key))}",
        BestIs best => $"best {Checks.Selectors.Key(best.Of)} {best.Field} {Checks.Selectors.Key(best.Equal)}",
        ByFact fork => $"if {fork.Fact} {string.Join(',', fork.Is.Select(one => $"{one.How}{string.Join('|', one.Values.Select(Checks.Selectors.Key))}"))} ({Key(fork.Then)})({Key(fork.Else)})",
        MustNot not => $"not({Key(not.Of)})",
        Attest attest => $"attest {attest.Key}",
        _ => node.Path,
    };
}
