using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Policies;
using Cairn.Storage.Diplomas;

namespace Cairn.App.Features.Credits;

/// <summary>What people call the requirements of the diplomas that a learner is under or may choose, so that nobody types or reads a path.</summary>
public sealed class RequirementNames
{
    private readonly IReadOnlyList<DiplomaPlan> _plans;
    private readonly IReadOnlyList<DiplomaPlan> _all;
    private readonly Words _words;
    private readonly RequirementWords _say;

    // The diplomas, that of the learner first; and every version of every plan.
    private RequirementNames(IReadOnlyList<DiplomaPlan> plans, IReadOnlyList<DiplomaPlan> all, Words words) => (_plans, _all, _words, _say) = (plans, all, words, new(words));

    /// <summary>Of a learner whom the reader sees; of nobody where they are under no rules.</summary>
    internal static RequirementNames Of(Visit visit, Words words, LearnerId learner)
    {
        if (DiplomaFiles.Of(visit.Db, visit.Scope, learner, visit.Frameworks, visit.Now, visit.Today) is not { } file) return new([], [], words);
        var all = DiplomaPlanRows.All(visit.Db);
        var under = file.PlanOn(all, visit.Today);
        return new([.. new[] { under.Plan, under.Own }.OfType<DiplomaPlan>().Concat(under.Alternates).DistinctBy(one => one.Id)], all, words);
    }

    /// <summary>The plan with a code; that of the learner where none is said, and null where it is none of theirs.</summary>
    public DiplomaPlan? Plan(string code) => code.Length == 0 ? _plans.Count > 0 ? _plans[0] : null : _plans.FirstOrDefault(one => one.Code == code);

    /// <summary>What people call the diploma with a code.</summary>
    public string TitleOf(string code) => Plan(code)?.Title ?? RequirementWords.Plain(code);

    /// <summary>What people call a requirement: by its name or its path in the rules with a code.</summary>
    public string NameOf(string code, string leaf) => leaf == Waiver.Root ? _words["credit.waiver.whole"]
        : (Plan(code) is { } plan ? All(plan).FirstOrDefault(one => one.IsAt(leaf)) : null) is { } found ? _say.NameOf(found) : RequirementWords.Plain(leaf);

    /// <summary>What people call what an appeal is about: a requirement behind the code of its plan, or alone.</summary>
    public string NameOf(string what) => what.Split('/', 2) is [var code, var leaf] && _plans.Any(one => one.Code == code) ? NameOf(code, leaf) : NameOf("", what);

    /// <summary>The requirements of a plan to choose from, in its order.</summary>
    /// <param name="code">Of which plan.</param>
    /// <param name="chosen">What is chosen already: it is among them, whatever it is.</param>
    public IReadOnlyList<FieldOption> Choices(string code, string chosen)
    {
        List<FieldOption> all = [new("", _words["form.choose"]), .. Plan(code) is { } plan ? All(plan).Where(DiplomaAudit.IsEnd).Select(one => new FieldOption(PlaceOf(one), _say.NameOf(one), _words.OfSchool)) : []];
        return all.Exists(one => one.Value == chosen) || IsWhole(code, chosen) ? all : [.. all, new(chosen, NameOf(code, chosen))];
    }

    /// <summary>Is a place the diploma as a whole? Nobody is let off that: an exception is from one requirement, and the others are met.</summary>
    public bool IsWhole(string code, string leaf) => leaf == Waiver.Root || _all.Any(one => one.Code == code && ReadPolicies.Of(one).Root.IsAt(leaf));

    /// <summary>What these rules ask a person to say, each by its word.</summary>
    public IReadOnlyList<(string Key, string Name)> Said => [.. _plans.SelectMany(All).OfType<Attest>().DistinctBy(one => one.Key).Select(one => (one.Key, _say.NameOf(one)))];

    /// <summary>What people call something that a person said.</summary>
    public string SaidOf(string key) => Said.FirstOrDefault(one => one.Key == key).Name ?? RequirementWords.Plain(key);

    /// <summary>How a requirement is meant in what is stored: by its name, else by its path.</summary>
    private static string PlaceOf(Requirement one) => one.Id.Length > 0 ? one.Id : one.Path;

    private static IEnumerable<Requirement> All(DiplomaPlan plan) => Below(ReadPolicies.Of(plan).Root);

    private static IEnumerable<Requirement> Below(Requirement one) => one.Below.SelectMany(Below).Prepend(one);
}
