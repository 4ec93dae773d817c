using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Workshop;

/// <summary>Somebody at the workshop's forms: a page is opened, filled in and sent as a browser without scripts would send it.</summary>
internal sealed class Bench(Visitor visitor) : IDisposable
{
    public Visitor Visitor => visitor;

    /// <summary>Opens a page that must be there.</summary>
    public async Task<string> Read(string path)
    {
        var answer = await visitor.Get(path);
        answer.Status.ShouldBe(HttpStatusCode.OK, path);
        return WebUtility.HtmlDecode(answer.Body);
    }

    /// <summary>Opens a page, fills in fields of its form and sends it; what nobody touches is sent as it stands. A box is ticked by "true" and cleared by null.</summary>
    public async Task<Answer> Fill(string path, params (string Name, string? Value)[] values)
    {
        var answer = await visitor.Get(path);
        answer.Status.ShouldBe(HttpStatusCode.OK, path);
        return await Send(path, answer.Body, values);
    }

    /// <summary>Fills in and sends the form of a page that was opened before.</summary>
    public Task<Answer> Send(string path, string html, params (string Name, string? Value)[] values)
    {
        var page = new HtmlParser().ParseDocument(html);
        var form = page.QuerySelector("main form.Form[method=post]") as IHtmlFormElement ?? throw new InvalidOperationException($"{path} has no form.");
        var fields = Fields(form);
        foreach (var (name, value) in values)
        {
            form.Elements.Any(one => one.GetAttribute("name") == name).ShouldBeTrue($"{path} has no field {name}");
            if (value is null) fields.Remove(name);
            else fields[name] = value;
        }

        return Post(form.GetAttribute("action") is { Length: > 0 } action ? action : path, [.. fields.Select(one => (one.Key, one.Value))]);
    }

    /// <summary>Fills in and sends a form that must be taken.</summary>
    public async Task<string> Done(string path, params (string Name, string? Value)[] values)
    {
        var answer = await Fill(path, values);
        if (answer.Status == HttpStatusCode.OK) Faults(answer.Body).ShouldBeEmpty(path);
        answer.Status.ShouldBe(HttpStatusCode.Found, path);
        return answer.Header("Location").Split('?', '#')[0];
    }

    /// <summary>Sends fields as they are.</summary>
    public Task<Answer> Post(string path, params (string Name, string Value)[] values) =>
        visitor.Send(path, string.Join('&', values.Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}")), "application/x-www-form-urlencoded");

    /// <summary>What a page says is wrong, field by field.</summary>
    public static IReadOnlyList<string> Faults(string html) => [.. new HtmlParser().ParseDocument(html).QuerySelectorAll(".Field-error p").Select(one => one.TextContent.Trim())];

    /// <summary>What stands in a field.</summary>
    public static string ValueOf(string html, string name) => new HtmlParser().ParseDocument(html).QuerySelector($"[name=\"{name}\"]") switch
    {
        IHtmlTextAreaElement text => text.Value,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement choice => choice.Value ?? "",
        _ => throw new InvalidOperationException($"There is no field {name}."),
    };

    public void Dispose() => visitor.Dispose();

    private static Dictionary<string, string> Fields(IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in form.Elements)
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.IsChecked) fields[box.Name!] = box.Value;
                    break;
                case IHtmlInputElement { Name.Length: > 0 } input:
                    fields[input.Name] = input.Value;
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } text:
                    fields[text.Name] = text.Value;
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } choice:
                    fields[choice.Name] = choice.Value ?? "";
                    break;
            }

        return fields;
    }
}
