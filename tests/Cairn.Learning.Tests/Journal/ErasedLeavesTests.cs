using System.Diagnostics;
using Cairn.Learning.Journal;
using CsCheck;
using static Cairn.Learning.Journal.JournalFindingKind;

namespace Cairn.Learning.Tests.Journal;

/// <summary>What was erased is told as erased, and only where an entry says so.</summary>
public sealed class ErasedLeavesTests
{
    [Fact]
    public void An_erased_payload_is_told_and_is_no_fault() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 39], Gen.Bool).Sample((size, at, keepsSeal) =>
        {
            var journal = JournalBuilder.Of(size).Add(at % size).Sign().Erase(at % size, keepsSeal);

            var (findings, conclusion) = journal.Walk();

            findings.ShouldBe([new(Erased, at % size, at % size)]);
            findings[0].IsFault.ShouldBeFalse();
            (conclusion.IsWhole, conclusion.Erased, conclusion.HeldTo).ShouldBe((true, 1, size + 1));
        });

    [Fact]
    public void A_payload_that_is_gone_without_an_entry_is_a_fault() =>
        JournalBuilder.Of(6).Erase(4).Erase(2).Walk().Findings.ShouldBe([new(Erased, 2, 2), new(Erased, 4, 4), new(ErasedWithoutEntry, 2, 2), new(ErasedWithoutEntry, 4, 4)]);

    [Fact]
    public void An_entry_that_was_altered_is_not_believed_about_erasures()
    {
        var journal = JournalBuilder.Of(6).Add().Erase(2);
        journal.Leaves[5] = journal.Leaves[5] with { Erases = [2], Recomputed = JournalBuilder.HashOf(5, "forged") };

        journal.Walk().Findings.ShouldBe([new(Erased, 2, 2), new(Altered, 5, 5), new(ErasedWithoutEntry, 2, 2)]);
    }

    [Fact]
    public void What_was_kept_of_an_erased_entry_cannot_be_altered() =>
        JournalBuilder.Of(6).Add(2).Sign().Erase(2).Alter(2).Walk().Findings.ShouldBe([new(Altered, 2, 2), new(Erased, 2, 2)]);

    [Fact]
    public void A_payload_that_is_not_there_and_not_erased_is_altered()
    {
        var journal = JournalBuilder.Of(3);
        journal.Leaves[1] = journal.Leaves[1] with { Recomputed = null };

        journal.Walk().Findings.ShouldBe([new(Altered, 1, 1)]);
    }

    [Fact]
    public void An_erased_payload_that_came_back_is_named() =>
        JournalBuilder.Of(6).Add(2).Sign().Walk().Findings.ShouldBe([new(NotErased, 2, 2)]);

    [Fact]
    public void An_entry_may_erase_many_and_say_so_twice()
    {
        var journal = JournalBuilder.Of(6).Add(1, 3).Add(3).Sign().Erase(1).Erase(3);

        journal.Walk().Conclusion.IsWhole.ShouldBeTrue();
    }

    [Fact]
    public void A_long_journal_is_checked_without_keeping_its_leaves()
    {
        const int Size = 20_000;
        var edge = new TreeEdge();
        for (var i = 0; i < Size; i++) edge.Append(JournalBuilder.HashOf(i, "entry"));
        var walk = new JournalWalk([new("example.com/journal", Size, edge.Root())], edge, finding => throw new UnreachableException($"{finding}"));
        walk.Take(LeafAt(0));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var hash = LeafAt(1);
        var aLeaf = GC.GetAllocatedBytesForCurrentThread() - before;

        before = GC.GetAllocatedBytesForCurrentThread();
        walk.Take(hash);
        for (var i = 2; i < Size; i++) walk.Take(LeafAt(i));

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThanOrEqualTo(aLeaf * Size);
        walk.End().HeldTo.ShouldBe(Size);
    }

    private static JournalLeaf LeafAt(int index)
    {
        var hash = JournalBuilder.HashOf(index, "entry");
        return new JournalLeaf(index, hash, hash);
    }
}
