using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Assessing;

/// <summary>One piece of work: the work, what everybody said of it side by side, and feedback at places in it.</summary>
public partial class ShowPiece
{
    private const string Route = "/evidence/{piece:guid}";

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired] public SeenPiece Seen { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Was it judged in one pass just now?</summary>
    [Parameter] public bool IsSaved { get; set; }

    // An address names the piece and not its learner: whom it is for is asked of the learner that it belongs to, in each of these.
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators).InFamilyLanguages().OpenToBadges();
        routes.MapPost(Route + "/judgments", JudgePiece.Take).For(Who.Educators);
        routes.MapPost(Route + "/own", SayOwn.Take).For(Who.Learners).OpenToBadges();
        routes.MapPost(Route + "/feedback", GiveFeedback.Take).For(Who.Educators);
        routes.MapPost(Route + "/retractions", TakeBackFact.Take).For(Who.Educators);
    }

    internal static string PathOf(EvidenceId piece) => $"/evidence/{piece.Value:N}";

    internal static RazorComponentResult<ShowPiece> Page(SeenPiece seen, Typed typed, HttpContext http, bool isSaved = false)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Seen = seen, Typed = typed, IsSaved = isSaved }) { PreventStreamingRendering = true };
    }

    private static RazorComponentResult<ShowPiece>? Show(Guid piece, Visit visit, Words words, HttpContext http) => SeenPiece.Find(visit, new EvidenceId(piece)) is { } seen ? Page(seen, Typed.Of(words), http, http.Request.Query.ContainsKey("saved")) : null;

    private PersonId Reader => new(Visit.Actor!.Person);

    private bool Judges => Visit.Actor!.IsEducator && Visit.Scope.May(Seen.Learner.Id, Rights.Judge);

    private bool IsSelf => Visit.Actor!.Kind == Cairn.Storage.ActorKind.Learner;

    private bool IsGuardian => Visit.Actor!.Kind == Cairn.Storage.ActorKind.Guardian;

    /// <summary>What is said at places, each with the number that its pin has.</summary>
    private IReadOnlyList<(int Number, Feedback One)> Said => [.. Seen.Feedback.Select((one, at) => (at + 1, one))];

    // Families read a word and no number: "3 of 4" would be read as so many of so many.
    private string LevelOf(SeenClaim claim, Judgment one) => one.Level is { } at ? IsGuardian ? FamilyLevel.Of(at, claim.Scale, one.Stage, false, Words).Text : LevelLook.Text(claim.Scale.WithNumber(at) ?? claim.Scale.LevelOf(at), Words) : one.IsCompletion ? Words["judgment.completion"] : Words[$"judgment.{one.NonScore}"];

    /// <summary>The text of the work, with passages that something is said about marked: never HTML of anybody's.</summary>
    private IEnumerable<(string Text, Feedback? About)> Passages()
    {
        var (text, at) = (Seen.Reading, 0);
        foreach (var one in Seen.Feedback.Where(one => one.Kind == AnchorKind.Passage && one.Position is null && one.At.IsWithin(text.Length)).OrderBy(one => one.First))
        {
            if (one.First < at) continue;
            if (one.First > at) yield return (text[at..one.First], null);
            yield return (text.Substring(one.First, one.Second), one);
            at = one.First + one.Second;
        }

        if (at < text.Length) yield return (text[at..], null);
    }

    private string? PlaceHref(Feedback one) => (one.Kind, one.Position) switch
    {
        (AnchorKind.Passage, null) => $"#at-{one.Id.Value:N}",
        // Without scripts the player opens at the moment by itself.
        (AnchorKind.Time, { } file) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PathOf(Seen.Piece.Id)}/files/{file}?as=play#t={one.First / 1000m:0.###}"),
        (_, { } file) => $"#file-{file}",
        _ => null,
    };

    private string Place(Feedback one) => Words["piece.place", ("kind", one.Kind.ToString()), ("time", TimeSpan.FromMilliseconds(one.First).ToString(one.First >= 3_600_000 ? @"h\:mm\:ss" : @"m\:ss", System.Globalization.CultureInfo.InvariantCulture)),
        ("across", Words.Number(one.First / 10m)), ("down", Words.Number(one.Second / 10m)), ("file", one.Position is { } file ? " · " + Seen.Files.FirstOrDefault(each => each.Position == file)?.Name : "")];
}
