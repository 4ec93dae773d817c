using System.Data.Common;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>A version is a draft until it is adopted; then neither it nor anything it holds changes, whoever asks.</summary>
public sealed class AdoptedVersionsTests : IAsyncLifetime
{
    private readonly FrameworkVersionId _draft = new(Guid.CreateVersion7());
    private TestDistrict _district = null!;

    public static TheoryData<string> Tables =>
        ["areas", "competencies", "targets", "stage_requirements", "descriptors", "stage_descriptors", "exemplars", "associations", "portrait_qualities", "portrait_links", "source_packages"];

    public async ValueTask InitializeAsync()
    {
        _district = await TestDistrict.With();
        await AddDraft(_draft);
        // One row of everything, in a version that is adopted and in a draft.
        await Alone(turn =>
        {
            var (full, quality) = (new FrameworkVersionId(Guid.CreateVersion7()), new QualityId(Guid.CreateVersion7()));
            turn.Db.Add(new FrameworkVersion(full, _district.Framework, 2, null, TestDistrict.LastStage));
            turn.Db.SaveChanges();
            var rows = FrameworkRows.CopyOf(turn.Db, AdoptedVersion(turn.Db), full);
            rows.Requirements.Add(new StageRequirement(full, _district.Lines, 1, 2));
            rows.Descriptors.Add(new Descriptor(full, _district.Drawing, 1, "Tries"));
            rows.StageDescriptors.Add(new StageDescriptor(full, _district.Lines, 1, "Tries"));
            rows.Exemplars.Add(new Exemplar(full, new ExemplarId(Guid.CreateVersion7()), _district.Drawing, 1, "A tree", "", "", 1));
            rows.Associations.Add(new Association(full, new AssociationId(Guid.CreateVersion7()), AssociationKind.IsRelatedTo, _district.Drawing.Value, _district.Clay.Value, 1));
            rows.Portrait.Add(new PortraitQuality(full, quality, "C", "Curious", "", 1));
            rows.PortraitLinks.Add(new PortraitLink(full, quality, _district.Drawing));
            rows.Package = new SourcePackage(full, "case-1.1", [1]);
            rows.Store(turn);
            turn.Adopt(full, turn.Now);
        });
        await Alone(turn => FrameworkRows.CopyOf(turn.Db, AdoptedVersion(turn.Db), _draft).Store(turn));
    }

    [Fact]
    public void The_list_of_what_versions_hold_is_the_list_that_is_guarded()
    {
        using var db = _district.Open();

        Cairn.Storage.Db.OfVersions.Select(type => db.Model.FindEntityType(type)!.GetTableName()).ShouldBe(Tables.Select(row => row.Data), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Nothing_of_an_adopted_version_is_changed_or_deleted(string table)
    {
        using var db = _district.Open();
        foreach (var column in Sql.ColumnsBesideKey(db, table)) Refused(() => Sql.Run(db, $"UPDATE {table} SET {column} = {column} WHERE version = {Adopted(db)}"));
        Refused(() => Sql.Run(db, $"DELETE FROM {table} WHERE version = {Adopted(db)}"));
        Refused(() => Sql.Run(db, $"DELETE FROM {table}"));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Nothing_is_put_into_an_adopted_version(string table)
    {
        using var db = _district.Open();
        var columns = Sql.Columns(db, table);

        Refused(() => Sql.Run(db, $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", columns.Select(one => one == "version" ? Adopted(db) : one))} FROM {table} WHERE version = {Sql.Id(_draft.Value)}"));
        Refused(() => Sql.Run(db, $"UPDATE {table} SET version = {Adopted(db)} WHERE version = {Sql.Id(_draft.Value)}"));
        Refused(() => Sql.Run(db, $"UPDATE {table} SET version = {Sql.Id(_draft.Value)} WHERE version = {Adopted(db)}"));
    }

    [Theory]
    [Trait(Engines.Trait, Engines.Postgres)]
    [MemberData(nameof(Tables))]
    public void Nothing_is_emptied(string table)
    {
        using var db = _district.Open();

        Refused(() => Sql.Run(db, $"TRUNCATE {table} CASCADE"));
        Refused(() => Sql.Run(db, "TRUNCATE framework_versions CASCADE"));
    }

    [Fact]
    public void The_version_itself_is_neither_changed_nor_deleted()
    {
        using var db = _district.Open();

        Refused(() => Sql.Run(db, $"UPDATE framework_versions SET note = 'x' WHERE id = {Adopted(db)}"));
        Refused(() => Sql.Run(db, $"UPDATE framework_versions SET adopted_at = NULL WHERE id = {Adopted(db)}"));
        Should.Throw<DbException>(() => Sql.Run(db, $"DELETE FROM framework_versions WHERE id = {Adopted(db)}"));
    }

    [Fact]
    public void What_a_draft_holds_is_changed_and_deleted()
    {
        using var db = _district.Open();
        foreach (var table in Tables.Select(row => row.Data))
        {
            var column = Sql.ColumnsBesideKey(db, table)[0];
            Sql.Run(db, $"UPDATE {table} SET {column} = {column} WHERE version = {Sql.Id(_draft.Value)}").ShouldBeGreaterThan(0, table);
        }

        string[] fromTheLeaves = ["portrait_links", "portrait_qualities", "exemplars", "associations", "descriptors", "stage_descriptors", "stage_requirements", "targets", "competencies", "areas", "source_packages"];
        foreach (var table in fromTheLeaves) Sql.Run(db, $"DELETE FROM {table} WHERE version = {Sql.Id(_draft.Value)}").ShouldBeGreaterThan(0, table);
        Sql.Run(db, $"DELETE FROM framework_versions WHERE id = {Sql.Id(_draft.Value)}").ShouldBe(1);
    }

    [Fact]
    public async Task A_framework_has_one_draft_at_most() => await Should.ThrowAsync<DbUpdateException>(() => AddDraft(new FrameworkVersionId(Guid.CreateVersion7())));

    [Fact]
    public async Task An_adopted_draft_gets_the_next_number_and_is_in_force_from_then_on()
    {
        _district.District.Frameworks.ShouldHaveSingleItem().Content.Version.Number.ShouldBe(2);

        await Alone(turn => turn.Adopt(_draft, turn.Now));

        var version = _district.District.Frameworks.ShouldHaveSingleItem().Content.Version;
        (version.Id, version.Number, version.IsDraft).ShouldBe((_draft, 3, false));
    }

    [Fact]
    public async Task A_draft_is_adopted_once()
    {
        await Alone(turn => turn.Adopt(_draft, turn.Now));

        await Should.ThrowAsync<RefusedException>(() => Alone(turn => turn.Adopt(_draft, turn.Now)));
        await Should.ThrowAsync<RefusedException>(() => Alone(turn => turn.Adopt(new FrameworkVersionId(Guid.CreateVersion7()), turn.Now)));
    }

    [Fact]
    public async Task Whoever_stands_in_a_framework_is_concluded_again_under_the_version_that_is_adopted()
    {
        await _district.Record(_district.OnePiece());

        await Alone(turn => turn.Adopt(_draft, turn.Now));

        using var db = _district.Open();
        db.Standings.Single().FrameworkNumber.ShouldBe(3);
        (await _district.Recompute()).ShouldBe(0);
    }

    private string Adopted(Db db) => Sql.Id(AdoptedVersion(db).Value);

    private FrameworkVersionId AdoptedVersion(Db db) => db.FrameworkVersions.AsNoTracking().Where(one => one.Framework == _district.Framework && one.AdoptedAt != null).OrderByDescending(one => one.Number).First().Id;

    private Task<int> AddDraft(FrameworkVersionId id) => _district.District.Writer.Alone(turn =>
    {
        turn.Db.Add(new FrameworkVersion(id, _district.Framework, 0, null, TestDistrict.LastStage));
        return turn.Db.SaveChanges();
    });

    private Task<bool> Alone(Action<WriteTurn> work) => _district.District.Writer.Alone(turn =>
    {
        work(turn);
        return true;
    });

    private static void Refused(Action act) => Should.Throw<DbException>(act).Message.ShouldContain("an adopted version never changes");

    public async ValueTask DisposeAsync() => await _district.DisposeAsync();
}
