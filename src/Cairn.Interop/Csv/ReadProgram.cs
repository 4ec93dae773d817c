using System.Globalization;

namespace Cairn.Interop.Csv;

/// <summary>
/// Reads a programme's spreadsheets: areas, competencies, targets, learners, stages, evidence and judgments. Every bad row
/// is named with file, row, column, value, rule and fix; nothing is half taken.
/// </summary>
public sealed class ReadProgram
{
    private const int MostPieces = 100;
    private const int MostStages = 255;
    private const string RequiredPrefix = "required_";

    private static readonly string[] Names = ["areas.csv", "competencies.csv", "targets.csv", "learners.csv", "stages.csv", "evidence.csv", "judgments.csv"];

    private readonly FaultList _faults;
    private readonly Func<string, Stream?> _open;
    private readonly TimeZoneInfo _zone;
    private readonly Action<string, int> _progress;
    private readonly ProgramSheets _read = new();
    private readonly HashSet<string> _areas = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _competencies = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _targets = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _learners = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string, string, int)> _stages = [];
    private readonly HashSet<string> _evidence = new(StringComparer.Ordinal);
    private readonly HashSet<string> _judgments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    private ReadProgram(Func<string, Stream?> open, TimeZoneInfo zone, FaultList faults, Action<string, int> progress) =>
        (_open, _zone, _faults, _progress) = (open, zone, faults, progress);

    /// <summary>The seven sheets, in any case of letters.</summary>
    public static SheetSet Files { get; } = new("the programme", "areas.csv, competencies.csv, targets.csv and the others", name => Names.FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Reads the sheets.</summary>
    /// <param name="open">Opens a file by its name; null where it is missing.</param>
    /// <param name="zone">The district's zone: a bare date is 00:00 there.</param>
    /// <param name="faults">Takes what is wrong; with any error the sheets are not to be used.</param>
    /// <param name="progress">Told the file and row now and then.</param>
    public static ProgramSheets From(Func<string, Stream?> open, TimeZoneInfo zone, FaultList faults, Action<string, int>? progress = null)
    {
        var reader = new ReadProgram(open, zone, faults, progress ?? ((_, _) => { }));
        reader.ReadAreas();
        reader.ReadCompetencies();
        reader.ReadTargets();
        reader.ReadLearners();
        reader.ReadStages();
        reader.ReadEvidence();
        reader.ReadJudgments();
        return reader._read;
    }

    private void ReadAreas() => Each("areas.csv", ["code", "title", "status"], (sheet, cells) =>
    {
        var code = cells.Code("code");
        cells.Once("code", _areas.Add(code), "code is used once in areas.csv");
        var row = new AreaRow(code, sheet["title"], cells.Active("status"));
        if (cells.IsGood) _read.Areas.Add(row);
    });

    private void ReadCompetencies() => Each("competencies.csv", ["area", "code", "title", "statement", "status"], (sheet, cells) =>
    {
        cells.Known("area", Has(_areas, sheet["area"], "areas.csv"), "the codes in areas.csv");
        var code = cells.Code("code");
        cells.Once("code", _competencies.Add(code), "code is used once in competencies.csv");
        var row = new CompetencyRow(sheet["area"], code, sheet["title"], sheet["statement"], cells.Active("status"));
        if (cells.IsGood) _read.Competencies.Add(row);
    });

    private void ReadTargets()
    {
        var stages = new List<(int Stage, string Column)>();
        Each("targets.csv", ["competency", "code", "title", "statement", "status", "required_default"], (sheet, cells) =>
        {
            cells.Known("competency", Has(_competencies, sheet["competency"], "competencies.csv"), "the codes in competencies.csv");
            var code = cells.Code("code");
            cells.Once("code", _targets.Add(code), "code is used once in targets.csv");
            var pieces = new Dictionary<int, int>();
            foreach (var (stage, column) in stages)
                if (cells.WholeOrNone(column, 0, MostPieces, "pieces asked for at a stage are a whole number") is { } asked) pieces[stage] = asked;
            var usual = cells.Whole("required_default", 0, MostPieces, "pieces asked for are a whole number");
            var row = new TargetRow(sheet["competency"], code, sheet["title"], sheet["statement"], cells.Active("status"), pieces, usual);
            if (cells.IsGood) _read.Targets.Add(row);
        }, column => StageOf(column) is not null, sheet =>
        {
            stages.AddRange(sheet.Columns.Where(column => StageOf(column) is not null).Select(column => (StageOf(column)!.Value, column)));
            if (stages.Count == 0) _faults.Error("targets.csv", 1, "required_", "", "the sheet has a column required_N for each stage N", "add one, such as required_9");
            else _read.LastStage = stages.Max(one => one.Stage);
        });
    }

    private void ReadLearners() => Each("learners.csv", ["username", "given_name", "family_name", "graduation_year"], (sheet, cells) =>
    {
        var username = cells.Code("username");
        cells.Once("username", _learners.Add(username), "username is used once in learners.csv, whatever its case");
        var given = cells.Code("given_name");
        var year = cells.WholeOrNone("graduation_year", 1900, 2199, "graduation_year is a year");
        if (cells.IsGood) _read.Learners.Add(new LearnerRow(sheet.Row, username, given, sheet["family_name"], year));
    });

    private void ReadStages() => Each("stages.csv", ["username", "competency", "stage", "entered_via", "baseline"], (sheet, cells) =>
    {
        var (username, competency) = (sheet["username"], sheet["competency"]);
        cells.Known("username", Has(_learners, username, "learners.csv"), "the usernames in learners.csv");
        cells.Known("competency", Has(_competencies, competency, "competencies.csv"), "the codes in competencies.csv");
        var stage = Stage(cells);
        if (cells.IsGood)
            cells.Once("stage", _stages.Add((username.ToUpperInvariant(), competency.ToUpperInvariant(), stage)), "a learner enters a stage of a competency once");
        var row = new StageRow(username, competency, stage, sheet["entered_via"], cells.LevelOrNone("baseline", Highest));
        if (cells.IsGood) _read.Stages.Add(row);
    });

    private void ReadEvidence() => Each(
        "evidence.csv", ["evidence", "username", "demonstrated_at", "kind", "experience", "context", "work", "artifact_url", "comment"], (sheet, cells) =>
    {
        var key = cells.Code("evidence");
        cells.Once("evidence", _evidence.Add(key), "evidence is a key used once");
        cells.Known("username", Has(_learners, sheet["username"], "learners.csv"), "the usernames in learners.csv");
        var row = new EvidenceRow(key, sheet["username"], cells.Moment("demonstrated_at", _zone), cells.Kind("kind"), sheet["experience"],
            sheet["context"], sheet["work"], cells.Address("artifact_url"), sheet["comment"]);
        if (cells.IsGood) _read.Evidence.Add(row);
    });

    private void ReadJudgments() => Each("judgments.csv", ["judgment", "evidence", "target", "stage", "level", "override"], (sheet, cells) =>
    {
        var key = cells.Code("judgment");
        cells.Once("judgment", _judgments.Add(key), "judgment is a key used once");
        cells.Known("evidence", Has(_evidence, sheet["evidence"], "evidence.csv"), "the keys in evidence.csv");
        cells.Known("target", Has(_targets, sheet["target"], "targets.csv"), "the codes in targets.csv");
        var stage = Stage(cells);
        var level = cells.WholeOrNone("level", 0, Highest, "a level is on the scale: whole, 1 to the last stage, or 0 for a missed chance");
        var isCompletion = cells.Flag("override");
        var judge = sheet["judge"].Length == 0 ? "imported" : cells.Code("judge");
        DateTime? judged = sheet["judged_at"].Length == 0 ? null : cells.Moment("judged_at", _zone);
        if (!cells.IsGood) return;
        if (isCompletion && level is not null) sheet.Odd("level", "a completion counts no level", "leave the level empty where override is 1");
        if (isCompletion || level is not null)
            _read.Judgments.Add(new JudgmentRow(key, sheet["evidence"], sheet["target"], stage, isCompletion || level == 0 ? null : level,
                !isCompletion && level == 0, isCompletion, judged, judge));
        else sheet.Odd("level", "a judgment without level or completion says nothing, and is not taken", "write a level, 0 for a missed chance, or 1 under override");
    }, column => column is "judged_at" or "judge");

    /// <summary>The highest stage; where targets.csv does not say it, any is good: one fault is told once.</summary>
    private int Highest => _read.LastStage > 0 ? _read.LastStage : MostStages;

    // A sheet that could not be read whole may hold the row that is pointed at.
    private bool Has(HashSet<string> keys, string key, string file) => keys.Contains(key) || _broken.Contains(file);

    private int Stage(Cells cells) => cells.Whole("stage", 1, Highest, "a stage is one of those in targets.csv: 1 to the highest required_N");

    private void Each(string file, string[] needed, Action<Sheet, Cells> row, Func<string, bool>? known = null, Action<Sheet>? begin = null)
    {
        using var stream = _open(file);
        if (stream is null)
        {
            _broken.Add(file);
            _faults.Error(file, 0, "", "", "a programme has seven sheets", $"add {file}, with the header {string.Join(',', needed)}");
            return;
        }

        var isWhole = Sheet.Read(file, stream, needed, known ?? (_ => false), _faults, begin ?? (_ => { }), sheet =>
        {
            if (sheet.Row % 1000 == 0) _progress(file, sheet.Row);
            row(sheet, new Cells(sheet));
        });
        if (!isWhole) _broken.Add(file);
    }

    private static int? StageOf(string column) => column.StartsWith(RequiredPrefix, StringComparison.Ordinal)
        && int.TryParse(column.AsSpan(RequiredPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var stage) && stage is >= 1 and <= MostStages && column[RequiredPrefix.Length] != '0' ? stage : null;
}
