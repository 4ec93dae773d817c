using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Running;

/// <summary>How somebody works at a page: by pointing, or by the keyboard alone.</summary>
internal sealed class Hands(IPage page, bool isKeyboard)
{
    private const int MostStops = 200;

    /// <summary>Follows a link or presses a button that leads to a page, and is there.</summary>
    public async Task Go(ILocator what)
    {
        await page.EvaluateAsync("() => { window.cairnBefore = true; }");
        await Press(what);
        await page.WaitForFunctionAsync("() => !window.cairnBefore && document.readyState === 'complete'");
    }

    /// <summary>Presses what changes the page where it is.</summary>
    public async Task Press(ILocator what)
    {
        if (isKeyboard)
        {
            await To(what);
            await page.Keyboard.PressAsync("Enter");
        }
        else
        {
            await what.ClickAsync();
        }
    }

    /// <summary>Writes a text in the place of what stands in a field.</summary>
    public async Task Write(ILocator field, string text)
    {
        if (!isKeyboard)
        {
            await field.FillAsync(text);
            return;
        }

        await To(field);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Chooses one of a list, so many places from its top.</summary>
    public async Task Choose(ILocator list, int place)
    {
        if (!isKeyboard)
        {
            await list.SelectOptionAsync(new SelectOptionValue { Index = place });
            return;
        }

        await To(list);
        await page.Keyboard.PressAsync("Home");
        for (var i = 0; i < place; i++) await page.Keyboard.PressAsync("ArrowDown");
    }

    // From the top of the page, as whoever has no pointer must.
    private async Task To(ILocator what)
    {
        await what.WaitForAsync();
        await page.EvaluateAsync("() => { document.activeElement?.blur(); getSelection().removeAllRanges(); }");
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await what.EvaluateAsync<bool>("one => one === document.activeElement")) return;
        }

        Assert.Fail($"No Tab leads to {what}.");
    }
}
