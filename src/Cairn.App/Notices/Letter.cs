using System.Net;
using System.Text;
using MimeKit;

namespace Cairn.App.Notices;

/// <summary>A letter: to whom, about what, and what it says, paragraph by paragraph. It says no more of anybody than its receiver knows.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">The subject, one line.</param>
/// <param name="Paragraphs">What it says.</param>
/// <param name="Link">The address that it leads to; empty for none.</param>
internal sealed record Letter(string To, string Subject, IReadOnlyList<string> Paragraphs, string Link = "")
{
    /// <summary>The language it is in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The address that ends such letters by one press (RFC 8058), without a sign-in; empty for none.</summary>
    public string Stop { get; init; } = "";

    /// <summary>Can a letter go there? One mailbox, and nothing that would add a line to the head of a letter.</summary>
    public static bool IsAddress(string text) =>
        text.Length is > 2 and <= 254 && !text.Any(one => char.IsControl(one) || char.IsWhiteSpace(one) || one is ',' or ';' or '<' or '>' or '(' or ')' or '"' or '\\')
        && MailboxAddress.TryParse(text, out var address) && address.Address == text && text.IndexOf('@', StringComparison.Ordinal) > 0;

    /// <summary>The letter as it is sent.</summary>
    /// <exception cref="ArgumentException">An address is none, or the subject holds more than one line.</exception>
    public MimeMessage Written(string from)
    {
        if (!IsAddress(To) || !MailboxAddress.TryParse(from, out var sender)) throw new ArgumentException("This is no address that a letter can go to.");
        if (Subject.Any(char.IsControl)) throw new ArgumentException("A subject is one line.");
        var letter = new MimeMessage { Subject = Subject };
        letter.From.Add(sender);
        letter.To.Add(new MailboxAddress("", To));
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        if (Stop.Length > 0)
        {
            letter.Headers.Add("List-Unsubscribe", $"<{Stop}>");
            letter.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        letter.Body = new BodyBuilder { TextBody = Text(), HtmlBody = Html() }.ToMessageBody();
        return letter;
    }

    private string Text() => string.Join("\r\n\r\n", Paragraphs.Concat(Addresses)) + "\r\n";

    // The last one ends such letters: the words of the letter say so.
    private IEnumerable<string> Addresses => new[] { Link, Stop }.Where(one => one.Length > 0);

    // What people wrote is text, and never becomes markup.
    private string Html()
    {
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"{WebUtility.HtmlEncode(Language)}\"><body>");
        foreach (var one in Paragraphs) html.Append("<p>").Append(WebUtility.HtmlEncode(one)).Append("</p>");
        foreach (var one in Addresses) html.Append("<p><a href=\"").Append(WebUtility.HtmlEncode(one)).Append("\">").Append(WebUtility.HtmlEncode(one)).Append("</a></p>");
        return html.Append("</body></html>").ToString();
    }
}
