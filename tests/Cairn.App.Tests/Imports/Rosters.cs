using System.Text.Json;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Interop.Tests.OneRoster;
using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Imports;

/// <summary>Rosters at the command line, and what they left in the record.</summary>
internal static class Rosters
{
    extension(Installation cairn)
    {
        /// <summary>Puts a roster's zip on disk.</summary>
        public string Put(RosterBuilder roster, string name = "roster.zip")
        {
            File.WriteAllBytes(cairn.Of(name), roster.Zip().ToArray());
            return cairn.Of(name);
        }

        public Ran Roster(string path, params string[] more) => cairn.Run(["import", "roster", path, "--json", .. more]);

        /// <summary>Imports a roster that must be good.</summary>
        public JsonElement Bring(RosterBuilder roster, params string[] more)
        {
            var ran = cairn.Roster(cairn.Put(roster), ["--apply", .. more]);
            ran.Exit.ShouldBe(CommandLine.Done, ran.Out + ran.Err);
            return ran.Json;
        }

        public Learner Learner(string username)
        {
            using var db = cairn.Open().Open();
            return db.Learners.AsNoTracking().Single(one => one.Username == username);
        }

        public Educator Educator(string username)
        {
            using var db = cairn.Open().Open();
            return db.Educators.AsNoTracking().Single(one => one.Username == username);
        }

        /// <summary>Every row of learners, groups and who is in them, as text: what an import that fails must leave as it was.</summary>
        public string People()
        {
            using var db = cairn.Open().Open();
            return string.Join('\n', db.Learners.AsNoTracking().ToList().Select(one => $"{one.Id.Value} {one.Username} {one.FullName} {one.IsHere} {one.Source} {one.School?.Value}")
                .Concat(db.Groups.AsNoTracking().ToList().Select(one => $"{one.Id.Value} {one.Name} {one.EndedAt is null} {one.Source}"))
                .Concat(db.Enrollments.AsNoTracking().ToList().Select(one => $"{one}")).Concat(db.Teachings.AsNoTracking().ToList().Select(one => $"{one}"))
                .Concat(db.Guardianships.AsNoTracking().ToList().Select(one => $"{one}")).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>How many of a part an import adds, changes, ends and leaves.</summary>
    public static (int Added, int Changed, int Ended, int Unchanged) Part(JsonElement answer, string part) => Told.All(answer.GetProperty("parts").GetProperty(part));

    /// <summary>The small roster without a learner.</summary>
    public static RosterBuilder WithoutBen() => Without("ben,", "r2,", "e2,");

    /// <summary>The small roster without its educator.</summary>
    public static RosterBuilder WithoutTess() => Without("tess,", "r3,", "e3,");

    /// <summary>A made district with many learners, and the same without most of them.</summary>
    public static RosterBuilder Many(int learners)
    {
        var roster = new RosterBuilder();
        for (var i = 0; i < learners; i++)
            roster.Add("users.csv", $"m{i},active,,true,many.{i},,Many,Number{i},,,,,,,09,Hush-m{i},,,,,,s,").Add("roles.csv", $"rm{i},active,,m{i},primary,student,,,s,").Add("enrollments.csv", $"em{i},active,,loft,s,m{i},student,,,");
        return roster;
    }

    private static RosterBuilder Without(string user, string role, string enrollment) =>
        new RosterBuilder().Rewrite("users.csv", text => Without(text, user)).Rewrite("roles.csv", text => Without(text, role)).Rewrite("enrollments.csv", text => Without(text, enrollment));

    private static string Without(string text, string start) => string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith(start, StringComparison.Ordinal)).Select(line => line + "\n"));
}
