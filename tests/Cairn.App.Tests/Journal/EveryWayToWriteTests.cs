using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Journal;

/// <summary>However a row is written, it ends in one leaf that says who wrote it; and every leaf can be made again from what stands there.</summary>
public sealed class EveryWayToWriteTests : IAsyncLifetime
{
    private static readonly Acting Someone = new(ActorKind.Teacher, Guid.CreateVersion7(), "POST /somewhere") { Account = Guid.CreateVersion7(), From = "192.0.2.7", Purpose = "teaching", Why = "because" };
    private TestDistrict _district = null!;
    private long _before;

    public async ValueTask InitializeAsync()
    {
        _district = await TestDistrict.With();
        _before = _district.Size();
    }

    [Fact]
    public async Task What_is_recorded_has_a_leaf_for_each_fact_and_for_its_words()
    {
        await _district.District.Writer.Record(_district.Everything(), Someone);

        New().Select(one => (one.Act, Table(one.Kind))).ShouldBe([
            (JournalAct.Added, "evidence"), (JournalAct.Added, "stage_entries"), (JournalAct.Added, "judgments"), (JournalAct.Added, "overrides"), (JournalAct.Added, "retractions"),
            (JournalAct.Added, "evidence_texts"), (JournalAct.Added, "artifacts"), (JournalAct.Added, "artifacts"), (JournalAct.Added, "judgment_texts"), (JournalAct.Added, "override_texts")]);
        var occasion = _district.Entries(_before).Select(one => one.Occasion).Distinct().ShouldHaveSingleItem();
        (occasion.Actor, occasion.Person, occasion.Account, occasion.Where, occasion.From, occasion.Purpose).ShouldBe((Someone.Kind, Someone.Person, Someone.Account, Someone.Where, Someone.From, Someone.Purpose));
        _district.Verify().ShouldBeWhole();
    }

    [Fact]
    public async Task A_row_that_is_added_changed_and_removed_has_a_leaf_each_time_and_says_what_it_was()
    {
        var term = new Term("en", "learner", "Student", "Students");
        await Write(turn => turn.Db.Add(term));
        await Write(turn => turn.Db.Update(term with { Many = "Scholars" }));
        await Write(turn => turn.Db.Remove(turn.Db.Terms.Single()));

        New().Select(one => (one.Act, Table(one.Kind))).ShouldBe([(JournalAct.Added, "terms"), (JournalAct.Changed, "terms"), (JournalAct.Removed, "terms")]);
        Words(1).ShouldMatch("""^\{"from":"[0-9a-f]{64}","was":\{"many":"Students"\},"is":\{"many":"Scholars"\},"why":"because"\}$""");
        Words(2).ShouldContain("\"was\":{\"key\":\"learner\",\"language\":\"en\",\"many\":\"Scholars\",\"one\":\"Student\"}");
        _district.Verify().ShouldBeWhole();
    }

    [Fact]
    public async Task A_learner_that_is_changed_by_its_version_has_a_leaf_that_names_the_learner()
    {
        using (var db = _district.Open())
        {
            var ada = db.Learners.AsNoTracking().Single(one => one.Id == _district.Ada);
            await Write(turn => turn.Change(ada, one => one.Rename("Ada", "Lovelace")));
        }

        var entry = New().ShouldHaveSingleItem();
        (entry.Act, entry.Learner, entry.Row).ShouldBe((JournalAct.Changed, _district.Ada, _district.Ada.Value));
        Words(0).ShouldContain("\"family_name\":\"Byron\"");
        _district.Verify().ShouldBeWhole();
    }

    [Fact]
    public async Task Rows_that_are_inserted_by_the_thousand_have_a_leaf_each()
    {
        var learners = Enumerable.Range(0, 9000).Select(i => new Learner(new LearnerId(Guid.CreateVersion7()), $"many{i}", "M", "")).ToList();
        await Write(turn => turn.Insert(learners));

        New().Count.ShouldBe(9000);
        _district.Verify().ShouldBeWhole();
    }

    [Fact]
    public async Task Every_kind_of_row_is_held_as_the_engine_stores_it()
    {
        // What an adoption vouches for is written before it is adopted.
        var kinds = JournalKinds.All.Where(one => one.Way is JournalWay.Fact or JournalWay.Words or JournalWay.Thing && one.Type != typeof(Cairn.Learning.Evidence.Claim)).ToList();
        await Write(turn => turn.Db.AddRange(kinds.Select(one => Samples.Of(one.Type))));

        New().Count.ShouldBe(kinds.Count);
        _district.Verify().ShouldBeWhole();
    }

    [Fact]
    public async Task What_no_row_says_is_told_with_its_words()
    {
        await _district.District.Writer.Tell(turn => turn.Tell(JournalAct.Viewed, _district.Ada, new { part = "page" }), Someone);

        var entry = New().ShouldHaveSingleItem();
        (entry.Act, entry.Kind, entry.Learner).ShouldBe((JournalAct.Viewed, 0, _district.Ada));
        Words(0).ShouldBe("""{"said":{"part":"page"},"why":"because"}""");
        _district.Verify().ShouldBeWhole();
    }

    [Fact]
    public async Task An_adoption_says_what_was_adopted()
    {
        await _district.Revise(one => one with { Title = one.Title + "!" });

        New().Count(one => one.Act == JournalAct.Adopted).ShouldBe(1);
        _district.Verify().ShouldBeWhole();
    }

    [Fact]
    public async Task Many_who_record_at_once_are_told_apart_though_they_share_a_turn()
    {
        var people = Enumerable.Range(0, 50).Select(_ => Someone with { Person = Guid.CreateVersion7() }).ToList();
        var pieces = people.ConvertAll(one => (one.Person, Facts: _district.OnePiece()));
        await Task.WhenAll(pieces.Select((one, i) => _district.District.Writer.Record(one.Facts, people[i])));

        var by = _district.Entries(_before).ToDictionary(one => (one.Entry.Kind, one.Entry.Row), one => one.Occasion.Person);
        foreach (var (person, facts) in pieces) by[(3, facts.Judgments[0].Id.Value)].ShouldBe(person);
        _district.Verify().ShouldBeWhole();
    }

    [Fact]
    public async Task A_recording_that_fails_leaves_no_gap_and_no_entry()
    {
        var twice = _district.OnePiece();
        List<Recording> all = [.. Enumerable.Range(0, 10).Select(_ => _district.OnePiece()), twice, twice, .. Enumerable.Range(0, 10).Select(_ => _district.OnePiece(_district.Ben))];
        var calls = all.ConvertAll(_district.Record);
        await Should.ThrowAsync<DbUpdateException>(() => Task.WhenAll(calls));
        await Should.ThrowAsync<FormatException>(() => Write(turn =>
        {
            turn.Record(_district.OnePiece());
            throw new FormatException("no");
        }));

        New().Count.ShouldBe(21 * 3);
        _district.Verify().ShouldBeWhole();
    }

    [Fact]
    public async Task Leaves_go_on_where_they_ended_after_a_restart()
    {
        await _district.District.DisposeAsync();
        await using (var again = District.OpenExisting(_district.Folder, "test", toWrite: true, TimeProvider.System)) await again.Writer.Record(_district.OnePiece());
        await using var reader = District.OpenExisting(_district.Folder, "test", toWrite: false, TimeProvider.System);

        var report = JournalDistrict.Verify(reader, _district.Folder);

        report.ShouldBeWhole();
        report.Leaves.ShouldBe(_before + 3);
    }

    public ValueTask DisposeAsync() => _district.DisposeAsync();

    private Task<bool> Write(Action<WriteTurn> work) => _district.District.Writer.Alone(turn =>
    {
        work(turn);
        return true;
    }, Someone);

    private List<JournalEntry> New() => _district.Entries(_before).ConvertAll(one => one.Entry);

    private string Words(int at)
    {
        using var db = _district.Open();
        return System.Text.Encoding.UTF8.GetString(db.JournalPayloads.Single(one => one.Index == _before + at).Words);
    }

    private string Table(int kind)
    {
        using var db = _district.Open();
        return db.Model.FindEntityType(JournalKinds.All.Single(one => one.Number == kind).Type)!.GetTableName()!;
    }
}
