namespace Cairn.App.Access;

/// <summary>What costs more than a page, as metadata of a route: it has a narrower rate of its own.</summary>
internal enum Cost
{
    Search,
    Export,
    Import,
}

/// <summary>How often may be asked.</summary>
/// <param name="Address">By all at one address who are not signed in: a class before it has signed in, with every style and script.</param>
/// <param name="Person">By one person, wherever they are.</param>
/// <param name="Search">For what searches.</param>
/// <param name="Export">For what gives much away at once.</param>
/// <param name="Import">For what brings much in at once.</param>
internal sealed record RequestRates(Rate Address, Rate Person, Rate Search, Rate Export, Rate Import)
{
    /// <summary>Nobody who reads and clicks comes near these: a person 600 at once and 10 a second, an address 4,000 and 100 a second.</summary>
    public static RequestRates Usual { get; } = new(
        new Rate(4000, TimeSpan.FromMilliseconds(10)), new Rate(600, TimeSpan.FromMilliseconds(100)),
        new Rate(120, TimeSpan.FromMilliseconds(500)), new Rate(20, TimeSpan.FromSeconds(10)), new Rate(20, TimeSpan.FromSeconds(10)));

    public Rate Of(Cost cost) => cost switch { Cost.Search => Search, Cost.Export => Export, _ => Import };
}
