using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Features.Accounts;

/// <summary>Whom somebody means who typed a username, or a whole name as pages show it.</summary>
internal static class WhoIsMeant
{
    private const int MostTold = 5;

    /// <summary>The one person who is meant; null where nobody is or several are, which is then said beside the field.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="typed">The form.</param>
    /// <param name="words">The reader's words.</param>
    /// <param name="field">The field with the name.</param>
    /// <param name="none">What is said where it is nobody.</param>
    /// <param name="isMeant">Who comes into question at all.</param>
    public static (ActorKind Kind, Guid Person)? Find(Visit visit, Typed typed, Words words, string field, string none, Func<ActorKind, Guid, bool>? isMeant = null)
    {
        isMeant ??= (_, _) => true;
        if (Claims.Find(visit.Db, typed[field]) is var (kind, person) && isMeant(kind, person)) return (kind, person);
        var named = Claims.Named(visit.Db, typed[field]).Where(one => isMeant(one.Kind, one.Person)).ToList();
        if (named is [var only]) return (only.Kind, only.Person);
        typed.Refuse(field, named.Count == 0 ? none : words["accounts.username.several", ("people", string.Join("; ", named.Take(MostTold).Select(one => $"{one.Name}, {one.Username}")))]);
        return null;
    }
}
