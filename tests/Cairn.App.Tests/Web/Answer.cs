using System.Net;

namespace Cairn.App.Tests.Web;

/// <summary>What the site answered.</summary>
internal sealed record Answer(HttpStatusCode Status, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Body => System.Text.Encoding.UTF8.GetString(Bytes);

    /// <summary>Everything that a reader could learn from: headers and body.</summary>
    public string Whole => string.Join('\n', Headers.Select(one => $"{one.Key}: {one.Value}")) + "\n\n" + WebUtility.HtmlDecode(Body);

    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    public static async Task<Answer> From(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(one => one.Key, one => string.Join(", ", one.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, await response.Content.ReadAsByteArrayAsync(), headers);
    }
}
