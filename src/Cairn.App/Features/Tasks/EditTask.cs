using System.Globalization;
using System.Runtime.CompilerServices;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Cairn.Storage.Projects;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Tasks;

/// <summary>A task of the bank: its keeper writes it and says what it can show; others read it, copy it and give it to their groups.</summary>
public partial class EditTask
{
    private const string Route = TasksDoor.Path + "/{task:guid}";
    internal const int LongestTitle = 300;
    internal const int LongestText = 2000;
    private static readonly ConditionalWeakTable<FrameworkContent, Wording> Wordings = [];

    /// <summary>The task; null for a new one.</summary>
    [Parameter] public BankTaskView? View { get; set; }

    /// <summary>Competencies that its words suggest, that are chosen, or that were looked for.</summary>
    [Parameter] public IReadOnlyList<(Competency Competency, bool IsChosen, IReadOnlyList<SaidPhrase> Phrases)> Aims { get; set; } = [];

    /// <summary>Groups that it can be given to.</summary>
    [Parameter] public IReadOnlyList<Cairn.Learning.People.LearningGroup> Groups { get; set; } = [];

    /// <summary>Schools that it can be shared with.</summary>
    [Parameter] public IReadOnlyList<Cairn.Learning.People.Organization> Schools { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(TasksDoor.Path + "/new", (Visit visit, Words words, HttpContext http) => Show("new", visit, words, http)).For(Who.Educators);
        routes.MapPost(TasksDoor.Path + "/new", (Visit visit, Words words, HttpContext http) => Save("new", visit, words, http)).For(Who.Educators);
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route, Save).For(Who.Educators);
    }

    /// <summary>The task that an address names; false where there is none for the reader.</summary>
    internal static bool Find(Visit visit, string task, out BankTaskView? view)
    {
        view = Guid.TryParse(task, out var id) ? TaskBank.Find(visit.Db, visit.Scope, new BankTaskId(id)) : null;
        return view is not null || task == "new";
    }

    private static RazorComponentResult<EditTask>? Show(string task, Visit visit, Words words, HttpContext http)
    {
        if (!Find(visit, task, out var view)) return null;
        return Page(visit, http, view, Typed.Of(words, Stored(view)));
    }

    /// <summary>The fields of the task as it is kept.</summary>
    internal static (string Name, object? Value)[] Stored(BankTaskView? view) => view?.Task is not { } one ? [("sharing", TaskSharing.Own)]
        : [("title", one.Title), ("text", one.Text), ("product", one.Product), ("sharing", one.Sharing), ("school", one.School?.Value.ToString("N")), .. view.Aims.Select(each => (Box(each), (object?)true))];

    private static async Task<IResult?> Save(string task, Visit visit, Words words, HttpContext http)
    {
        if (!Find(visit, task, out var view) || (view is not null && view.Task.Owner.Value != visit.Actor!.Person)) return null;
        var typed = await Typed.Read(http, words);
        if (typed["do"] is "suggest" or "find") return Page(visit, http, view, typed);
        var (title, text, product, sharing) = (typed.Text("title", LongestTitle, isNeeded: true), typed.Text("text", LongestText), typed.Text("product", LongestText), typed.Choice<TaskSharing>("sharing"));
        var school = TaskBank.SchoolsOf(visit.Scope) is var schools && schools.Contains(new OrganizationId(typed.Id("school"))) ? new OrganizationId(typed.Id("school")) : schools is [var only] ? only : (OrganizationId?)null;
        if (sharing == TaskSharing.School && school is null) typed.Refuse("school", words["form.choose"]);
        if (!typed.IsGood) return Page(visit, http, view, typed);
        var aims = AimsOf(visit, typed).Where(one => one.IsChosen).Select(one => one.Competency.Id).ToList();
        _ = int.TryParse(typed.Seen, CultureInfo.InvariantCulture, out var seen);
        var (outcome, id) = await visit.Write(turn => TaskBank.Save(turn, new Scope(turn.Db, visit.Actor!, visit.Today, turn.Now), view?.Task.Id, seen, one =>
        {
            one.Write(title, text, product);
            one.Share(sharing, school);
        }, aims, new BankTaskId(typed.Once("task", visit.Actor!.Person))));
        if (outcome == ProjectOutcome.Done) return Results.Redirect(TasksDoor.PathOf(id));
        if (outcome != ProjectOutcome.Overtaken || !Find(visit, task, out var now)) return null;
        typed.IsOvertaken = true;
        return Page(visit, http, now, typed);
    }

    internal static RazorComponentResult<EditTask> Page(Visit visit, HttpContext http, BankTaskView? view, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var schools = TaskBank.SchoolsOf(visit.Scope);
        IReadOnlyList<Cairn.Learning.People.Organization> named = [.. visit.Db.Organizations.Where(one => schools.Contains(one.Id)).OrderBy(one => one.Name)];
        return new(new { View = view, Aims = AimsOf(visit, typed), Groups = visit.Scope.Groups(), Schools = named, Typed = typed }) { PreventStreamingRendering = true };
    }

    /// <summary>The name of a competency's box.</summary>
    internal static string Box(CompetencyId id) => $"aim-{id.Value:N}";

    private static IReadOnlyList<(Competency Competency, bool IsChosen, IReadOnlyList<SaidPhrase> Phrases)> AimsOf(Visit visit, Typed typed)
    {
        var proposal = new ProposalWords(typed["title"], typed["product"], typed["text"]);
        var rows = new Dictionary<CompetencyId, (Competency, bool, IReadOnlyList<SaidPhrase>)>();
        foreach (var wording in visit.Frameworks.Where(one => one.Content.Competencies.Count > 0).Select(one => Wordings.GetValue(one.Content, Wording.Of)))
        {
            foreach (var one in Suggestion.From(wording, proposal)) Add(wording, one.Competency, SaidPhrase.Of(proposal, one.Reasons));
            foreach (var one in wording.Competencies.Where(one => typed.IsOn(Box(one.Id)))) Add(wording, one.Id, []);
            foreach (var one in Suggestion.From(wording, new ProposalWords(typed["find"], "", ""))) Add(wording, one.Competency, []);
        }

        return [.. rows.Values];

        void Add(Wording wording, CompetencyId id, IReadOnlyList<SaidPhrase> phrases) => rows.TryAdd(id, (wording.Content.Find(id)!, typed.IsOn(Box(id)), phrases));
    }
}
