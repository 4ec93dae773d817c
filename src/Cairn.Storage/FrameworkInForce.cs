using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>A framework in its newest version, and the rules its competencies conclude by.</summary>
/// <param name="Content">The framework.</param>
/// <param name="Rules">The rules.</param>
public sealed record FrameworkInForce(FrameworkContent Content, Rulebook Rules)
{
    /// <summary>Reads every framework of a district in its newest version.</summary>
    public static IReadOnlyList<FrameworkInForce> ReadAll(Db db)
    {
        var scales = db.Scales.AsNoTracking().ToList();
        var rules = db.Rules.AsNoTracking().ToList();
        var found = new List<FrameworkInForce>();
        foreach (var framework in db.Frameworks.AsNoTracking().OrderBy(one => one.Code).ToList())
        {
            var version = db.FrameworkVersions.AsNoTracking().Where(one => one.Framework == framework.Id).OrderByDescending(one => one.Number).First();
            var content = new FrameworkContent(
                framework, version,
                db.Areas.AsNoTracking().Where(one => one.Version == version.Id).ToList(),
                db.Competencies.AsNoTracking().Where(one => one.Version == version.Id).ToList(),
                db.Targets.AsNoTracking().Where(one => one.Version == version.Id).ToList(),
                db.StageRequirements.AsNoTracking().Where(one => one.Version == version.Id).ToList(),
                scales)
            {
                Portrait = [.. db.PortraitQualities.AsNoTracking().Where(one => one.Version == version.Id).OrderBy(one => one.Position)],
                ShownBy = db.PortraitLinks.AsNoTracking().Where(one => one.Version == version.Id).ToList().ToLookup(one => one.Quality, one => one.Competency),
                Descriptors = db.Descriptors.AsNoTracking().Where(one => one.Version == version.Id).ToList().OrderBy(one => one.Level).ToLookup(one => one.Competency),
            };
            var own = rules.Where(one => one.Framework == framework.Id).ToList();
            found.Add(new FrameworkInForce(content, new Rulebook(own, DateTime.MaxValue)));
        }

        return found;
    }
}
