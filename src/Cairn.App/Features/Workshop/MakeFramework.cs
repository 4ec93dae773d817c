using System.Text.RegularExpressions;
using Cairn.App.Access;
using Cairn.App.Starter;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Makes a framework: an empty draft, or one that holds the starter framework.</summary>
public partial class MakeFramework
{
    private const string Empty = "empty";
    private const string FromStarter = "starter";

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet("/new", (Words words) => Page(Typed.Of(words, ("from", FromStarter), ("stages", StarterFramework.LastStage))));
        workshop.MapPost("/new", Make);
    }

    private static RazorComponentResult<MakeFramework> Page(Typed typed) => new(new { Typed = typed }) { PreventStreamingRendering = true };

    private static async Task<IResult> Make(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var title = typed.Text("title", Draft.LongestTitle, isNeeded: true);
        var stages = typed.WholeOrNone("stages", 1, 255);
        var code = CodeOf(title);
        if (typed.IsGood && code.Length == 0) typed.Refuse("title", words["workshop.new.letters"]);
        if (!typed.IsGood) return Page(typed);
        var framework = new Framework(new FrameworkId(Guid.CreateVersion7()), code, title);
        if (await visit.Write(turn => Store(turn, framework, stages, typed["from"] == FromStarter))) return Results.Redirect(Draft.PathOf(framework.Id));
        typed.Refuse("title", words["workshop.new.taken"]);
        return Page(typed);
    }

    /// <summary>Stores it; false where there is one with its code. Asked in the turn, so that of two who send at once one is told.</summary>
    private static bool Store(WriteTurn turn, Framework framework, int? stages, bool fromStarter)
    {
        if (turn.Db.Frameworks.Any(one => one.Code == framework.Code)) return false;
        var version = new FrameworkVersion(new FrameworkVersionId(Guid.CreateVersion7()), framework.Id, 0, null, stages);
        turn.Db.Add(framework);
        turn.Db.Add(version);
        turn.Db.SaveChanges();
        var made = new Dictionary<string, Guid>(StringComparer.Ordinal);
        if (fromStarter) new StarterFramework(StarterContent.Read(), parts => IdOf(made, string.Join('/', parts))).Store(turn, version.Id);
        else if (!turn.Db.Scales.AsNoTracking().Any()) turn.Db.Add(StarterFramework.LevelScale(new ScaleId(Guid.CreateVersion7())));
        return true;
    }

    private static Guid IdOf(Dictionary<string, Guid> made, string name) => made.TryGetValue(name, out var id) ? id : made[name] = Guid.CreateVersion7();

    private static string CodeOf(string title) =>
        NotOfCode().Replace(title.ToLowerInvariant(), "-").Trim('-') is var code && code.Length > Draft.LongestCode ? code[..Draft.LongestCode].Trim('-') : code;

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+", RegexOptions.None, 1000)]
    private static partial Regex NotOfCode();
}
