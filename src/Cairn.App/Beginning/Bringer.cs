using Cairn.App.Features.Imports;
using Cairn.App.Starter;
using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Beginning;

/// <summary>Brings competencies and people into the district in the making, by the same imports as every other district: what is wrong in a
/// file is told row by row, and then nothing of it is stored.</summary>
internal sealed class Bringer(Making making)
{
    private const string Kept = "framework";

    private string KeptFile => Path.Combine(making.Room(), Kept);

    /// <summary>The starter framework, adopted.</summary>
    public async Task Starter()
    {
        await Anew();
        await PutStarter();
    }

    /// <summary>No competencies yet.</summary>
    public async Task NoFramework()
    {
        await Anew();
        making.Keep(making.Answers! with { Framework = "" });
    }

    /// <summary>A framework as a CASE package or a sheet.</summary>
    /// <returns>What is wrong with the file; none where it is in.</returns>
    public async Task<IReadOnlyList<RowFault>> Framework(byte[] file, string name)
    {
        var look = ImportFramework.DryRun(making.District!, file, name, null);
        if (look.Faults.Errors.Count > 0 || look.Framework is null) return look.Faults.Errors;
        await Anew();
        DurableFile.Write(KeptFile, to => to.Write(file));
        await PutFramework(file, name);
        return [];
    }

    /// <summary>Nobody yet.</summary>
    public async Task Nobody()
    {
        await WithoutPeople();
        making.Keep(making.Answers! with { People = PeopleFrom.Nobody });
    }

    /// <summary>People from a roster, or from a programme's spreadsheets with all that they have shown.</summary>
    /// <returns>What is wrong with the files; none where they are in.</returns>
    public async Task<IReadOnlyList<RowFault>> People(PeopleFrom from, IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        await WithoutPeople();
        var (faults, name) = (new FaultList(), files.Count == 1 ? files[0].Name : $"{files[0].Name} + {files.Count - 1}");
        var isIn = from == PeopleFrom.Roster ? await Roster(files, name, faults) : await Program(files, name, faults);
        if (!isIn) return faults.Errors;
        using var db = making.District!.Open();
        making.Keep(making.Answers! with
        {
            People = from, Learners = new Scope(db, Actor.Operator, making.Today).Learners.Count(), Educators = db.Educators.Count(),
            Framework = making.Answers.Framework is { Length: > 0 } before ? before : db.Frameworks.AsNoTracking().Select(one => one.Title).FirstOrDefault() ?? "", Competencies = CountOf(db),
        });
        return [];
    }

    private async Task<bool> Roster(IReadOnlyList<(string Name, byte[] Bytes)> files, string name, FaultList faults)
    {
        var district = making.District!;
        var sheets = ImportRoster.Read(district, list => ReadRoster.Files.FromUpload(files, list), faults);
        if (sheets is null || faults.Errors.Count > 0) return false;
        return (await ImportRoster.Apply(district, sheets, faults, By(ImportRoster.DefaultSource, name), making.Today, mayManyLeave: false)).IsApplied;
    }

    private async Task<bool> Program(IReadOnlyList<(string Name, byte[] Bytes)> files, string name, FaultList faults)
    {
        using var set = ReadProgram.Files.FromUpload(files, faults);
        if (set is null) return false;
        var sheets = ImportProgram.Read(making.District!, set.OpenRead, faults);
        return faults.Errors.Count == 0 && (await ImportProgram.Apply(making.District!, sheets, faults, By(ImportProgram.DefaultSource, name))).IsApplied;
    }

    // What was chosen before is not left beside what is chosen now.
    private async Task Anew()
    {
        if (making.Answers!.Framework is not null) await making.Again(withLevels: true);
    }

    private async Task WithoutPeople()
    {
        if (making.Answers!.People is null) return;
        var before = making.Answers;
        var file = File.Exists(KeptFile) ? await File.ReadAllBytesAsync(KeptFile) : null;
        await making.Again(withLevels: true);
        if (file is not null)
        {
            DurableFile.Write(KeptFile, to => to.Write(file));
            await PutFramework(file, before.Framework!);
        }
        else if (before.IsStarter) await PutStarter();
        else making.Keep(making.Answers! with { Framework = "" });
    }

    private async Task PutStarter()
    {
        var (content, made) = (StarterContent.Read(), new Dictionary<string, Guid>(StringComparer.Ordinal));
        var scale = Making.ScaleOf(making.Answers!.Levels, making.Answers.Line);
        await making.Write(turn =>
        {
            var framework = new Framework(new FrameworkId(Guid.CreateVersion7()), "starter", content.Title);
            var version = new FrameworkVersion(new FrameworkVersionId(Guid.CreateVersion7()), framework.Id, 1, null, StarterFramework.LastStage);
            turn.Db.Add(framework);
            turn.Db.Add(version);
            turn.Db.SaveChanges();
            new StarterFramework(content, parts => IdOf(made, string.Join('/', parts)), scale).Store(turn, version.Id);
            turn.Adopt(version.Id, turn.Now);
            return true;
        });
        using var db = making.District!.Open();
        making.Keep(making.Answers with { Framework = content.Title, Competencies = CountOf(db), IsStarter = true });
    }

    private async Task PutFramework(byte[] file, string name)
    {
        var outcome = await ImportFramework.Apply(making.District!, file, null, By("", name));
        using var db = making.District!.Open();
        making.Keep(making.Answers! with { Framework = outcome.Framework?.Title ?? name, Competencies = CountOf(db) });
    }

    private static Bringing By(string source, string name) => new(source, name) { Acting = FirstRun.Acts };

    private static int CountOf(Db db) => db.Competencies.Count(one => one.IsActive);

    private static Guid IdOf(Dictionary<string, Guid> made, string name) => made.TryGetValue(name, out var id) ? id : made[name] = Guid.CreateVersion7();
}
