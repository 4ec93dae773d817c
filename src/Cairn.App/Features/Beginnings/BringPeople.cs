using Cairn.App.Beginning;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Interop.Csv;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Beginnings;

/// <summary>Step four: who is here. A roster, a programme's spreadsheets, or nobody yet.</summary>
public partial class BringPeople
{
    internal const string Path = Beginning.FirstRun.Path + "/people";

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>What is wrong with the files.</summary>
    [Parameter] public IReadOnlyList<RowFault> Wrong { get; set; } = [];

    /// <summary>How many are here; null where nobody was brought.</summary>
    [Parameter] public (int Learners, int Educators)? Here { get; set; }

    internal static void Map(IEndpointRouteBuilder wizard)
    {
        wizard.MapGet("/people", (Beginning.FirstRun run, Words words) => FirstRunPages.Early(run, FirstRunStep.People) ?? Page(run, Typed.Of(words, ("from", run.Making.Answers!.People ?? PeopleFrom.Roster)), []));
        wizard.MapPost("/people", Save);
    }

    private static RazorComponentResult<BringPeople> Page(Beginning.FirstRun run, Typed typed, IReadOnlyList<RowFault> wrong, int status = StatusCodes.Status200OK)
    {
        var answers = run.Making.Answers!;
        return new(new { Typed = typed, Wrong = wrong, Here = answers.People is not null and not PeopleFrom.Nobody ? (answers.Learners, answers.Educators) : ((int, int)?)null }) { StatusCode = status, PreventStreamingRendering = true };
    }

    private static async Task<IResult> Save(Beginning.FirstRun run, Words words, HttpContext http)
    {
        if (FirstRunPages.Early(run, FirstRunStep.People) is { } early) return early;
        if (await SentFiles.Of(http) is not { } sent) return Refused(run, words, "", "files", words["imports.bring.file.tooLarge"]);
        var from = sent.Fields["from"].ToString();
        if (!Enum.TryParse<PeopleFrom>(from, out var kind) || !Enum.IsDefined(kind)) return Refused(run, words, from, "from", words["form.choose"]);
        var (next, bringer) = (Results.Redirect(NameLeader.Path), new Bringer(run.Making));
        if (kind == PeopleFrom.Nobody)
        {
            if (sent.Files.Count > 0) return Refused(run, words, from, "from", words["firstRun.fileUnused"]);
            if (run.Making.Answers!.People != kind) await bringer.Nobody();
            return next;
        }

        // They are in already, and no other files were chosen.
        if (sent.Files.Count == 0) return run.Making.Answers!.People == kind ? next : Refused(run, words, from, "files", words["imports.bring.file.none"]);
        var wrong = await bringer.People(kind, sent.Files);
        return wrong.Count == 0 ? next : Page(run, Typed.Of(words, ("from", from)), wrong, StatusCodes.Status400BadRequest);
    }

    private static RazorComponentResult<BringPeople> Refused(Beginning.FirstRun run, Words words, string from, string field, string why)
    {
        var typed = Typed.Of(words, ("from", from));
        typed.Refuse(field, why);
        return Page(run, typed, [], StatusCodes.Status400BadRequest);
    }
}
