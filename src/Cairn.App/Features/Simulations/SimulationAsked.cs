using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Interop.Csv;
using Cairn.Interop.Policies;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Learning.Transcripts;
using Cairn.Storage;
using Cairn.Storage.Transcripts;

namespace Cairn.App.Features.Simulations;

/// <summary>What is asked to be tried, out of the address: a conversion, a rule for everything that has no rule of its own, other cuts of a scale, until a day.</summary>
/// <param name="Framework">In which framework.</param>
/// <param name="Typed">What was typed, and what is wrong with it.</param>
public sealed record SimulationAsked(FrameworkInForce Framework, Typed Typed)
{
    /// <summary>The conversion that is tried; null for none.</summary>
    public GradeConversion? Conversion { get; private init; }

    /// <summary>The rule that is tried; null for none.</summary>
    public RuleDefinition? Definition { get; private init; }

    /// <summary>The scale whose cuts are tried; null for none.</summary>
    public ProficiencyScale? Scale { get; private init; }

    /// <summary>What is tried; null where nothing is, or something is wrong.</summary>
    public SimulationDraft? Draft { get; private init; }

    /// <summary>Rules that can be tried for everything: those that conclude from pieces.</summary>
    public static IEnumerable<RuleDefinition> Rules => RuleCatalog.All.Where(one => Blank(one) is ScoreRule);

    /// <summary>The scales that competencies of the framework are judged on.</summary>
    public static IReadOnlyList<ProficiencyScale> ScalesOf(FrameworkInForce framework) =>
        [.. framework.Content.Competencies.Where(one => framework.Content.Counts(one.Id) && framework.Rules.RuleOf(one.Id).Rule is not Continuum).Select(framework.Content.ScaleOf).DistinctBy(one => one.Id).OrderBy(one => one.Name, StringComparer.Ordinal)];

    /// <summary>The name of the field of a cut.</summary>
    public static string CutOf(ProficiencyLevel level) => $"cut-{level.Number.ToString("0.##", CultureInfo.InvariantCulture)}";

    /// <summary>Reads an address; null where there is no framework, or no such one or conversion.</summary>
    internal static SimulationAsked? Of(Visit visit, Words words, IQueryCollection query)
    {
        var typed = Typed.Of(words, [.. query.Select(one => (one.Key, (object?)one.Value.ToString().Trim()))]);
        var framework = typed["framework"].Length == 0 ? visit.Frameworks is [var first, ..] ? first : null : visit.Frameworks.FirstOrDefault(one => one.Content.Framework.Id.Value == typed.Id("framework"));
        if (framework is null) return null;
        var conversion = typed["conversion"].Length == 0 ? null : ConversionRows.Find(visit.Db, new GradeConversionId(typed.Id("conversion")));
        if (typed["conversion"].Length > 0 && conversion is null) return null;
        var definition = Rules.FirstOrDefault(one => one.Name == typed["rule"]);
        var rule = definition is null ? null : RuleOf(typed, definition, words);
        var scale = ScalesOf(framework).FirstOrDefault(one => $"{one.Id.Value:N}" == typed["scale"]);
        var cut = scale is null ? null : Cut(typed, scale, words);
        var until = typed["until"].Length == 0 ? null : typed.Day("until");
        var asked = new SimulationAsked(framework, typed) { Conversion = conversion, Definition = definition, Scale = scale };
        if (!typed.IsGood || (conversion is null && rule is null && cut is null)) return asked;
        var draft = new SimulationDraft(framework, visit.Today, visit.Now)
        {
            Conversion = conversion, Frameworks = visit.Frameworks, Read = plan => PolicyText.Read(plan.Rules).Policy, ShownBy = until is { } day ? ZonedDay.StartOf(day.AddDays(1), visit.Served.Zone).AddMicroseconds(-1) : null,
        };
        if (rule is not null) draft = draft.Trying(rule);
        return asked with { Draft = cut is null ? draft : draft.Cutting(cut) };
    }

    // Parameters that must be said are there: which rule it is does not hang on them.
    private static DeterminationRule? Blank(RuleDefinition definition) =>
        RuleCatalog.Make(definition.Name, definition.Parameters.Where(one => one.IsNeeded).ToDictionary(one => one.Name, one => new ParameterValue(one.Least, null), StringComparer.Ordinal), out _);

    private static DeterminationRule? RuleOf(Typed typed, RuleDefinition definition, Words words)
    {
        var given = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var one in definition.Parameters)
        {
            var name = $"p-{one.Name}";
            if (one.Words is not null)
            {
                if (one.Words.Contains(typed[name], StringComparer.Ordinal)) given[one.Name] = new(null, typed[name]);
            }
            else if ((one.IsWhole ? typed.WholeOrNone(name, (int)one.Least, (int)one.Most) : typed.NumberOrNone(name, one.Least, one.Most)) is { } number) given[one.Name] = new(number, null);
            else if (one.IsNeeded) typed.Refuse(name, words["form.needed"]);
        }

        return typed.IsGood ? RuleCatalog.Make(definition.Name, given, out _) : null;
    }

    private static ProficiencyScale? Cut(Typed typed, ProficiencyScale scale, Words words)
    {
        var levels = new List<ProficiencyLevel>();
        foreach (var level in scale.Levels)
        {
            var from = typed.NumberOrNone(CutOf(level), -1000, 1000) ?? level.From;
            if (levels.Count > 0 && from <= levels[^1].From) typed.Refuse(CutOf(level), words["workshop.scale.notRising"]);
            levels.Add(level with { From = from });
        }

        return !typed.IsGood || levels.SequenceEqual(scale.Levels) ? null : new ProficiencyScale(scale.Id, scale.Name, scale.Line, levels) { NonScores = scale.NonScores };
    }
}
