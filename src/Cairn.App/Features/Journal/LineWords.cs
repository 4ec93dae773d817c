using Cairn.App.Access;
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

    /// <summary>Who, by name and relation.</summary>
    public string Who(JournalLine line) => line.Name.Length > 0 ? words["journal.who", ("name", line.Name), ("relation", words[$"journal.actor.{line.Actor}"])] : words[$"journal.actor.{line.Actor}"];

    /// <summary>What was done, to what.</summary>
    public string What(JournalLine line) => line.Act is JournalAct.Added or JournalAct.Changed or JournalAct.Removed or JournalAct.Erased
        ? words["journal.did", ("act", words[$"journal.act.{line.Act}"]), ("what", Named.Contains(line.Kind) ? words[$"journal.row.{line.Kind}"] : line.Kind.Length > 0 ? words["journal.row.other"] : words["journal.row.none"])]
        : words[$"journal.act.{line.Act}"];

    /// <summary>Through which page, where it has a name.</summary>
    public string Door(JournalLine line) => line.Door switch
    {
        "GET /learners/{id:guid}" => words["journal.door.learner"],
        "GET /learners/{id:guid}/competencies/{**code:minlength(1)}" or "GET /learners/{id:guid}/why/{**code:minlength(1)}" => words["journal.door.competency"],
        "GET /learners/{id:guid}/work" => words["journal.door.work"],
        "GET /grid" or "GET /grid/rows" => words["journal.door.grid"],
        Refusals.Strangers => words["journal.door.strangers"],
        _ => line.Door,
    };

    /// <summary>Why, where it was said.</summary>
    public string Why(JournalLine line) => line.Purpose switch
    {
        "leading" => words["journal.why.leading"], "examining" => words["journal.why.examining"], "emergency" => words["journal.why.emergency"], "caseload" => words["journal.why.caseload"],
        "operating" => words["journal.why.operating"], "placement" => words["journal.why.placement"], "another system" => words["journal.why.system"], "viewing as another" => words["journal.why.viewing"],
        _ => line.Purpose,
    };
}
