using Cairn.App.Access;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Queries;

namespace Cairn.App.Ui.Reasons;

/// <summary>A family's answer in words: short sentences, no number but how many, no code.</summary>
/// <param name="Learner">About whom.</param>
/// <param name="Lines">Where they stand, competency by competency.</param>
/// <param name="View">The answer.</param>
/// <param name="Words">The reader's words.</param>
internal sealed record FamilySaying(Learner Learner, IReadOnlyList<FamilyLine> Lines, FamilyView View, Words.Words Words)
{
    /// <summary>On track or not, and in how many areas: one sentence.</summary>
    public string Answer =>
        View.Judged == 0 ? Words["family.answer.early", ("name", Name)]
        : View.OnTrack == View.Judged ? Words["family.answer.all", ("name", Name), ("count", View.Judged)]
        : View.OnTrack == 0 ? Words["family.answer.none", ("name", Name), ("count", View.Judged)]
        : Words["family.answer.some", ("name", Name), ("on", View.OnTrack), ("count", View.Judged)];

    /// <summary>What needs more time; null for nothing, and where the answer says it already.</summary>
    public string? Needs
    {
        get
        {
            var slow = View.Areas.Where(one => one.Verdict == Track.NeedsTime).Select(one => AreaOf(one).Title).ToList();
            return slow.Count == 0 || View.OnTrack == 0 ? null : Words["family.needs", ("areas", string.Join(", ", slow)), ("count", slow.Count)];
        }
    }

    /// <summary>What is next: one sentence.</summary>
    public string Next => View.Next is not { } next ? Words["family.next.none"] : NextKind switch
    {
        "check" => Words["family.next.check", ("title", LineOf(next).Competency.Title), ("date", Words.Date(next.Line.CheckOn!.Value))],
        "start" => Words["family.next.start", ("title", LineOf(next).Competency.Title)],
        "again" => Words["family.next.again", ("title", LineOf(next).Competency.Title)],
        _ => Words["family.next.piece", ("title", LineOf(next).Competency.Title), ("count", next.Line.Empty)],
    };

    /// <summary>How to help with what is next.</summary>
    public string Help => Words[$"family.help.{NextKind}", ("name", Name)];

    private string Name => Learner.CalledName;

    private string NextKind => View.Next is not { } next ? "none" : next.Line.CheckOn is not null ? "check"
        : next.Line.Pieces == 0 ? "start" : next.Line.Empty == 0 ? "again" : "piece";

    /// <summary>The line of a competency.</summary>
    public FamilyLine LineOf(CompetencyTrack of) => Lines.First(one => one.Competency.Id == of.Line.Competency);

    /// <summary>The area that a verdict is about.</summary>
    public Area AreaOf(AreaTrack of) => Lines.First(one => one.Area.Id == of.Area).Area;

    /// <summary>An area in a sentence: what the learner does there, or what it needs.</summary>
    public string Told(AreaTrack area) => area.Verdict switch
    {
        Track.NotSeen => Words["family.told.NotSeen"],
        Track.TooEarly => Words["family.told.TooEarly"],
        Track.NeedsTime => Why(area.Lines.First(one => one.NeedsTime)),
        _ => area.Lines.Where(one => one.Reason == TrackReason.Shown).OrderByDescending(one => one.Line.LastShown).FirstOrDefault() is { } shown && Statement(LineOf(shown).Competency) is { Length: > 0 } said
            ? said : Words["family.told.OnTrack"],
    };

    /// <summary>Why one competency stands where it does: a sentence or two.</summary>
    public string Why(CompetencyTrack one) => one.Reason == TrackReason.Growing
        ? Words["family.why.Growing", ("title", LineOf(one).Competency.Title), ("count", one.Line.Empty)] : Words[$"family.why.{one.Reason}", ("title", LineOf(one).Competency.Title)];

    /// <summary>The work behind a statement about an area or a competency.</summary>
    public string WorkOf(string code) => $"{Visit.PathOf(Learner.Id)}/family/work?of={Uri.EscapeDataString(code)}";

    /// <summary>What the framework says to families; else to learners; else nothing.</summary>
    public static string Statement(Competency competency) => competency.FamilyStatement.Length > 0 ? competency.FamilyStatement : competency.Statement;
}
