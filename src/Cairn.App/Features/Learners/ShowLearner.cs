using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Plans;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Learners;

/// <summary>A learner's home: where they are in every area, what is next, and what they showed last.</summary>
public partial class ShowLearner
{
    private const int NextShown = 3;
    private const int WorkShown = 5;
    private const int DaysANoteIsNew = 14;

    /// <summary>Whose home.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>Where the learner stands in each framework.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<FrameworkLines> Frameworks { get; set; } = [];

    /// <summary>The newest pieces of evidence.</summary>
    [Parameter] public IReadOnlyList<(PieceOfEvidence Piece, EvidenceText? Text)> Work { get; set; } = [];

    /// <summary>Notes that were shared with the family, with their authors; none for whoever came in by a badge.</summary>
    [Parameter] public IReadOnlyList<(PrivateNote Note, string Author)> Notes { get; set; } = [];

    /// <summary>What is on for the learner; for themself.</summary>
    [Parameter] public LearnerDay Day { get; set; } = new([], null, "", []);

    /// <summary>The first goal of their plan that is still open; null for none.</summary>
    [Parameter] public Goal? Goal { get; set; }

    /// <summary>What they are good at, in the words of their plan; empty where it does not say it.</summary>
    [Parameter] public string Strengths { get; set; } = "";

    /// <summary>The rooms that the learner is in.</summary>
    [Parameter] public string Rooms { get; set; } = "";

    /// <summary>A framework and the learner's lines in it.</summary>
    public sealed record FrameworkLines(FrameworkInForce Framework, IReadOnlyList<LearnerLine> All)
    {
        public IEnumerable<LearnerLine> Learning => All.Where(one => Framework.Content.AreaOf(one.Competency).Kind == AreaKind.Learning);

        public IEnumerable<LearnerLine> Habits => All.Where(one => Framework.Content.AreaOf(one.Competency).Kind == AreaKind.Habits);

        public IEnumerable<IGrouping<Area, LearnerLine>> Areas => Learning.GroupBy(one => Framework.Content.AreaOf(one.Competency));
    }

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/learners/{id:guid}", Show).For(Who.Family | Who.Educators, Rights.SeeRecord).OpenToBadges().InFamilyLanguages();

    private static IResult? Show(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var standings = visit.Frameworks.Select(one => (Framework: one, Standing: visit.Scope.StandingIn(learner.Id, one.Content.Framework.Id))).ToList();
        var work = visit.Scope.NewestEvidence(learner.Id, WorkShown);
        IReadOnlyList<(PrivateNote Note, string Author)> notes = visit.Actor!.Kind is ActorKind.Learner or ActorKind.Guardian && !BadgeScope.IsByBadge(visit.Session) ? NoteRows.SharedOf(visit.Db, visit.Scope, learner.Id) : [];
        var day = visit.Actor.Kind == ActorKind.Learner ? LearnerDay.Of(visit.Db, visit.Scope, learner.Id, visit.Today) : new LearnerDay([], null, "", []);
        var plan = PlanRows.Find(visit.Db, visit.Scope, learner.Id);
        // A decision can run out within the day, and work can arrive that is older than the newest.
        var version = standings.Select(one => $"{one.Standing?.Version}.{one.Framework.Content.Version.Number}.{one.Framework.RulesFor(learner.Place).Fingerprint}.{one.Standing?.SetByPersonAt(visit.Now)}")
            .Concat(work.Select(one => $"{one.Piece.Id.Value}")).Concat(notes.Select(one => $"{one.Note.Id.Value}"))
            .Append(day.Version).Append($"{plan?.Plan.Id.Value}{plan?.Plan.Version}");
        var hand = visit.Actor.Kind == ActorKind.Learner ? Cairn.Storage.Boards.TalkMoves.UpOf(visit.Db, visit.Scope, learner.Id) : null;
        if (Doors.IsFresh(http, learner.Id.Value, learner.Version, hand?.Id.Value, string.Join('/', version), visit.Actor.Kind, visit.Actor.Person, visit.Today,
            visit.Actor.Kind is ActorKind.Learner or ActorKind.Guardian ? Cairn.Storage.Families.MessageRows.UnreadOf(visit.Db, visit.Scope) : 0))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return new RazorComponentResult<ShowLearner>(new
        {
            Learner = learner,
            Frameworks = (IReadOnlyList<FrameworkLines>)[.. standings.Select(one => new FrameworkLines(one.Framework, LearnerLine.Of(one.Framework, learner, one.Standing, standings.Count == 1, visit.Now, words, forFamilies: !visit.Actor!.IsEducator)))],
            Work = work,
            Notes = notes,
            Day = day,
            Goal = plan?.Plan.IsOpen == true ? plan.Goals.FirstOrDefault(one => one.State == GoalState.Open) : null,
            Strengths = plan?.Plan.IsOpen == true ? plan.Plan.Strengths : "",
            Rooms = string.Join(", ", visit.Scope.GroupsOf(learner.Id).Select(one => one.Name)),
        }) { PreventStreamingRendering = true };
    }

    /// <summary>Started, and nearest to full.</summary>
    private IEnumerable<LearnerLine> Next => Frameworks.SelectMany(one => one.Learning)
        .Where(one => one.Cell.Boxes is { Empty: > 0, Required: > 0 }).OrderBy(one => one.Cell.Boxes.Completed == 0).ThenBy(one => one.Cell.Boxes.Empty)
        .ThenByDescending(one => one.Cell.Boxes.Completed).Take(NextShown);

    /// <summary>The newest shared note, while it is news.</summary>
    private (PrivateNote Note, string Author)? NewNote(DateTime now) => Notes.Where(one => one.Note.SharedAt > now.AddDays(-DaysANoteIsNew)).OrderByDescending(one => one.Note.SharedAt).Select(one => ((PrivateNote, string)?)one).FirstOrDefault();

    internal static string? Stages(IEnumerable<LearnerLine> lines, Words words)
    {
        var stages = lines.Where(one => one.Cell.Stage is not null).Select(one => one.Cell.Stage!.Value).ToList();
        return stages.Count == 0 ? null : words["learner.stages", ("from", stages.Min()), ("to", stages.Max()), ("run", stages.Min() == stages.Max() ? "one" : "many")];
    }
}
