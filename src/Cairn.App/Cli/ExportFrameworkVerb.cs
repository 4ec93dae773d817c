using System.CommandLine;
using Cairn.App.Features.Frameworks;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary><c>cairn export framework ID --case FILE</c>: a framework as a CASE package.</summary>
internal static class ExportFrameworkVerb
{
    public static Command Make(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = Say.Words["cli.framework.id"] };
        var file = new Option<string>("--case") { Description = Say.Words["cli.framework.case"], Required = true, HelpName = "FILE" };
        var verb = new Command("framework", Say.Words["cli.export.framework"]) { id, file };
        verb.WithCommon().SetAction((asked, _) => Run(asked, asked.GetValue(id)!, asked.GetValue(file)!, terminal));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, string id, string file, Terminal terminal)
    {
        await using var district = asked.OpenDistrict(toWrite: false);
        var framework = district.Frameworks.FirstOrDefault(one => one.Content.Framework.Identifier.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? district.Frameworks.FirstOrDefault(one => one.Content.Framework.Code.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new RefusedException(Say.Words["cli.framework.none", ("id", id), ("known", string.Join(", ", district.Frameworks.Select(one => one.Content.Framework.Code).DefaultIfEmpty("-")))]);
        Interop.Case.CasePackage made;
        using (var db = district.Open()) made = ExportCase.Of(db, framework.Content);
        var package = Interop.Case.WriteCase.Bytes(made);
        if (file == "-")
        {
            await terminal.Out.WriteAsync(System.Text.Encoding.UTF8.GetString(package));
            return CommandLine.Done;
        }

        WholeFile.Write(file, to => to.Write(package));
        if (asked.WantsJson()) terminal.AnswerJson(new { file, framework = framework.Content.Framework.Code, identifier = framework.Content.Framework.Identifier, version = framework.Content.Version.Number, items = made.Items.Count, associations = made.Associations.Count, bytes = package.Length });
        else await terminal.Out.WriteLineAsync(Say.Words["cli.framework.exported", ("title", framework.Content.Framework.Title), ("count", made.Items.Count), ("associations", made.Associations.Count), ("file", file)]);
        return CommandLine.Done;
    }
}
