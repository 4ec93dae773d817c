using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
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
    public const int LastPlace = 100_000;
    public const int MostOnAPage = 60;

    public FrameworkVersionId Version => Content.Version.Id;

    public int Edits => Content.Version.Edits;

    /// <summary>What a form that changes it names: this draft and its changes so far. Every draft counts from 0, so the count alone would not tell one from the next.</summary>
    public string Seen => $"{Version.Value:N}.{Edits}";

    public string Title => Content.Framework.Title;

    /// <summary>Where the draft is shown.</summary>
    public string Path => PathOf(Content.Framework.Id);

    /// <summary>Is it too much for one page? Then it is shown area by area.</summary>
    public bool IsLarge => Content.Competencies.Count > MostOnAPage;

    /// <summary>Parts by their names, one after the other.</summary>
    public string NamesOf(IEnumerable<Guid> parts) => string.Join(", ", parts.Select(one => Content.NameOf(one)));

    /// <summary>Where one area of it is shown.</summary>
    public string PathOf(Area area) => $"{Path}?area={area.Id.Value:N}";

    /// <summary>Where it is shown once something at a place of an area was saved.</summary>
    public string SavedPath(AreaId area, int place = 1)
    {
        if (!IsLarge) return $"{Path}?saved";
        var page = 1 + ((Math.Min(place, Content.Competencies.Count(one => one.Area == area) + 1) - 1) / MostOnAPage);
        return $"{Path}?area={area.Value:N}&page={page}&saved";
    }

    public static string PathOf(FrameworkId framework) => $"{Door.Path}/frameworks/{framework.Value:N}";

    /// <summary>
    /// Opens the draft of a framework; null where there is no such framework, or no draft of it. For a form whose draft was adopted
    /// or dropped meanwhile it is what stands in its place: the form is told that it ended, and is shown again with what was typed.
    /// </summary>
    internal static Draft? Find(Visit visit, Guid framework, Typed? typed = null)
    {
        var id = new FrameworkId(framework);
        if (visit.Db.Frameworks.AsNoTracking().FirstOrDefault(one => one.Id == id) is not { } found) return null;
        var inForce = visit.Frameworks.FirstOrDefault(one => one.Content.Framework.Id == id)?.Content;
        if (Drafts.Of(visit.Db, id) is { } draft) return new Draft(Read(visit, found, draft), inForce);
        if (typed is null || VersionIn(typed.Seen) is not { } seen) return null;
        var adopted = visit.Db.FrameworkVersions.AsNoTracking().FirstOrDefault(one => one.Id == seen && one.Framework == id);
        if ((adopted is null ? inForce : Read(visit, found, adopted)) is not { } content) return null;
        typed.Ended = new FormEnd(adopted is not null, $"{PathOf(id)}/draft");
        return new Draft(content, inForce);
    }

    /// <summary>The draft that a form was opened on; null where it names none.</summary>
    internal static FrameworkVersionId? VersionIn(string seen) => Guid.TryParseExact(seen.Split('.')[0], "N", out var id) ? new FrameworkVersionId(id) : null;

    private static FrameworkContent Read(Visit visit, Framework framework, FrameworkVersion version) =>
        FrameworkInForce.ReadVersion(visit.Db, framework, version, visit.Db.Scales.AsNoTracking().ToList());

    /// <summary>Changes the draft, unless somebody changed it since the form was shown: then the form is told, and nothing is stored.</summary>
    internal async Task<bool> Change(Visit visit, Typed typed, Action<WriteTurn> change)
    {
        var isTaken = typed.Seen == Seen && await visit.Write(turn =>
        {
            if (!Drafts.Take(turn, Version, Edits)) return false;
            change(turn);
            return true;
        });
        typed.IsOvertaken = !isTaken;
        return isTaken;
    }

    /// <summary>The code of a part: addresses are made of it. What came from elsewhere may keep its own.</summary>
    internal static string CodeOf(Typed typed, Words words, string? was)
    {
        var code = typed.Text("code", Math.Max(LongestCode, was?.Length ?? 0), isNeeded: true);
        if (code.Length > 0 && code != was && !PartCode.IsPlain(code)) typed.Refuse("code", words["workshop.code.odd"]);
        return code;
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
