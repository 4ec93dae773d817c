using System.Text.Json;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Interop.Case;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Frameworks;

/// <summary>Frameworks over the command line, and what people here do to them between two imports.</summary>
internal static class Workbench
{
    /// <summary>The names of what the small package brings.</summary>
    public static CaseNaming Naming { get; } = new(Package.Id(1));

    public static CompetencyId Competency(int id) => Naming.Competency(Package.Id(id));

    public static TargetId Target(int id) => Naming.Target(Package.Id(id));

    extension(Installation cairn)
    {
        /// <summary>Imports a framework that must be good.</summary>
        public JsonElement Bring(string file, params string[] more)
        {
            var ran = cairn.Run(["import", "framework", file, "--json", "--apply", .. more]);
            ran.Exit.ShouldBe(CommandLine.Done, ran.Out + ran.Err);
            return ran.Json;
        }

        /// <summary>What an import would do.</summary>
        public JsonElement Look(string file, params string[] more)
        {
            var ran = cairn.Run(["import", "framework", file, "--json", .. more]);
            ran.Exit.ShouldBe(CommandLine.Done, ran.Out + ran.Err);
            return ran.Json;
        }

        public byte[] Take(string id)
        {
            var file = cairn.Of($"out-{Guid.NewGuid():N}.json");
            var ran = cairn.Run("export", "framework", id, "--case", file);
            ran.Exit.ShouldBe(CommandLine.Done, ran.Err);
            return File.ReadAllBytes(file);
        }

        /// <summary>The framework in force with a code, or the only one.</summary>
        public FrameworkContent Content(string? code = null)
        {
            var frameworks = cairn.Open().Frameworks;
            return (code is null ? frameworks.ShouldHaveSingleItem() : frameworks.Single(one => one.Content.Framework.Code == code)).Content;
        }

        /// <summary>Makes a draft of the framework in force, changes it, and adopts it.</summary>
        public async Task Edit(Action<FrameworkRows> edit, string? code = null)
        {
            var current = cairn.Content(code);
            await using var district = cairn.OpenToWrite();
            await district.Writer.Alone(turn =>
            {
                var draft = new FrameworkVersion(new FrameworkVersionId(Guid.CreateVersion7()), current.Framework.Id, 0, null, current.Version.LastStage);
                turn.Db.Add(draft);
                turn.Db.SaveChanges();
                var rows = FrameworkRows.CopyOf(turn.Db, current.Version.Id, draft.Id);
                edit(rows);
                rows.Store(turn);
                turn.Adopt(draft.Id, turn.Now);
                return true;
            });
        }

        /// <summary>A learner with a judgment on each of these.</summary>
        public async Task<LearnerId> Judge(params (CompetencyId Competency, TargetId? Target)[] claims)
        {
            var learner = new LearnerId(Guid.CreateVersion7());
            await using var district = cairn.OpenToWrite();
            await district.Writer.Alone(turn =>
            {
                turn.Db.Add(new Learner(learner, $"u{learner.Value:N}", "Ada", "Byron"));
                return turn.Db.SaveChanges();
            });
            var shown = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
            var piece = new PieceOfEvidence(new EvidenceId(Guid.CreateVersion7()), learner, new ExperienceId(Guid.CreateVersion7()), EvidenceKind.Project, "", "", shown, default);
            await district.Writer.Record(new Recording(learner)
            {
                Evidence = [piece],
                Judgments = [.. claims.Select(one => new Judgment(new JudgmentId(Guid.CreateVersion7()), learner, one.Competency, one.Target, null, piece.Id, 3, null, false, new PersonId(Guid.Empty), JudgeRole.Educator, shown, shown, default))],
            });
            return learner;
        }

        public List<Competency> CompetenciesOfVersion(int number)
        {
            using var db = cairn.Open().Open();
            var version = db.FrameworkVersions.Single(one => one.Number == number).Id;
            return [.. db.Competencies.AsNoTracking().Where(one => one.Version == version).OrderBy(one => one.Number)];
        }
    }
}
