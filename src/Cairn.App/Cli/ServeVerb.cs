using System.CommandLine;

namespace Cairn.App.Cli;

/// <summary><c>cairn serve</c>: the record in a browser. An empty folder is served as it is: only the front page answers.</summary>
internal static class ServeVerb
{
    public static Option<string> Urls() => new("--urls") { Description = Say.Words["cli.serve.urls"], DefaultValueFactory = _ => Site.DefaultUrl, HelpName = "URL" };

    public static Command Make(Terminal terminal)
    {
        var urls = Urls();
        var verb = new Command("serve", Say.Words["cli.serve"]) { urls };
        ServeOptions.AddTo(verb).WithCommon().SetAction((asked, cancel) =>
        {
            var folder = asked.Folder();
            var isNamed = asked.GetValue<string?>("--district") is not null;
            // Of many districts each answers at its own host names.
            var isMany = !isNamed && folder.Districts.Count > 1 && folder.Overview().Any(one => one.Hosts.Count > 0);
            var district = isMany || (folder.Districts.Count == 0 && folder.IsEmpty && !isNamed) ? null : asked.DistrictName(folder, mayMake: false);
            return Serving.Run(folder, district, isMany, asked.GetValue(urls)!, ServeOptions.Of(asked, terminal), asked.WantsJson(), terminal, cancel);
        });
        return verb;
    }
}
