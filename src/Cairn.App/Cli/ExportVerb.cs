using System.CommandLine;
using System.Text;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Cli;

/// <summary><c>cairn export determinations --csv FILE</c>: one row a learner, competency and stage.</summary>
internal static class ExportVerb
{
    public static Command Make(Terminal terminal)
    {
        var file = new Option<string>("--csv") { Description = Say.Words["cli.export.csv"], Required = true, HelpName = "FILE" };
        var determinations = new Command("determinations", Say.Words["cli.export.determinations"]) { file };
        determinations.WithCommon().SetAction((asked, _) => Run(asked, asked.GetValue(file)!, terminal));
        return new Command("export", Say.Words["cli.export"]) { determinations, ExportFrameworkVerb.Make(terminal), ExportPersonVerb.Make(terminal) };
    }

    private static async Task<int> Run(ParseResult asked, string file, Terminal terminal)
    {
        await using var district = asked.OpenDistrict(toWrite: false);
        using var db = district.Open();
        var (rows, learners) = (new List<DeterminationRow>(), new HashSet<LearnerId>());
        rows.AddRange(Rows(district, db, learners));
        // Before it leaves.
        await Operated.Tell(asked.Folder(), district.Name, "export determinations", JournalAct.Exported, [.. learners], terminal);
        if (file == "-")
        {
            DeterminationsSheet.Write(terminal.Out, rows);
            return CommandLine.Done;
        }

        WholeFile.Write(file, to =>
        {
            using var sheet = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true);
            DeterminationsSheet.Write(sheet, rows);
        });
        if (asked.WantsJson()) terminal.AnswerJson(new { file, rows = rows.Count });
        else await terminal.Out.WriteLineAsync(Say.Words["cli.export.done", ("count", rows.Count), ("file", file)]);
        return CommandLine.Done;
    }

    private static IEnumerable<DeterminationRow> Rows(District district, Db db, HashSet<LearnerId> taken)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var scope = new Scope(db, Actor.Operator, DateOnly.FromDateTime(now));
        var learners = scope.Learners.OrderBy(one => one.Username).ToList();
        foreach (var framework in district.Frameworks)
        {
            var codes = framework.Content.Competencies.ToDictionary(one => one.Number, one => one.Code);
            var standings = scope.StandingsIn(framework.Content.Framework.Id, scope.Learners);
            foreach (var learner in learners)
                if (standings.TryGetValue(learner.Id, out var standing))
                {
                    taken.Add(learner.Id);
                    foreach (var cell in standing.Cells.ToArray())
                        yield return new DeterminationRow(
                            learner.Username, codes[cell.Number], cell.Stage, cell.Baseline, cell.IsSetByPersonAt(now) ? cell.OverrideLevel : cell.Value,
                            cell.Growth, cell.Boxes.Percent, cell.Boxes.Missed, cell.Boxes.Completed, cell.Boxes.Required, cell.IsComplete);
                }
        }
    }
}
