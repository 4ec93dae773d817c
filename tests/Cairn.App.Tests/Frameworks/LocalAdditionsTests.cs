using Cairn.App.Tests.Cli;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Storage;
using static Cairn.App.Tests.Frameworks.Workbench;

namespace Cairn.App.Tests.Frameworks;

/// <summary>What people here added to a framework that is kept elsewhere stays when it comes again.</summary>
public sealed class LocalAdditionsTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly Package _package;

    public LocalAdditionsTests()
    {
        _package = new Package(_cairn.Of("ways.json"));
        _cairn.Bring(_package);
    }

    [Fact]
    public async Task Pieces_priorities_refresh_and_words_for_families_stay()
    {
        await _cairn.Edit(rows =>
        {
            Change(rows, Competency(11), one => one with { Pieces = 7, IsPriority = true, RefreshAfterDays = 365, FamilyStatement = "Your child argues." });
            rows.Targets[0] = rows.Targets[0] with { DefaultPieces = 4, IsRequired = true, IsPriority = true, Points = 2, FamilyStatement = "Names it." };
            rows.Areas[0] = rows.Areas[0] with { PriorityCap = 2 };
        });
        var target = _cairn.Content().Targets[0];

        _cairn.Bring(_package.Say(11, "fullStatement", "Argue well").Say(12, "fullStatement", "Name two sources"));

        var now = _cairn.Content();
        var one = now.Find(Competency(11))!;
        (one.Statement, one.Pieces, one.IsPriority, one.RefreshAfterDays, one.FamilyStatement).ShouldBe(("Argue well", 7, true, 365, "Your child argues."));
        now.Targets.Single(each => each.Id == target.Id).ShouldBe(target with { Version = now.Version.Id, Statement = "Name two sources", Title = "Name two sources" });
        now.Areas[0].PriorityCap.ShouldBe(2);
    }

    [Fact]
    public async Task A_wording_for_learners_stays_beside_the_official_one_which_is_the_sources()
    {
        await _cairn.Edit(rows => Change(rows, Competency(11), one => one with { Statement = "I can argue.", OfficialStatement = one.Statement }));

        _cairn.Bring(_package.Say(11, "fullStatement", "Argue well"));

        var one = _cairn.Content().Find(Competency(11))!;
        (one.Statement, one.OfficialStatement).ShouldBe(("I can argue.", "Argue well"));
    }

    [Fact]
    public async Task Words_for_levels_and_stages_exemplars_pieces_by_stage_and_the_portrait_stay()
    {
        var quality = new QualityId(Guid.CreateVersion7());
        await _cairn.Edit(rows =>
        {
            var version = rows.Areas[0].Version;
            rows.Descriptors.Add(new Descriptor(version, Competency(11), 3, "With two sources") { FamilyWords = "Well" });
            rows.StageDescriptors.Add(new StageDescriptor(version, Target(12), 2, "Names it alone"));
            rows.Requirements.Add(new StageRequirement(version, Target(12), 2, 5));
            rows.Exemplars.Add(new Exemplar(version, new ExemplarId(Guid.CreateVersion7()), Competency(11), 3, "A letter", "https://example.org/letter", "The second page", 1));
            rows.Portrait.Add(new PortraitQuality(version, quality, "C", "Curious", "Asks.", 1));
            rows.PortraitLinks.Add(new PortraitLink(version, quality, Competency(11)));
            rows.Associations.Add(new Association(version, new AssociationId(Guid.CreateVersion7()), AssociationKind.Precedes, Competency(14).Value, Competency(11).Value, 1));
        });

        _cairn.Bring(_package.Say(11, "fullStatement", "Argue well"));

        var now = _cairn.Content();
        now.Descriptors[Competency(11)].ShouldHaveSingleItem().FamilyWords.ShouldBe("Well");
        now.StageDescriptors[Target(12)].ShouldHaveSingleItem().Words.ShouldBe("Names it alone");
        now.PiecesOf(Target(12)).ShouldBe([(2, 5)]);
        now.Exemplars[Competency(11)].ShouldHaveSingleItem().Note.ShouldBe("The second page");
        now.Portrait.ShouldHaveSingleItem().Title.ShouldBe("Curious");
        now.ShownBy[quality].ShouldBe([Competency(11)]);
        now.Associations.ShouldHaveSingleItem().Kind.ShouldBe(AssociationKind.Precedes);
        _cairn.Look(_package).GetProperty("changes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Competencies_and_targets_of_our_own_stay_in_use()
    {
        var (own, step) = (new CompetencyId(Guid.CreateVersion7()), new TargetId(Guid.CreateVersion7()));
        await _cairn.Edit(rows =>
        {
            var like = rows.Competencies[0];
            rows.Competencies.Add(like with { Id = own, Code = "OWN.1", Title = "Keep a garden", Statement = "I keep a garden.", Number = 99, Position = 9 });
            rows.Targets.Add(rows.Targets[0] with { Id = step, Competency = own, Code = "OWN.1.a", Title = "Sow" });
        });

        _cairn.Bring(_package.Take(14).Put(31, "W.3", "Listen", under: 10));

        var now = _cairn.Content();
        (now.Find(own)!.Code, now.Counts(own), now.TargetsOf(own).ShouldHaveSingleItem().IsActive).ShouldBe(("OWN.1", true, true));
        now.Find(Competency(31))!.Number.ShouldBe(100);
        now.Find(Competency(14))!.IsActive.ShouldBeFalse();
    }

    [Fact]
    public async Task One_of_our_own_gives_way_where_the_source_takes_its_code()
    {
        var own = new CompetencyId(Guid.CreateVersion7());
        await _cairn.Edit(rows => rows.Competencies.Add(rows.Competencies[0] with { Id = own, Code = "W.3", Title = "Keep a garden", Number = 99, Position = 9 }));

        _cairn.Bring(_package.Put(31, "W.3", "Listen", under: 10));

        var now = _cairn.Content();
        (now.Find("W.3")!.Id, now.Find(own)!.Code, now.Counts(own)).ShouldBe((Competency(31), "W.3-2", true));
    }

    [Fact]
    public async Task A_draft_that_waits_is_not_touched_by_an_import_and_gets_the_next_number_when_it_is_adopted()
    {
        var draft = new FrameworkVersionId(Guid.CreateVersion7());
        await using (var district = _cairn.OpenToWrite())
            await district.Writer.Alone(turn =>
            {
                turn.Db.Add(new FrameworkVersion(draft, Naming.Framework, 0, null, null));
                return turn.Db.SaveChanges();
            });

        _cairn.Bring(_package.Say(11, "fullStatement", "Argue well")).GetProperty("version").GetInt32().ShouldBe(2);

        await using var again = _cairn.OpenToWrite();
        await again.Writer.Alone(turn =>
        {
            turn.Adopt(draft, turn.Now);
            return true;
        });
        using var db = again.Open();
        db.FrameworkVersions.Single(one => one.Id == draft).Number.ShouldBe(3);
    }

    private static void Change(FrameworkRows rows, CompetencyId id, Func<Competency, Competency> change)
    {
        var at = rows.Competencies.FindIndex(one => one.Id == id);
        rows.Competencies[at] = change(rows.Competencies[at]);
    }

    public void Dispose() => _cairn.Dispose();
}
