using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Imports;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Privacy;

public sealed class ExportPersonTests : IDisposable
{
    private readonly Installation _cairn = new();

    public ExportPersonTests() => _cairn.Apply(new ProgramFolder(_cairn.Of("program")));

    [Fact]
    public async Task The_archive_of_a_learner_is_written_and_the_journal_says_so()
    {
        var file = _cairn.Of("ada.zip");

        var ran = _cairn.Run("export", "person", "ADA", "--to", file, "--language", "es", "--json");

        ran.Exit.ShouldBe(CommandLine.Done, ran.Err);
        ran.Json.GetProperty("size").GetInt64().ShouldBe(new FileInfo(file).Length);
        var archive = Family.Files(await File.ReadAllBytesAsync(file));
        archive["index.html"].ShouldContain("lang=\"es\"");
        Family.Json(archive).GetProperty("judgments").GetArrayLength().ShouldBeGreaterThan(0);
        archive["archive.json"].ShouldNotContain("\"ben\"");
        await using var district = _cairn.Open();
        using var db = district.Open();
        var ada = db.Learners.Single(one => one.Username == "ada").Id;
        db.Journal.AsNoTracking().Count(one => one.Learner == ada && one.Act == Cairn.Storage.Journal.JournalAct.Exported).ShouldBe(1);
    }

    [Fact]
    public void Nobody_of_that_name_is_refused_and_leaves_no_file()
    {
        var file = _cairn.Of("nobody.zip");

        _cairn.Run("export", "person", "nobody", "--to", file).ShouldBeRefused("nobody");

        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task The_archive_of_a_guardian_and_of_an_educator_name_nobody_but_their_own()
    {
        await using (var district = _cairn.OpenToWrite())
        {
            await district.Writer.Alone(turn =>
            {
                var ada = turn.Db.Learners.Single(one => one.Username == "ada");
                var guardian = new Cairn.Learning.GuardianId(Guid.CreateVersion7());
                turn.Db.AddRange(new Cairn.Learning.People.Guardian(guardian, "mother", "Mother Byron"), new Cairn.Learning.People.Educator(new Cairn.Learning.EducatorId(Guid.CreateVersion7()), "okafor", "Ms. Okafor", Cairn.Learning.People.EducatorRole.Teacher));
                turn.Db.SaveChanges();
                turn.Db.Add(new Cairn.Learning.People.Guardianship(guardian, ada.Id, new DateOnly(2026, 1, 1), null));
                return turn.Db.SaveChanges();
            });
        }

        foreach (var (username, kind) in ((string, string)[])[("mother", "guardian"), ("okafor", "educator")])
        {
            var file = _cairn.Of($"{username}.zip");
            _cairn.Run("export", "person", username, "--to", file).Exit.ShouldBe(CommandLine.Done);
            var json = Family.Json(Family.Files(await File.ReadAllBytesAsync(file)));
            json.GetProperty("kind").GetString().ShouldBe(kind);
            json.GetProperty("person")[0].GetProperty("username").GetString().ShouldBe(username);
            if (kind == "guardian") json.GetProperty("relations")[0].GetProperty("name").GetString()!.ShouldStartWith("Ada");
            json.ToString().ShouldNotContain("ben", Case.Insensitive);
        }
    }

    public void Dispose() => _cairn.Dispose();
}
