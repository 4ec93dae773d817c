using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Running;

/// <summary>Things as a person finds them: by what they are and what they say.</summary>
internal static class Finding
{
    extension(IPage page)
    {
        public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name });

        public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

        public ILocator Heading(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

        /// <summary>A step of the way here.</summary>
        public ILocator Crumb(string name) => page.GetByRole(AriaRole.Navigation, new() { Name = "The way here" }).GetByRole(AriaRole.Link, new() { Name = name });

        /// <summary>An entry of the main navigation: the rail, or the tabs of a phone.</summary>
        public ILocator Tab(string name) => page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = name });
    }

    extension(ILocator within)
    {
        public ILocator Heading(string name) => within.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });
    }
}
