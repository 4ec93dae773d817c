using Cairn.App.Notices;
using MailKit.Security;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cairn.App.Tests.Accounts;

/// <summary>Letters, and the way that they go.</summary>
public sealed class LetterTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(5);

    [Theory]
    [InlineData("rosa@example.org", true)]
    [InlineData("rosa.diaz+school@mail.example.org", true)]
    [InlineData("rosa", false)]
    [InlineData("@example.org", false)]
    [InlineData("rosa@example.org, evil@example.org", false)]
    [InlineData("rosa@example.org;evil@example.org", false)]
    [InlineData("Rosa <rosa@example.org>", false)]
    [InlineData("rosa@example.org\r\nBcc: evil@example.org", false)]
    [InlineData("rosa@example.org\nX: y", false)]
    [InlineData("rosa@example.org\u0000", false)]
    [InlineData("", false)]
    [Trait("Abuse", "X8")]
    public void An_address_is_one_mailbox_and_adds_no_line(string text, bool isOne) => Letter.IsAddress(text).ShouldBe(isOne);

    [Theory]
    [InlineData("rosa@example.org", "Hello\r\nBcc: evil@example.org")]
    [InlineData("rosa@example.org", "Hello\nX-Evil: 1")]
    [InlineData("rosa@example.org\r\nBcc: evil@example.org", "Hello")]
    [Trait("Abuse", "X8")]
    public void A_letter_whose_head_would_hold_more_than_it_says_is_not_written(string to, string subject) =>
        Should.Throw<ArgumentException>(() => new Letter(to, subject, ["Text"]).Written("cairn@example.org"));

    [Fact]
    [Trait("Abuse", "X9")]
    public void What_people_wrote_stays_text()
    {
        var letter = new Letter("rosa@example.org", "Añadir", ["<b>{name}</b> & {{secret}} ${x}"], "https://learn.example.org/reset/abc").Written("cairn@example.org");
        letter.TextBody!.ShouldContain("<b>{name}</b> & {{secret}} ${x}");
        letter.HtmlBody!.ShouldContain("&lt;b&gt;{name}&lt;/b&gt; &amp; {{secret}} ${x}");
        letter.HtmlBody!.ShouldNotContain("<b>");
        letter.Subject.ShouldBe("Añadir");
        letter.To.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("smtps://user:pa%3Ass@mail.example.org?from=cairn@example.org", "mail.example.org", 465, SecureSocketOptions.SslOnConnect, "user", "pa:ss")]
    [InlineData("smtp://mail.example.org:25?from=cairn@example.org", "mail.example.org", 25, SecureSocketOptions.StartTls, "", "")]
    [InlineData("smtp://127.0.0.1:2525?from=cairn@example.org", "127.0.0.1", 2525, SecureSocketOptions.StartTlsWhenAvailable, "", "")]
    public void The_server_is_read_from_one_address(string text, string host, int port, SecureSocketOptions security, string user, string password)
    {
        var settings = MailSettings.Read(text).ShouldNotBeNull();
        (settings.Host, settings.Port, settings.Security, settings.User, settings.Password, settings.From).ShouldBe((host, port, security, user, password, "cairn@example.org"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mail.example.org")]
    [InlineData("https://mail.example.org?from=cairn@example.org")]
    [InlineData("smtp://mail.example.org")]
    [InlineData("smtp://mail.example.org?from=nobody")]
    public void Without_a_server_or_a_sender_there_is_no_mail(string? text) => MailSettings.Read(text).ShouldBeNull();

    [Fact]
    [Trait("Abuse", "S6")]
    public void The_password_of_the_server_is_shown_nowhere() =>
        $"{MailSettings.Read("smtps://user:secret-word@mail.example.org?from=cairn@example.org")}".ShouldNotContain("secret-word");

    [Fact]
    public async Task A_letter_arrives_whole_and_a_server_that_is_away_for_a_while_is_tried_again()
    {
        await using var sink = new SmtpSink();
        sink.FailNext(2);
        using var mailer = new Mailer(MailSettings.Read(sink.Settings), Short, NullLogger<Mailer>.Instance);
        await mailer.StartAsync(default);
        mailer.Send(new Letter("rosa@example.org", "Hello", [".a line that begins with a dot", "and an accent: ñ"])).ShouldBeTrue();
        var letter = await sink.Next();
        (sink.TurnedAway, letter.Contains("To: rosa@example.org", StringComparison.Ordinal), letter.Contains("Auto-Submitted: auto-generated", StringComparison.Ordinal)).ShouldBe((2, true, true));
        await mailer.StopAsync(default);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_holds_up_no_other()
    {
        await using var sink = new SmtpSink();
        using var mailer = new Mailer(MailSettings.Read(sink.Settings), Short, NullLogger<Mailer>.Instance);
        await mailer.StartAsync(default);
        mailer.Post(() => throw new InvalidOperationException("broken"));
        mailer.Send(new Letter("no address", "Hello", ["x"]));
        mailer.Post(() => Task.FromResult<Letter?>(null));
        mailer.Send(new Letter("rosa@example.org", "Second", ["y"]));
        (await sink.Next()).ShouldContain("Subject: Second");
        await mailer.StopAsync(default);
    }

    [Fact]
    public void More_than_a_thousand_do_not_wait()
    {
        using var mailer = new Mailer(null, Short, NullLogger<Mailer>.Instance);
        var taken = Enumerable.Range(0, 1100).Count(_ => mailer.Send(new Letter("rosa@example.org", "Hello", ["x"])));
        (taken, mailer.IsSetUp).ShouldBe((1000, false));
    }
}
