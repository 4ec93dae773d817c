namespace Cairn.App.Ui.Layout;

/// <summary>An entry of the navigation: at most six, of which five show on a phone.</summary>
/// <param name="Text">One word or two.</param>
/// <param name="Href">Its address; the entry whose address is the page's <c>Here</c> is marked.</param>
/// <param name="Icon">A name from Drawn.</param>
/// <param name="Count">How many people wait there; nothing is shown for none.</param>
/// <param name="WideOnly">Left out on a phone.</param>
public sealed record NavItem(string Text, string Href, string Icon, int Count = 0, bool WideOnly = false);
