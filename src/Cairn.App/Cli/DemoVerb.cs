using System.CommandLine;
using Cairn.App.Cli.Demo;

namespace Cairn.App.Cli;

/// <summary><c>cairn demo</c>: a district of Cairn's own invention in a folder of its own, served on loopback.</summary>
internal static class DemoVerb
{
    private const int MostLearners = 5000;

    public static Command Make(Terminal terminal)
    {
        var urls = ServeVerb.Urls();
        var learners = new Option<int?>("--learners") { Description = Say.Words["cli.demo.learners", ("usual", MakeDemo.UsualLearners)], HelpName = "N" };
        var noServe = new Option<bool>("--no-serve") { Description = Say.Words["cli.demo.noServe"] };
        var verb = new Command("demo", Say.Words["cli.demo"]) { urls, learners, noServe, DistrictOptions.Data(), DistrictOptions.Json() };
        verb.SetAction((asked, cancel) => Run(asked, asked.GetValue(urls)!, asked.GetValue(learners), asked.GetValue(noServe), terminal, cancel));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, string urls, int? askedLearners, bool noServe, Terminal terminal, CancellationToken cancel)
    {
        if (askedLearners is < 1 or > MostLearners) throw new UsageException(Say.Words["cli.demo.badLearners"]);
        var folder = asked.Folder();
        var learners = await MakeDemo.Ensure(folder, askedLearners, TimeProvider.System, text => terminal.Err.WriteLine(text));
        if (!noServe) return await Serving.Run(folder, MakeDemo.District, false, urls, ServeOptions.Usual(terminal), asked.WantsJson(), terminal, cancel);
        if (asked.WantsJson()) terminal.AnswerJson(new { folder = folder.Path, district = MakeDemo.District, learners });
        else await terminal.Out.WriteLineAsync(Say.Words["cli.demo.made", ("folder", folder.Path), ("learners", learners)]);
        return CommandLine.Done;
    }
}
