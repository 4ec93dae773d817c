namespace Cairn.App.Access;

/// <summary>How often sign-in may be tried. What succeeds is not counted.</summary>
/// <param name="Device">By a known device, for its account.</param>
/// <param name="Account">By strangers, for one account.</param>
/// <param name="Address">By strangers, from one address.</param>
/// <param name="Everywhere">By strangers from addresses nobody came in from lately, for all accounts together.</param>
internal sealed record SignInRates(Rate Device, Rate Account, Rate Address, Rate Everywhere)
{
    /// <summary>
    /// A device: 10, then one in 30 seconds. An account: 10, then one in a minute: 1,450 guesses a day against a password of 15
    /// characters. An address: 200, then one in 3 seconds: a school behind one address may mistype often. Everywhere: 300, then
    /// one in 2 seconds: a try at each of 10,000 accounts takes more than 5 hours, whatever the number of addresses.
    /// </summary>
    public static SignInRates Usual { get; } = new(
        new Rate(10, TimeSpan.FromSeconds(30)), new Rate(10, TimeSpan.FromMinutes(1)), new Rate(200, TimeSpan.FromSeconds(3)), new Rate(300, TimeSpan.FromSeconds(2)));
}
