using Cairn.App.Beginning;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Cairn.Storage.Backups;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Beginnings;

/// <summary>Instead of a new district: one from a backup, which is brought by the browser or lies on this machine.</summary>
public partial class RestoreBackup
{
    internal const string Path = Beginning.FirstRun.Path + "/restore";

    /// <summary>What was typed; never the passphrase.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Why it could not be restored, in the words of whoever looks after the machine.</summary>
    [Parameter] public string? Why { get; set; }

    internal static void Map(IEndpointRouteBuilder wizard)
    {
        wizard.MapGet("/restore", (Words words) => Page(Typed.Of(words), null, StatusCodes.Status200OK));
        wizard.MapPost("/restore", Restore);
    }

    private static RazorComponentResult<RestoreBackup> Page(Typed typed, string? why, int status) => new(new { Typed = typed, Why = why }) { StatusCode = status, PreventStreamingRendering = true };

    private static async Task<IResult> Restore(Beginning.FirstRun run, OtherBeginnings others, Words words, HttpContext http)
    {
        var laid = System.IO.Path.Combine(run.Making.Room(), "brought.cairn");
        try
        {
            if (await SentArchive.Of(http, laid) is not { } sent) return Refused(words, "", words["imports.bring.file.unread"]);
            var archive = sent.HasFile ? laid : sent.Path;
            if (archive.Length == 0) return Refused(words, "", words["imports.bring.file.none"]);
            if (!System.IO.File.Exists(archive)) return Refused(words, sent.Path, words["firstRun.restore.noFile"]);
            var back = await others.Restore(archive, sent.Passphrase);
            FirstRunCookie.Clear(http);
            return new RazorComponentResult<ShowRestored>(new { Title = back.District.Title, MadeAt = back.MadeAt }) { PreventStreamingRendering = true };
        }
        catch (RefusedException wrong) when (wrong.NeedsPassphrase)
        {
            var typed = Typed.Of(words);
            typed.Refuse("passphrase", words["firstRun.restore.sealed"]);
            return Page(typed, null, StatusCodes.Status400BadRequest);
        }
        catch (Exception wrong) when (run.IsOpen && wrong is RefusedException or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            return Page(Typed.Of(words), wrong.Message.Replace(laid, words["firstRun.restore.sent"], StringComparison.Ordinal), StatusCodes.Status400BadRequest);
        }
        finally
        {
            if (System.IO.File.Exists(laid)) System.IO.File.Delete(laid);
        }
    }

    private static RazorComponentResult<RestoreBackup> Refused(Words words, string path, string why)
    {
        var typed = Typed.Of(words, ("path", path));
        typed.Refuse(path.Length > 0 ? "path" : "archive", why);
        return Page(typed, null, StatusCodes.Status400BadRequest);
    }
}
