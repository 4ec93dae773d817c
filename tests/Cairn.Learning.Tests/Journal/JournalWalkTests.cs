using Cairn.Learning.Journal;
using CsCheck;
using static Cairn.Learning.Journal.JournalFindingKind;

namespace Cairn.Learning.Tests.Journal;

/// <summary>A walk through a journal names whatever was done to it.</summary>
public sealed class JournalWalkTests
{
    private static readonly Gen<(int Size, int At)> Place = Gen.Int[2, 80].SelectMany(size => Gen.Int[0, size - 1].Select(at => (size, at)));

    [Fact]
    public void A_journal_that_nobody_touched_is_whole() => Gen.Int[0, 80].Sample(size =>
    {
        var journal = JournalBuilder.Of(size);

        var (findings, conclusion) = journal.Walk();

        findings.ShouldBeEmpty();
        conclusion.ShouldBe(new JournalConclusion(size, 0, 0, size, null, journal.Edge.Root()));
        conclusion.IsWhole.ShouldBeTrue();
    });

    [Fact]
    public void An_altered_entry_is_named_and_the_checkpoints_say_that_its_hash_is_the_first_one() => Place.Sample(place =>
    {
        var (findings, conclusion) = JournalBuilder.Of(place.Size).Alter(place.At).Walk();

        findings.ShouldBe([new(Altered, place.At, place.At)]);
        (conclusion.Faults, conclusion.HeldTo, conclusion.Failing).ShouldBe((1, place.Size, null));
    });

    [Fact]
    public void An_altered_stored_hash_is_named_and_fails_the_next_checkpoint_too() => Place.Sample(place =>
    {
        var journal = JournalBuilder.Of(place.Size);
        journal.Leaves[place.At] = journal.Leaves[place.At] with { Stored = TreeHash.Empty };

        var (findings, conclusion) = journal.Walk();

        findings.Select(one => one.Kind).ShouldBe([Altered, CheckpointFails, EdgeFails]);
        findings[0].First.ShouldBe(place.At);
        Holds(findings[1], place.At);
        conclusion.Failing.ShouldBe(journal.Checkpoints.First(one => one.Size > place.At));
    });

    [Fact]
    public void An_entry_forged_with_its_hash_fails_the_first_checkpoint_behind_it() => Place.Sample(place =>
    {
        var journal = JournalBuilder.Of(place.Size).Forge(place.At);

        var (findings, conclusion) = journal.Walk();

        findings.Select(one => one.Kind).ShouldBe([CheckpointFails, EdgeFails]);
        Holds(findings[0], place.At);
        findings[0].ShouldBe(new(CheckpointFails, place.At / 5 * 5, Math.Min(place.At / 5 * 5 + 5, place.Size) - 1));
        conclusion.Failing!.Size.ShouldBe(findings[0].Last + 1);
        conclusion.HeldTo.ShouldBe(findings[0].First);
    });

    [Fact]
    public void A_removed_leaf_is_named_wherever_it_stood() => Place.Sample(place =>
    {
        var journal = JournalBuilder.Of(place.Size);
        journal.Leaves.RemoveAt(place.At);

        var (findings, conclusion) = journal.Walk();

        findings.Select(one => one.Kind).ShouldBe([Missing, CheckpointFails, EdgeFails]);
        findings[0].ShouldBe(new(Missing, place.At, place.At));
        (conclusion.Root, conclusion.Leaves).ShouldBe((null, place.Size - 1));
    });

    [Fact]
    public void Leaves_removed_from_the_end_are_missed_by_the_last_checkpoint_and_by_the_edge()
    {
        var journal = JournalBuilder.Of(10);
        journal.Leaves.RemoveRange(6, 4);
        journal.Walk(knowsTheEdge: false).Findings.ShouldBe([new(Missing, 6, 9), new(CheckpointFails, 5, 9)]);

        var unsigned = JournalBuilder.Of(10).Add().Add();
        unsigned.Leaves.RemoveRange(10, 2);
        unsigned.Walk().Findings.ShouldBe([new(Missing, 10, 11), new(EdgeFails, 10, 11)]);
    }

    [Fact]
    public void A_leaf_put_in_at_the_place_of_another_is_named() => Place.Sample(place =>
    {
        var journal = JournalBuilder.Of(place.Size);
        journal.Leaves.Insert(place.At + 1, journal.Leaves[place.At]);

        var (findings, conclusion) = journal.Walk();

        findings.ShouldBe([new(Repeated, place.At, place.At)]);
        (conclusion.HeldTo, conclusion.Leaves).ShouldBe((place.Size, place.Size + 1));
    });

    [Fact]
    public void A_leaf_put_in_with_all_behind_it_renumbered_alters_each_of_them() => Place.Sample(place =>
    {
        var journal = JournalBuilder.Of(place.Size);
        for (var i = place.At; i < place.Size; i++) journal.Leaves[i] = journal.Leaves[i] with { Index = i + 1, Recomputed = JournalBuilder.HashOf(i + 1, "entry") };
        var forged = JournalBuilder.HashOf(place.At, "forged");
        journal.Leaves.Insert(place.At, new(place.At, forged, forged));

        var findings = journal.Walk().Findings;

        findings.Where(one => one.Kind == Altered).Select(one => one.First).ShouldBe(Enumerable.Range(place.At + 1, place.Size - place.At).Select(i => (long)i));
        findings.ShouldContain(new JournalFinding(BehindTheEnd, place.Size, place.Size));
        Holds(findings.Single(one => one.Kind == CheckpointFails), place.At);
    });

    [Fact]
    public void Two_leaves_that_changed_places_in_the_store_are_named() =>
        Gen.Select(Gen.Int[2, 80], Gen.Int[0, 79], Gen.Int[1, 79]).Sample((size, one, apart) =>
        {
            var (first, second) = (Math.Min(one % size, (one + apart) % size), Math.Max(one % size, (one + apart) % size));
            if (first == second) return;
            var journal = JournalBuilder.Of(size);
            (journal.Leaves[first], journal.Leaves[second]) = (journal.Leaves[second], journal.Leaves[first]);

            var findings = journal.Walk().Findings;

            findings.ShouldContain(new JournalFinding(Missing, first, second - 1));
            findings.Where(at => at.Kind is OutOfOrder or Repeated).Select(at => at.First).ShouldContain(first);
            findings.ShouldNotContain(at => at.Kind == Altered);
        });

    [Fact]
    public void Two_entries_that_changed_places_with_all_they_have_are_both_altered_for_the_place_is_in_the_hash() => Place.Sample(place =>
    {
        var (journal, other) = (JournalBuilder.Of(place.Size), (place.At + 1) % place.Size);
        var (one, two) = (journal.Leaves[place.At], journal.Leaves[other]);
        journal.Leaves[place.At] = one with { Stored = two.Stored };
        journal.Leaves[other] = two with { Stored = one.Stored };

        journal.Walk().Findings.Where(at => at.Kind == Altered).Select(at => at.First).Order().ShouldBe([Math.Min(place.At, other), Math.Max(place.At, other)]);
    });

    [Fact]
    public void Of_two_checkpoints_of_one_size_the_one_that_differs_fails()
    {
        var journal = JournalBuilder.Of(7);
        journal.Checkpoints.Add(new Checkpoint("example.com/journal", 5, TreeHash.Empty));

        journal.Walk().Findings.ShouldBe([new(CheckpointFails, 5, 4)]);
    }

    [Fact]
    public void An_edge_of_other_leaves_is_named()
    {
        var findings = new List<JournalFinding>();
        var walk = new JournalWalk([], KnownTree.Edge(KnownTree.Numbered(2)), findings.Add);
        foreach (var leaf in JournalBuilder.Of(2).Leaves) walk.Take(leaf);

        walk.End().IsWhole.ShouldBeFalse();
        findings.ShouldBe([new(EdgeFails, 0, 1)]);
    }

    // A checkpoint that fails names the leaves among which something was done.
    private static void Holds(JournalFinding checkpoint, long at) => (checkpoint.First <= at && at <= checkpoint.Last).ShouldBeTrue();
}
