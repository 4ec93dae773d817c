namespace Cairn.House.Tests;

/// <summary>There is one way out to other machines, and it is guarded.</summary>
public sealed class WayOut
{
    private const string Room = "Cairn.App.Outbound";

    private static readonly string[] Clients =
    [
        "System.Net.Http.HttpClient", "System.Net.Http.HttpClientHandler", "System.Net.Http.SocketsHttpHandler", "System.Net.Http.HttpMessageInvoker", "System.Net.Http.WinHttpHandler",
        "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient", "System.Net.Sockets.Socket", "System.Net.WebClient", "System.Net.Mail.SmtpClient", "System.Net.WebSockets.ClientWebSocket",
    ];

    private static readonly string[] Makers = ["System.Net.Http.IHttpClientFactory", "System.Net.WebRequest", "System.Net.HttpWebRequest", "System.Net.FtpWebRequest", "System.Net.FileWebRequest"];

    [Fact]
    public void Nobody_but_Outbound_makes_a_client_of_their_own() => (
        from code in Code.All
        from call in code.Calls
        where call.Called.Name == ".ctor" && Clients.Contains(call.Called.DeclaringType.FullName, StringComparer.Ordinal) && Code.SpaceOf(call.User) != Room
        select $"{Tree.FileOf(call.User.FullName)} makes a {call.Called.DeclaringType.FullName}")
        .Concat(from code in Code.All
                from use in code.Uses
                where Makers.Contains(use.Used.FullName, StringComparer.Ordinal)
                select $"{Tree.FileOf(use.User.FullName)} uses {use.Used.FullName}")
        .ShouldBeNone("ask OutboundClient, which looks where an address leads; a library that needs a client gets OutboundClient.Client.");

    [Fact]
    public void The_way_out_is_there_and_is_seen_by_this_test() =>
        Code.App.Calls.Where(call => call.Called.Name == ".ctor" && Code.SpaceOf(call.User) == Room).Select(call => call.Called.DeclaringType.FullName)
            .Intersect(Clients, StringComparer.Ordinal).ShouldBe(["System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker", "System.Net.Http.SocketsHttpHandler", "System.Net.Sockets.Socket"], ignoreOrder: true);
}
