using System.Net;
using Cairn.App.Outbound;

namespace Cairn.App.Tests.Outbound;

[Trait("Abuse", "K5")]
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("1.1.1.1", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.128.0.1", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("2a00:1450:4001:81b::200e", true)]
    [InlineData("172.16.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("3fff::1", false)]
    [InlineData("100::1", false)]
    [InlineData("::ffff:8.8.8.8", false)]
    [InlineData("64:ff9b::8.8.8.8", false)]
    [InlineData("2002:808:808::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("5f00::1", false)]
    public void An_address_is_of_the_open_internet_or_it_is_not(string address, bool isPublic) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(isPublic);
}
