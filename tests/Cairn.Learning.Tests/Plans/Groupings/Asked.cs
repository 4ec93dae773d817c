using Cairn.Learning.Plans.Groupings;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Plans.Groupings;

/// <summary>Asks by small numbers, and what can be read off an answer.</summary>
internal static class Asked
{
    public static LearnerId Learner(int n) => new(Some.Id(1000 + n));

    public static CompetencyId Subject(int n) => new(Some.Id(100 + n));

    public static FlexSlotId Slot(int n = 0) => new(Some.Id(10 + n));

    public static FlexOfferId Offer(int n) => new(Some.Id(500 + n));

    /// <summary>A learner who is ready for competencies, the most wanted first.</summary>
    public static LearnerNeeds Needs(int learner, params int[] subjects) => new(Learner(learner), [.. subjects.Select(one => new Need(Subject(one), NeedKind.Next))]);

    public static GroupOffer For(int offer, int subject, int least = 1, int most = 9, int slot = 0) => new(Offer(offer), Slot(slot), Subject(subject), least, most);

    public static RegroupAsk Ask(IEnumerable<LearnerNeeds> learners, params GroupOffer[] offers) => new([.. learners], offers);

    public static FlexOfferId? Of(this Regrouping groups, int learner, int slot = 0) => groups.Placements.FirstOrDefault(one => one.Learner == Learner(learner) && one.Slot == Slot(slot))?.Offer;

    public static LeftWhy? WhyNot(this Regrouping groups, int learner, int slot = 0) => groups.Out.FirstOrDefault(one => one.Learner == Learner(learner) && one.Slot == Slot(slot))?.Why;

    /// <summary>All that an answer says, letter by letter.</summary>
    public static string Said(this Regrouping groups) => string.Join('\n', [.. groups.Placements.Select(one => $"{one}"), .. groups.Out.Select(one => $"{one}"), .. groups.NotHeld.Select(one => $"{one}"), $"{groups.Points}"]);

    /// <summary>Up to six learners, four offers in two slots, and rules about who is with whom.</summary>
    public static Gen<RegroupAsk> Small { get; } =
        from learners in Gen.Int[1, 6]
        from needs in Gen.Shuffle(Enumerable.Range(0, 4).ToArray(), 0, 3).Array[learners]
        from offers in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 1]).Array[1, 4]
        from apart in Gen.Int[0, 9].Array[2].Array[0, 2]
        from together in Gen.Int[0, 12].Array[2].Array[0, 1]
        from past in Gen.Int[0, 5].Array[2, 6].Array[0, 4]
        from round in Gen.Int[0, 3]
        select new RegroupAsk([.. needs.Select((one, at) => Needs(at, one))], [.. offers.Select((one, at) => For(at, one.Item1, one.Item2, one.Item2 + one.Item3, one.Item4))])
        {
            KeepApart = [.. apart.Select(Set)], KeepTogether = [.. together.Select(Set)], Past = [.. past.Select(Set)], Rules = new RegroupRules { Round = round },
        };

    private static IReadOnlyList<LearnerId> Set(int[] learners) => [.. learners.Distinct().Select(Learner)];
}
