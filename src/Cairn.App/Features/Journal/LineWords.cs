using Cairn.App.Ui.Words;
using Cairn.Storage.Journal;
using Cairn.Storage.Queries;

namespace Cairn.App.Features.Journal;

/// <summary>An entry of the journal in plain words.</summary>
internal sealed class LineWords(Words words)
{
    // What families read of by name; the rest is what the office keeps.
    private static readonly HashSet<string> Named = new(StringComparer.Ordinal)
    {
        "Learner", "Enrollment", "Guardianship", "CaseloadEntry", "Placement", "EmergencyAccess", "Amendment", "Badge", "Erasure",
    };

    /// <summary>Every purpose that is written down, and the key of its words.</summary>
    public static readonly IReadOnlyDictionary<string, string> Whys = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["leading"] = "leading", ["examining"] = "examining", ["emergency"] = "emergency", ["caseload"] = "caseload", ["operating"] = "operating", ["placement"] = "placement",
        ["another system"] = "system", ["viewing as another"] = "viewing", ["view as"] = "viewing", ["amendment"] = "amendment", ["archive"] = "archive", ["consent"] = "consent",
        ["erasure"] = "erasure", ["legal hold"] = "hold", ["retention"] = "retention", ["taken up"] = "takenUp", ["messages"] = "messages",
    };

    /// <summary>Who, by name and relation.</summary>
    public string Who(JournalLine line) => line.Name.Length > 0 ? words["journal.who", ("name", line.Name), ("relation", words[$"journal.actor.{line.Actor}"])] : words[$"journal.actor.{line.Actor}"];

    /// <summary>What was done, to what.</summary>
    public string What(JournalLine line) => line.Act is JournalAct.Added or JournalAct.Changed or JournalAct.Removed or JournalAct.Erased
        ? words["journal.did", ("act", words[$"journal.act.{line.Act}"]), ("what", Named.Contains(line.Kind) ? words[$"journal.row.{line.Kind}"] : line.Kind.Length > 0 ? words["journal.row.other"] : words["journal.row.none"])]
        : words[$"journal.act.{line.Act}"];

    /// <summary>Through which page, or what else of Cairn.</summary>
    public string Door(JournalLine line) => DoorWords.Of(words, line.Door);

    /// <summary>Why, where it was said.</summary>
    public string Why(JournalLine line)
    {
        var why = Whys.GetValueOrDefault(line.Purpose) ?? "other";
        return line.Purpose.Length == 0 ? "" : words[$"journal.why.{why}"];
    }
}
