using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Microsoft.AspNetCore.Http.Features;

namespace Cairn.App.Features.Imports;

/// <summary>POST /imports/files: files come, and are looked at while whoever brought them may go on.</summary>
internal static class BringFiles
{
    private const long Largest = 64L << 20;

    // What stands around the files of a form.
    private const long Around = 64L << 10;
    private const int LongestSource = 60;
    private const int LongestName = 200;
    private const int MostFiles = 50;

    public static void Map(IEndpointRouteBuilder imports) => imports.MapPost("/files", Bring).WithMetadata(new Costly(Cost.Import));

    private static async Task<IResult> Bring(Visit visit, Words words, ImportWork work, HttpContext http)
    {
        // Only here, and only for a leader: every other route takes a megabyte.
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = Largest + Around;
        IFormCollection form;
        try
        {
            // All in memory: a roster's passwords are never written to disk.
            form = http.Request.HasFormContentType
                ? await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = Largest, MemoryBufferThreshold = (int)Largest, BufferBodyLengthLimit = Largest, ValueCountLimit = MostFiles })
                : FormCollection.Empty;
        }
        catch (Exception wrong) when (SentForm.IsUnreadable(wrong) || wrong is BadHttpRequestException)
        {
            return ListImports.Page(visit, work, BringForm.Empty with { FilesError = words[http.Request.ContentLength > Largest ? "imports.bring.file.tooLarge" : "imports.bring.file.unread"] });
        }

        var files = form.Files.Where(one => one.Length > 0).Take(MostFiles + 1).ToList();
        var typed = Read(form, files, words);
        if (!typed.IsGood) return ListImports.Page(visit, work, typed);
        var kind = typed.Kind!.Value;
        var names = files.Select(one => NameOf(one.FileName)).ToList();
        var by = new Bringing(typed.Source.Length > 0 ? typed.Source : kind == ImportKind.Program ? ImportProgram.DefaultSource : ImportRoster.DefaultSource, names is [var only] ? only : $"{names[0]} + {names.Count - 1}") { By = visit.Actor!.Person, Acting = visit.Acting };
        var run = await visit.Write(turn => ImportRuns.Begin(turn, kind, by));
        var bytes = new List<(string Name, byte[] Bytes)>();
        foreach (var (file, name) in files.Zip(names)) bytes.Add((name, await BytesOf(file)));
        if (work.Look(run, kind, by, bytes, visit.Today)) return Results.Redirect(ImportsDoor.PathOf(run));
        await visit.Write(turn => ImportRuns.Discard(turn, run));
        return ListImports.Page(visit, work, typed with { FilesError = words["imports.bring.full"] });
    }

    private static BringForm Read(IFormCollection form, List<IFormFile> files, Words words)
    {
        var kind = Enum.TryParse<ImportKind>(form["kind"], out var one) && Enum.IsDefined(one) ? one : (ImportKind?)null;
        var source = form["source"].ToString().Trim();
        return new BringForm(kind, source)
        {
            KindError = kind is null ? words["imports.bring.kind.none"] : null,
            SourceError = source.Length > LongestSource ? words["imports.bring.source.tooLong"] : null,
            FilesError = files.Count == 0 ? words["imports.bring.file.none"] : kind == ImportKind.Framework && files.Count > 1 ? words["imports.bring.file.one"] : null,
        };
    }

    // Some browsers send the way to a file too.
    private static string NameOf(string name) => Short(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);

    private static string Short(string text) => text.Length <= LongestName ? text : text[..LongestName];

    private static async Task<byte[]> BytesOf(IFormFile file)
    {
        var bytes = new byte[file.Length];
        await using var from = file.OpenReadStream();
        await from.ReadExactlyAsync(bytes);
        return bytes;
    }
}
