using Cairn.App.Beginning;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Interop.Csv;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Beginnings;

/// <summary>Step three: what is to be learned. The starter, a file of one's own, or nothing yet.</summary>
public partial class ChooseCompetencies
{
    internal const string Path = Beginning.FirstRun.Path + "/competencies";
    private const string Starter = "starter";
    private const string File = "file";
    private const string None = "none";

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>What is wrong with the file.</summary>
    [Parameter] public IReadOnlyList<RowFault> Wrong { get; set; } = [];

    /// <summary>What was chosen before, and how many competencies it has.</summary>
    [Parameter] public (string Title, int Count)? Chosen { get; set; }

    /// <summary>Would people have to be brought again?</summary>
    [Parameter] public bool BeginsAnew { get; set; }

    internal static void Map(IEndpointRouteBuilder wizard)
    {
        wizard.MapGet("/competencies", (Beginning.FirstRun run, Words words) => FirstRunPages.Early(run, FirstRunStep.Competencies)
            ?? Page(run, Typed.Of(words, ("from", run.Making.Answers is { Framework: not null, IsStarter: false, Framework: var title } ? title.Length > 0 ? File : None : Starter)), []));
        wizard.MapPost("/competencies", Save);
    }

    private static RazorComponentResult<ChooseCompetencies> Page(Beginning.FirstRun run, Typed typed, IReadOnlyList<RowFault> wrong, int status = StatusCodes.Status200OK)
    {
        var answers = run.Making.Answers!;
        return new(new { Typed = typed, Wrong = wrong, Chosen = answers.Framework is { Length: > 0 } title ? (title, answers.Competencies) : ((string, int)?)null, BeginsAnew = answers.People is not null })
        { StatusCode = status, PreventStreamingRendering = true };
    }

    private static async Task<IResult> Save(Beginning.FirstRun run, Words words, HttpContext http)
    {
        if (FirstRunPages.Early(run, FirstRunStep.Competencies) is { } early) return early;
        if (await SentFiles.Of(http) is not { } sent) return Refused(run, words, File, "file", words["imports.bring.file.tooLarge"]);
        var (from, bringer) = (sent.Fields["from"].ToString(), new Bringer(run.Making));
        var next = Results.Redirect(BringPeople.Path);
        if (from is Starter or None && sent.Files.Count > 0) return Refused(run, words, from, "from", words["firstRun.fileUnused"]);
        switch (from)
        {
            case Starter:
                if (!run.Making.Answers!.IsStarter) await bringer.Starter();
                return next;
            case None:
                if (run.Making.Answers!.Framework != "") await bringer.NoFramework();
                return next;
            // It is in already, and no other one was chosen.
            case File when sent.Files.Count == 0 && run.Making.Answers is { IsStarter: false, Framework.Length: > 0 }:
                return next;
            case File when sent.Files.Count != 1:
                return Refused(run, words, from, "file", words[sent.Files.Count == 0 ? "imports.bring.file.none" : "imports.bring.file.one"]);
            case File:
                var wrong = await bringer.Framework(sent.Files[0].Bytes, sent.Files[0].Name);
                return wrong.Count == 0 ? next : Page(run, Typed.Of(words, ("from", from)), wrong, StatusCodes.Status400BadRequest);
            default:
                return Refused(run, words, from, "from", words["form.choose"]);
        }
    }

    private static RazorComponentResult<ChooseCompetencies> Refused(Beginning.FirstRun run, Words words, string from, string field, string why)
    {
        var typed = Typed.Of(words, ("from", from));
        typed.Refuse(field, why);
        return Page(run, typed, [], StatusCodes.Status400BadRequest);
    }
}
