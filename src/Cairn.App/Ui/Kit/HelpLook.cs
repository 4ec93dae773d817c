using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.Plans;
using Cairn.Storage.Expectations;
using Cairn.Storage.Families;

namespace Cairn.App.Ui.Kit;

/// <summary>What whoever judges a learner has to know beside the work: what helps them, what is expected in place of a competency's words, and how far they are in the language of the
/// school. Nothing at all for whoever may not know of it.</summary>
/// <param name="Helps">Accommodations of today.</param>
/// <param name="Expected">What is expected today in place of a competency's words.</param>
/// <param name="Language">How far the learner is in the language of the school.</param>
public sealed record HelpLook(IReadOnlyList<Accommodation> Helps, IReadOnlyList<ModifiedExpectation> Expected, LanguageProgress Language)
{
    private static HelpLook None { get; } = new([], [], LanguageProgress.From([], DateOnly.MinValue));

    /// <summary>Is there anything to know?</summary>
    public bool IsThere => Helps.Count > 0 || Expected.Count > 0 || Language.IsThere;

    /// <summary>Changes whenever any of it does: pages that show it are drawn anew.</summary>
    internal string Version => string.Join('.', Helps.Select(one => $"{one.Id.Value:N}{one.Version}").Concat(Expected.Select(one => $"{one.Id.Value:N}{one.Version}")).Concat(Language.Newest.Select(one => $"{one.Id.Value:N}")));

    /// <summary>What the reader may know of a learner.</summary>
    /// <param name="visit">Who reads.</param>
    /// <param name="learner">Of whom.</param>
    /// <param name="competency">In what; null for everything.</param>
    internal static HelpLook Of(Visit visit, LearnerId learner, CompetencyId? competency = null) => !AccommodationRows.Sees(visit.Scope, learner) ? None
        : new([.. AccommodationRows.InForce(visit.Db, visit.Scope, learner, competency)],
            [.. ReportRows.ExpectationsOf(visit.Db, visit.Scope, learner, visit.Today, visit.Today).Where(one => one.Text.Length > 0 && (competency is null || one.Competency == competency))],
            LanguageRows.ProgressOf(visit.Db, visit.Scope, learner));
}
