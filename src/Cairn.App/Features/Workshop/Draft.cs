using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>The draft of a framework, opened, with what is in force beside it.</summary>
/// <param name="Content">Everything the draft holds.</param>
/// <param name="InForce">The version in force; null where none was ever adopted.</param>
public sealed record Draft(FrameworkContent Content, FrameworkContent? InForce)
{
    public const int LongestCode = 40;
    public const int LongestTitle = 200;
    public const int LongestText = 4000;
    public const int MostPieces = 100;

    public FrameworkVersionId Version => Content.Version.Id;

    public int Edits => Content.Version.Edits;

    public string Title => Content.Framework.Title;

    /// <summary>Where the draft is shown.</summary>
    public string Path => PathOf(Content.Framework.Id);

    public static string PathOf(FrameworkId framework) => $"{Door.Path}/frameworks/{framework.Value:N}";

    /// <summary>Opens the draft of a framework; null where there is no such framework, or no draft of it.</summary>
    internal static Draft? Find(Visit visit, Guid framework)
    {
        var id = new FrameworkId(framework);
        if (visit.Db.Frameworks.AsNoTracking().FirstOrDefault(one => one.Id == id) is not { } found || Drafts.Of(visit.Db, id) is not { } draft) return null;
        return new Draft(FrameworkInForce.ReadVersion(visit.Db, found, draft, visit.Db.Scales.AsNoTracking().ToList()), visit.Frameworks.FirstOrDefault(one => one.Content.Framework.Id == id)?.Content);
    }

    /// <summary>Changes the draft, unless somebody changed it since the form was shown: then the form is told, and nothing is stored.</summary>
    internal async Task<bool> Change(Visit visit, Typed typed, Action<WriteTurn> change)
    {
        var isTaken = typed.WholeOrNone("edits", 0, int.MaxValue) == Edits && await visit.Served.District!.Writer.Alone(turn =>
        {
            if (!Drafts.Take(turn, Version, Edits)) return false;
            change(turn);
            return true;
        });
        typed.IsOvertaken = !isTaken;
        return isTaken;
    }

    /// <summary>Stores a row that is new or stands in the draft already.</summary>
    internal static void Put<T>(WriteTurn turn, T row, bool isNew)
        where T : class
    {
        if (isNew) turn.Db.Add(row);
        else turn.Db.Update(row);
    }

    /// <summary>Puts a row at a place among its neighbours; the others that move for it are stored, too.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="neighbours">The others, in order.</param>
    /// <param name="row">The row; it is stored by the caller.</param>
    /// <param name="place">The wanted place, from 1.</param>
    /// <param name="at">A row at another place.</param>
    /// <param name="place0">Where a row stands.</param>
    internal static T Place<T>(WriteTurn turn, IEnumerable<T> neighbours, T row, int place, Func<T, int, T> at, Func<T, int> place0)
        where T : class
    {
        var all = neighbours.ToList();
        var index = Math.Clamp(place - 1, 0, all.Count);
        all.Insert(index, row);
        for (var i = 0; i < all.Count; i++)
            if (i != index && place0(all[i]) != i + 1) turn.Db.Update(at(all[i], i + 1));
        return at(row, index + 1);
    }
}
