using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Looks;

/// <summary>Axe on a page. Its script is put in once a document, because that takes longer than a run.</summary>
internal static class Axe
{
    // A colour that is on its way from one theme to the other is nobody's colour: what moves comes to rest first.
    private const string Run = """
        async () => {
          await Promise.all(document.getAnimations().map(one => one.finished));
          const found = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { 'target-size': { enabled: true } },
            resultTypes: ['violations'],
          });
          return found.violations.flatMap(rule => rule.nodes.slice(0, 3).map(node => `${rule.id}: ${node.html} ${node.failureSummary}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Everything that axe finds fault with, rule by rule.</summary>
    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
