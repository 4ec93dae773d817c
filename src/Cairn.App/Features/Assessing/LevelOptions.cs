using System.Globalization;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning.Scales;

namespace Cairn.App.Features.Assessing;

/// <summary>The levels of a scale, as choices of a form.</summary>
internal static class LevelOptions
{
    public static IEnumerable<FieldOption> Of(ProficiencyScale scale, Words words) => scale.Levels.Select(one => new FieldOption(one.Number.ToString(CultureInfo.InvariantCulture), LevelLook.Text(one, words)));

    /// <summary>What was chosen: a level or a non-score; neither where nothing was, or nothing that can be read.</summary>
    public static (decimal? Level, NonScore? NonScore) Read(string said) => said switch
    {
        "missed" => (null, NonScore.Missed),
        "few" => (null, NonScore.InsufficientEvidence),
        _ => (decimal.TryParse(said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null, null),
    };
}
