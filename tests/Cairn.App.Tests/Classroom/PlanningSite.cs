using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Classroom;

/// <summary>The families' site, for forms that say what version they were opened on.</summary>
internal static partial class PlanningSite
{
    /// <summary>Posts a form as a page holds it, and gives what came back.</summary>
    public static async Task<Answer> Send(this PrivacySite site, string who, string path, params (string Name, string Value)[] fields)
    {
        using var visitor = await site.As(who);
        return await visitor.Send(path, string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")), "application/x-www-form-urlencoded");
    }

    /// <summary>Posts a form that has to be taken.</summary>
    public static async Task Done(this PrivacySite site, string who, string path, params (string Name, string Value)[] fields)
    {
        var answer = await site.Send(who, path, fields);
        answer.Status.ShouldBe(HttpStatusCode.Found, $"{who} {path}: {Fault().Match(answer.Whole).Value}");
    }

    /// <summary>The first value of a hidden field of a page.</summary>
    public static string Hidden(this Answer page, string name) => Regex.Match(page.Body, $"name=\"{name}\" value=\"(?<it>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["it"].Value;

    [GeneratedRegex("<div class=\"(Notice Notice--error|Field-error).{0,300}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fault();
}
