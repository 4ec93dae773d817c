using System.Runtime.CompilerServices;
using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage.Projects;

namespace Cairn.App.Features.Projects;

/// <summary>A competency that a project could show of a learner, at the learner's own stage, with the words that say so.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Place">The stage and level they are at.</param>
/// <param name="Step">The step of colour, 0 for none.</param>
/// <param name="LevelText">The level in words.</param>
/// <param name="Href">Where its reasons are.</param>
public sealed record AimRow(Competency Competency, OwnPlace Place, int Step, string LevelText, string Href)
{
    /// <summary>Did somebody tick it?</summary>
    public bool IsChosen { get; init; }

    /// <summary>The phrases of the proposal that speak for it; none where a person chose or searched it.</summary>
    public IReadOnlyList<SaidPhrase> Phrases { get; init; } = [];

    /// <summary>The words of the framework that they lead to, where those are others.</summary>
    public string Meets { get; init; } = "";

    /// <summary>What the next level would be, in the framework's words; empty where it says nothing.</summary>
    public string Next { get; init; } = "";

    /// <summary>The words that suggested it, as they are kept.</summary>
    public string Because { get; init; } = "";
}

/// <summary>What a project could show of one learner.</summary>
/// <param name="Learner">Of whom.</param>
/// <param name="Name">What they are called; empty for whoever reads it.</param>
/// <param name="Rows">What is suggested, chosen and found.</param>
public sealed record AimRows(LearnerId Learner, string Name, IReadOnlyList<AimRow> Rows)
{
    private const int LongestBecause = 200;

    // A version of a framework never changes: its words are made ready once.
    private static readonly ConditionalWeakTable<FrameworkContent, Wording> Wordings = [];

    /// <summary>How many are chosen.</summary>
    public int Chosen => Rows.Count(one => one.IsChosen);

    /// <summary>The name of a competency's box.</summary>
    public static string BoxOf(LearnerId learner, CompetencyId competency) => $"aim-{learner.Value:N}-{competency.Value:N}";

    /// <summary>Suggested rows in their order, then what is chosen beside them, then what was searched.</summary>
    internal static AimRows Of(Visit visit, Words words, Learner learner, string name, ProposalWords proposal, string find, Func<CompetencyId, bool> isChosen)
    {
        var rows = new Dictionary<CompetencyId, AimRow>();
        foreach (var own in OwnPlaces.Of(visit.Scope, visit.Frameworks, learner, visit.Now))
        {
            var wording = Wordings.GetValue(own.Framework.Content, Wording.Of);
            foreach (var one in Suggestion.From(wording, proposal, own.In)) Add(one.Competency, one.Reasons);
            foreach (var one in wording.Competencies.Where(one => isChosen(one.Id))) Add(one.Id, []);
            foreach (var one in Suggestion.From(wording, new ProposalWords(find, "", ""), own.In)) Add(one.Competency, []);
            if (find.Length > 0 && own.Framework.Content.Find(find) is { } byCode && wording.Competencies.Contains(byCode)) Add(byCode.Id, []);

            void Add(CompetencyId id, IReadOnlyList<SuggestionReason> reasons)
            {
                if (!rows.ContainsKey(id)) rows[id] = From(own, own.Framework.Content.Find(id)!, learner, words) with
                {
                    IsChosen = isChosen(id), Phrases = SaidPhrase.Of(proposal, reasons), Because = Kept(reasons),
                    Meets = string.Join(", ", reasons.Where(one => !one.IsSame).Select(one => one.Framework).Distinct(StringComparer.Ordinal).Take(3)),
                };
            }
        }

        return new AimRows(learner.Id, name, [.. rows.Values]);
    }

    /// <summary>The rows that are aims of a project already, for its page.</summary>
    internal static AimRows Of(Visit visit, Words words, Learner learner, string name, IReadOnlyCollection<ProjectAim> aims)
    {
        var all = OwnPlaces.Of(visit.Scope, visit.Frameworks, learner, visit.Now);
        return new AimRows(learner.Id, name, [.. from aim in aims from own in all let one = own.Framework.Content.Find(aim.Competency) where one is not null select From(own, one, learner, words) with { IsChosen = true, Because = aim.Because }]);
    }

    private static AimRow From(OwnPlaces own, Competency competency, Learner learner, Words words)
    {
        var (content, place, cell) = (own.Framework.Content, own.In(competency.Id), own.CellOf(competency.Id));
        var (scale, rule) = (Standing.ScaleOf(competency, content, own.Rules), own.Rules.RuleOf(competency.Id, place.Stage).Rule);
        var (step, text) = LevelLook.Of(place.Level, cell?.Value, cell?.IsProficient ?? false, cell?.Boxes.Completed ?? 0, place.Stage, scale, rule, words);
        var next = rule is Continuum ? "" : content.Descriptors[competency.Id].FirstOrDefault(one => one.Level > Math.Floor(place.Level ?? 0))?.Words ?? "";
        return new AimRow(competency, place, step, text, Visit.PathOf(learner.Id, competency)) { Next = next };
    }

    private static string Kept(IEnumerable<SuggestionReason> reasons)
    {
        var kept = string.Join(", ", reasons.Select(one => one.Said.ToLowerInvariant()).Distinct(StringComparer.Ordinal));
        return kept.Length <= LongestBecause ? kept : kept[..(kept.LastIndexOf(", ", LongestBecause, StringComparison.Ordinal) is > 0 and var end ? end : LongestBecause)];
    }
}
