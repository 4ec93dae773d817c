using Cairn.Learning.Policies;
using CsCheck;

namespace Cairn.Learning.Tests.Policies;

/// <summary>Small policies and learners by chance, small enough that everything can be tried.</summary>
internal static class PolicyCases
{
    private static readonly string[] Tags = ["a", "b", "c"];

    private static readonly Gen<Selector> GenSelector = Gen.OneOf(
        Gen.OneOfConst(Tags).Select(tag => Build.Tagged(tag)),
        Gen.Select(Gen.OneOfConst(Tags), Gen.OneOfConst(Tags)).Select((one, other) => Build.TaggedAny(one, other)),
        Gen.Const(Build.Everything));

    private static readonly Gen<Limit[]> GenParts = Gen.Frequency(
        (5, Gen.Const(Array.Empty<Limit>())),
        (3, Gen.Select(Gen.Int[1, 3], Gen.OneOfConst(Tags)).Select((halves, tag) => new[] { Build.Least(halves / 2m, Build.Tagged(tag)) })),
        (2, Gen.Select(Gen.Int[0, 2], Gen.OneOfConst(Tags)).Select((halves, tag) => new[] { Build.Most(halves / 2m, Build.Tagged(tag)) })),
        (1, Gen.Select(Gen.Int[1, 2], Gen.OneOfConst(Tags), Gen.Int[1, 2], Gen.OneOfConst(Tags)).Select((least, one, most, other) => new[] { Build.Least(least / 2m, Build.Tagged(one)), Build.Most(most / 2m, Build.Tagged(other)) })),
        (1, Gen.Select(Gen.Int[1, 2], Gen.OneOfConst(Tags), Gen.Int[1, 2], Gen.OneOfConst(Tags)).Select((some, one, more, other) => new[] { Build.Least(some / 2m, Build.Tagged(one)), Build.Least(more / 2m, Build.Tagged(other)) })));

    private static readonly Gen<Node> GenLeaf = Gen.Select(Gen.Int[0, 4], GenSelector, Gen.Frequency((4, Gen.Const("p")), (1, Gen.Const("q")), (1, Gen.Const(""))), Gen.Frequency((5, Gen.Const("")), (1, Gen.Const("code"))), GenParts)
        .Select((halves, of, pool, distinct, parts) => Build.Need(halves / 2m, of, pool, distinct, "", parts));

    private static readonly Gen<Node> GenEnd = Gen.Frequency((8, GenLeaf), (1, Gen.OneOfConst("yes", "no").Select(key => Build.Attest(key, "principal"))));

    private static readonly Gen<Node> GenMiddle = Gen.Frequency(
        (4, GenEnd),
        (2, GenEnd.Array[1, 3].Select(of => Build.Any(of))),
        (1, GenEnd.Array[1, 2].Select(of => Build.All(of))),
        (1, Gen.Select(GenEnd.Array[2, 3], Gen.Int[0, 3]).Select((of, count) => Build.AtLeast(Math.Min(count, of.Length), of))));

    private static readonly Gen<Node> GenRoot = Gen.Frequency(
        (5, GenMiddle.Array[1, 3].Select(of => Build.All(of))),
        (2, GenMiddle.Array[1, 2].Select(of => Build.Any(of))),
        (1, Gen.Select(GenMiddle.Array[2, 3], Gen.Int[1, 2]).Select((of, count) => Build.AtLeast(count, of))));

    private static readonly Gen<Achievement[]> GenAchievements = Gen.Select(Gen.Int[1, 2], Gen.OneOfConst(Tags).Array[0, 2], Gen.OneOfConst("", "code=x", "code=y"), Gen.Int[1, 3]).Array[0, 4]
        .Select(all => all.Select((one, i) => Build.Got($"k{i}", one.Item1 / 2m, $"2026-01-0{one.Item4}", [.. one.Item2.Distinct(), .. one.Item3.Length > 0 ? [one.Item3] : Array.Empty<string>()])).ToArray());

    /// <summary>A policy without anything that must not be, and a learner; leaves compete in one pool or another, or in none.</summary>
    public static readonly Gen<AuditAsk> All = Gen.Select(GenRoot, GenAchievements, Gen.Bool, Gen.Bool)
        .Select((root, achievements, isSplit, attested) => new AuditAsk(Build.Policy(root, isSplit), Build.NoFacts, attested ? [.. achievements, Build.Attested("yes")] : achievements, []))
        .Where(ask => LeavesOf(ask.Policy.Root).Count() <= 5);

    /// <summary>The same where a person pinned one of the achievements to a leaf.</summary>
    public static readonly Gen<AuditAsk> Pinned = Gen.Select(All, Gen.Int[0, 99], Gen.Int[0, 99])
        .Where((ask, _, _) => ask.Achievements.Count > 0 && LeavesOf(ask.Policy.Root).Any())
        .Select((ask, which, where) => ask with { Pins = [new(ask.Achievements[which % ask.Achievements.Count].Id, LeavesOf(ask.Policy.Root).ElementAt(where % LeavesOf(ask.Policy.Root).Count()).Path)] });

    public static IEnumerable<Leaf> LeavesOf(Requirement node) => node is Leaf leaf ? [leaf] : node.Below.SelectMany(LeavesOf);

    public static string Print(AuditAsk ask)
    {
        static string Said(FieldValue? value) => value switch { TextValue text => text.Text, NumberValue number => $"{number.Number}", ListValue list => $"[{string.Join(' ', list.Values.Select(Said))}]", _ => "" };
        static string Of(Selector of) => of.Conditions.Count == 0 ? "everything" : string.Join('&', of.Conditions.Select(one => one switch { HasTags tags => string.Join('+', tags.Tags.Select(tag => Said(tag.Given))), AcceptedByAny any => string.Join('|', any.Selectors.Select(Of)), _ => $"{one}" }));
        static string Tree(Requirement node) => node switch
        {
            Leaf leaf => $"need {Said(leaf.Need.Given)} of {Of(leaf.Of)}{(leaf.Pool.Length > 0 ? " in " + leaf.Pool : "")}{(leaf.Distinct.Length > 0 ? " distinct " + leaf.Distinct : "")}{string.Concat(leaf.Where.Select(one => $" {(one.IsMost ? "max" : "min")} {Said(one.Amount.Given)} of {Of(one.Of)}"))}",
            Several several => $"{(several.IsAll ? "all" : several.Count)}({string.Join("; ", several.Of.Select(Tree))})",
            Attest attest => attest.Key,
            _ => node.GetType().Name,
        };
        return $"{(ask.Policy.IsSplit ? "split " : "")}{Tree(ask.Policy.Root)}\n{string.Join('\n', ask.Achievements.Select(one => $"{one.Id} {Said(one["units"])} {one.Date} {Said(one["tags"])} {Said(one["code"])}"))}\n{string.Join(' ', ask.Pins.Select(pin => $"{pin.Achievement}@{pin.Leaf}"))}";
    }
}
