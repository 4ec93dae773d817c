using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Cairn.Storage.Journal.Verification;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Privacy;

/// <summary>After an erasure nothing names the learner anywhere; leaves and facts without words stand; conclusions are the same.</summary>
public sealed partial class ErasureTests : IAsyncLifetime
{
    private static readonly PersonId Asker = new(Guid.CreateVersion7());
    private static readonly PersonId Agreer = new(Guid.CreateVersion7());
    private static readonly RetainedPart[] Everything = Enum.GetValues<RetainedPart>();

    private readonly StillClock _clock = new(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc));
    private Family _family = null!;
    private LearnerId _gone;
    private GuardianId _mother;

    public async ValueTask InitializeAsync()
    {
        _family = await Family.Make(_clock);
        _gone = await _family.Learner("Zebulon", new DateOnly(2009, 5, 17));
        _mother = await _family.Guardian("mamacanary", _gone);
        await _family.Work(_gone, "WORKCANARY");
        await _family.Work(_gone, "WORKCANARY again", 3);
        await _family.Work(_family.Ada, "ADASTAYS");
        await _family.Put(
            new Enrollment(new EnrollmentId(Guid.CreateVersion7()), _gone, Family.Loft, Family.Today.AddDays(-100), Family.Today),
            new PrivateNote(new PrivateNoteId(Guid.CreateVersion7()), Family.Okafor, _gone, "NOTECANARY", TestDistrict.Day),
            new Placement(new PlacementId(Guid.CreateVersion7()), await Sponsor(), _gone, "PLACECANARY", Family.Today.AddDays(-9), null),
            new EmergencyAccess(new EmergencyAccessId(Guid.CreateVersion7()), Family.Okafor, _gone, TestDistrict.Day, TestDistrict.Day.AddHours(1), "GLASSCANARY"),
            new Cairn.Learning.Projects.Hand(new HandId(Guid.CreateVersion7()), _gone, null, "HANDCANARY", TestDistrict.Day),
            new CaseloadEntry(Family.Okafor, _gone, CaseloadKind.Advisor, Family.Today.AddDays(-9), null));
        await Access();
        await Change(learner => learner.Rename("GivenZebulon", "FamilyRENAMED").IsCalled("CALLEDCANARY"));
        await _family.District.District.Writer.Tell(turn => turn.Tell(JournalAct.Viewed, _gone, new { about = "TOLDCANARY" }), Acting.Operator with { Why = "WHYCANARY" });
        await Import();
        await Change(learner => learner.Leave(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    [Trait("Abuse", "X15")]
    public async Task No_word_of_the_learner_is_left_in_any_table_or_file()
    {
        string[] canaries = ["Zebulon", "RENAMED", "CALLEDCANARY", "WORKCANARY", "NOTECANARY", "HANDCANARY", "PLACECANARY", "GLASSCANARY", "TOLDCANARY", "WHYCANARY", "LOGINCANARY", "MAILCANARY", "KEYCANARY", "mamacanary", "CODECANARY"];
        Canaries.Find(_family.District, canaries).Select(one => one.Split(' ')[0]).Distinct().ShouldBe(canaries, ignoreOrder: true);

        var outcome = await Erase(Everything);
        ErasedRemains.Clean(_family.District.District).ShouldBeTrue();

        outcome.Leaves.ShouldBeGreaterThan(15);
        outcome.Addresses.ShouldBe(["https://files.example/WORKCANARY", "https://files.example/WORKCANARY again"], ignoreOrder: true);
        (outcome.Guardians, outcome.Imports).ShouldBe((1, 1));
        Canaries.Find(_family.District, canaries).ShouldBeEmpty();
        Canaries.Find(_family.District, "ADASTAYS").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Facts_stay_and_conclusions_come_out_the_same_to_the_byte()
    {
        var before = _family.District.Standings();
        var facts = Facts();

        await Erase(Everything);

        _family.District.Standings().ShouldBe(before);
        await _family.District.District.Writer.Alone(turn =>
        {
            turn.ConcludeWhole(_gone);
            return turn.ConcludeNow();
        });
        _family.District.Standings().ShouldBe(before);
        Facts().ShouldBe(facts);
        using var db = _family.District.Open();
        var erased = db.Learners.Single(one => one.Id == _gone);
        (erased.FullName, erased.Username, erased.BirthDate, erased.IsHere).ShouldBe(("Erased learner", $"erased-{_gone.Value:N}", null, false));
        db.Guardians.Single(one => one.Id == _mother).DisplayName.ShouldBe("Erased guardian");
        db.Erasures.Single().State.ShouldBe(ErasureState.Done);
    }

    [Fact]
    public async Task Every_erased_leaf_has_a_seal_that_makes_its_hash_and_an_entry_that_says_so()
    {
        await Erase(Everything);

        using var db = _family.District.Open();
        var seals = db.JournalSeals.AsNoTracking().ToList();
        var entries = db.Journal.AsNoTracking().ToDictionary(one => one.Index);
        var occasions = db.Occasions.AsNoTracking().ToDictionary(one => one.Id);
        var told = entries.Values.Where(one => one.Act == JournalAct.Erased).ToList();
        told.Select(one => ErasedLeaf.Index(one.Row)).Order().ShouldBe(seals.Select(one => one.Index).Order());
        foreach (var seal in seals)
        {
            var entry = entries[seal.Index];
            db.JournalPayloads.Any(one => one.Index == seal.Index).ShouldBeFalse();
            var made = LeafBytes.Hash(entry, occasions[entry.Occasion], Cairn.Learning.Journal.TreeHash.From(seal.Seal), null, new System.Buffers.ArrayBufferWriter<byte>());
            made.ToBytes().ShouldBe(entry.Leaf, $"{entry.Act} {entry.Kind}");
        }

        foreach (var one in told) one.Kind.ShouldBe(entries[ErasedLeaf.Index(one.Row)].Kind);
    }

    [Fact]
    public async Task Whoever_verifies_the_record_is_told_what_was_erased_and_finds_nothing_altered()
    {
        var outcome = await Erase(Everything);

        using var folder = new TempFolder(ownsServer: false);
        var report = RecordVerification.Of(_family.District.District, new VerificationAsk(folder.Path));

        report.Findings.Where(one => one.IsFault).ShouldBeEmpty();
        (report.Faults, report.Erased).ShouldBe((0, outcome.Leaves));
    }

    [Fact]
    public async Task What_others_have_in_common_with_the_learner_stays_theirs()
    {
        var father = await _family.Guardian("father", _family.Ada);
        await _family.Put(new Guardianship(father, _gone, Family.Today.AddDays(-5), null));

        await Erase(Everything);

        using var db = _family.District.Open();
        db.Guardians.Single(one => one.Id == father).DisplayName.ShouldBe("father Byron");
        db.Guardianships.Single(one => one.Guardian == father).Learner.ShouldBe(_family.Ada);
        Family.Json(_family.Archive(_family.Ada)).GetProperty("evidence")[0].GetProperty("title").GetString().ShouldBe("title ADASTAYS");
    }

    [Fact]
    public async Task Only_the_parts_that_were_agreed_to_go()
    {
        await Erase(RetainedPart.Work);

        using var db = _family.District.Open();
        db.Learners.Single(one => one.Id == _gone).GivenName.ShouldBe("GivenZebulon");
        db.EvidenceTexts.Count(text => db.Evidence.Any(one => one.Id == text.Evidence && one.Learner == _gone)).ShouldBe(0);
        db.JudgmentTexts.Count(text => db.Judgments.Any(one => one.Id == text.Judgment && one.Learner == _gone)).ShouldBe(2);
        db.AccountPeople.Count(one => one.Person == _gone.Value).ShouldBe(1);
        Canaries.Find(_family.District, "NOTECANARY").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_failure_in_the_middle_leaves_everything()
    {
        var before = Counts();
        var id = await Agreed(Everything);

        await Should.ThrowAsync<InvalidOperationException>(_family.District.District.Writer.Alone<bool>(turn =>
        {
            turn.Erase(id, Day);
            throw new InvalidOperationException("the power fails");
        }));

        Counts().ShouldBe(before);
        Canaries.Find(_family.District, "WORKCANARY", "Zebulon").ShouldNotBeEmpty();
        (await _family.District.District.Writer.Alone(turn => turn.Erase(id, Day))).Leaves.ShouldBeGreaterThan(0);
    }

    [Fact]
    [Trait("Abuse", "S5")]
    public async Task A_legal_hold_an_open_request_and_the_schedule_stand_in_the_way_and_it_is_looked_at_again_in_the_transaction()
    {
        var id = await Agreed(Everything);
        var hold = new LegalHold(new LegalHoldId(Guid.CreateVersion7()), _gone, "a lawsuit", Asker, TestDistrict.Day);
        await _family.Put(hold);
        await ShouldRefuse(id, nameof(ErasureHindrance.LegalHold));
        await Do(turn =>
        {
            turn.Db.Attach(hold);
            hold.Lift(Agreer, TestDistrict.Day.AddDays(1));
        });
        var asked = new Amendment(new AmendmentId(Guid.CreateVersion7()), _gone, new PersonId(_mother.Value), "record", "please", TestDistrict.Day, Family.Today.AddDays(45));
        await _family.Put(asked);
        await ShouldRefuse(id, nameof(ErasureHindrance.OpenAmendment));
        await Do(turn =>
        {
            turn.Db.Attach(asked);
            asked.Withdraw();
        });
        await _family.Put(new Retention(RetainedPart.Record, 5, "state law"));
        await ShouldRefuse(id, nameof(ErasureHindrance.KeptLonger));
        await Change(learner => learner.Return());
        await ShouldRefuse(id, nameof(ErasureHindrance.StillHere));
    }

    [Fact]
    public async Task Nobody_agrees_to_what_they_asked_for_and_nothing_is_erased_twice()
    {
        var erasure = new Erasure(new ErasureId(Guid.CreateVersion7()), _gone, "Work", "the family asked", Asker, TestDistrict.Day);
        Should.Throw<InvalidOperationException>(() => erasure.Decide(true, Asker, TestDistrict.Day));
        await _family.Put(erasure);
        await Should.ThrowAsync<RefusedException>(_family.District.District.Writer.Alone(turn => turn.Erase(erasure.Id, Day)));
        var done = await Agreed(RetainedPart.Work);
        await _family.District.District.Writer.Alone(turn => turn.Erase(done, Day));
        await Should.ThrowAsync<RefusedException>(_family.District.District.Writer.Alone(turn => turn.Erase(done, Day)));
    }

    private static DateOnly Day(DateTime moment) => DateOnly.FromDateTime(moment);

    private async Task<SponsorId> Sponsor()
    {
        var (partner, id) = (new OrganizationId(Guid.CreateVersion7()), new SponsorId(Guid.CreateVersion7()));
        await _family.Put(new Organization(partner, OrganizationKind.Partner, "Boatyard", "UTC"));
        await _family.Put(new Sponsor(id, partner, "Maren"));
        return id;
    }

    private async Task Access()
    {
        var account = new Account(Guid.CreateVersion7(), "LOGINCANARY", TestDistrict.Day) { Email = "MAILCANARY@example.org", PasswordHash = "hash" };
        await _family.Put(account);
        await _family.Put(new AccountPerson(account.Id, ActorKind.Learner, _gone.Value, TestDistrict.Day), new Passkey([1, 2, 3], account.Id, [4], "KEYCANARY", TestDistrict.Day), new Badge(Guid.CreateVersion7(), _gone, [5], TestDistrict.Day),
            new OneTimeCode(Guid.CreateVersion7(), "reset", [6], TestDistrict.Day, TestDistrict.Day.AddDays(1)) { Account = account.Id, Email = "CODECANARY@example.org" },
            new SessionRow([7], account.Id, ActorKind.Learner, _gone.Value, TestDistrict.Day, TestDistrict.Day.AddDays(1)));
        await Do(turn =>
        {
            turn.Db.Attach(account);
            account.Email = "MAILCANARY@other.example.org";
        });
    }

    private Task<int> Import() => _family.Put(new ImportRun(Guid.CreateVersion7(), "roster", "district", "people.zip", Guid.Empty, TestDistrict.Day)
    {
        Summary = """{"State":4,"Shown":[{"File":"users.csv","Value":"user-Zebulon"}]}""", Content = System.Text.Encoding.UTF8.GetBytes("""{"People":[{"GivenName":"GivenZebulon","FamilyName":"FamilyRENAMED"}]}"""),
    }, new ImportRun(Guid.CreateVersion7(), "roster", "district", "others.zip", Guid.Empty, TestDistrict.Day) { Content = [1, 2, 3] });

    private Task<int> Change(Action<Learner> change) => Do(turn => change(turn.Db.Learners.Single(one => one.Id == _gone)));

    private Task<int> Do(Action<WriteTurn> work) => _family.District.District.Writer.Alone(turn =>
    {
        work(turn);
        return turn.Db.SaveChanges();
    });

    private async Task<ErasureId> Agreed(params RetainedPart[] parts)
    {
        var erasure = new Erasure(new ErasureId(Guid.CreateVersion7()), _gone, string.Join(' ', parts), "the family asked", Asker, TestDistrict.Day);
        erasure.Decide(isAgreed: true, Agreer, TestDistrict.Day.AddDays(1));
        await _family.Put(erasure);
        return erasure.Id;
    }

    private async Task<ErasureOutcome> Erase(params RetainedPart[] parts)
    {
        var id = await Agreed(parts);
        return await _family.District.District.Writer.Alone(turn => turn.Erase(id, Day), new Acting(ActorKind.Teacher, Agreer.Value, "/privacy/erasures"));
    }

    private async Task ShouldRefuse(ErasureId id, string why) =>
        (await Should.ThrowAsync<RefusedException>(_family.District.District.Writer.Alone(turn => turn.Erase(id, Day)))).Message.ShouldContain(why);

    private List<string> Facts()
    {
        using var db = _family.District.Open();
        return [.. db.Evidence.AsNoTracking().ToList().Select(one => one.ToString()).Concat(db.Judgments.AsNoTracking().ToList().Select(one => one.ToString())).Order(StringComparer.Ordinal)];
    }

    private (int, int, int, int) Counts()
    {
        using var db = _family.District.Open();
        return (db.EvidenceTexts.Count(), db.JournalSeals.Count(), db.JournalPayloads.Count(one => db.Journal.Any(entry => entry.Index == one.Index && entry.Learner == _gone && entry.Kind != 59)), db.AccountPeople.Count());
    }

    public ValueTask DisposeAsync() => _family.DisposeAsync();
}
