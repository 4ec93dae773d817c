using Cairn.App.Access;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Learning.Policies;
using Cairn.Storage;

namespace Cairn.App.Features.Diplomas;

/// <summary>An audit in words for whoever reads it: the learner, the family, or who works here.</summary>
/// <param name="words">The reader's words.</param>
/// <param name="visit">Who reads.</param>
/// <param name="learner">Whose audit.</param>
/// <param name="called">What the district calls what rules name by codes, where many audits are told; else it is read for this one.</param>
internal sealed class AuditWords(Words words, Visit visit, Learner learner, PolicyNames? called = null)
{
    private readonly bool _isSelf = visit.Actor!.Kind == ActorKind.Learner;
    private readonly bool _isFamily = !visit.Actor!.IsEducator;

    public RequirementWords Of { get; } = new(words, called ?? new(visit));

    /// <summary>The first sentence: how the learner stands.</summary>
    public string Title(DiplomaAudit audit) => audit.State switch
    {
        DiplomaState.NotYet or DiplomaState.OnTrack => words[_isFamily ? "diploma.title.family" : $"diploma.title.{audit.State}", ("self", _isSelf), ("name", learner.CalledName), ("met", audit.MetCount), ("all", audit.EndCount), ("gaps", audit.Gaps.Count)],
        _ => words[$"diploma.title.{audit.State}", ("self", _isSelf), ("name", learner.CalledName), ("family", _isFamily)],
    };

    /// <summary>How a node stands.</summary>
    public AuditMark MarkOf(Finding found, int met, int all)
    {
        var isPart = found.Node is Leaf && found.Used.Sum(one => one.Units) > 0;
        return found.Status switch
        {
            FindingStatus.Met => new("check", "met", words["diploma.mark.met"]),
            FindingStatus.Waived => new("waived", "waived", words["diploma.mark.waived"]),
            FindingStatus.Closed => new("open", "notyet", words[_isFamily ? "diploma.mark.notYet" : "diploma.mark.closed"]),
            _ when found.Node is Several && all > 0 && met > 0 => new("half", "going", words["diploma.mark.some", ("met", met), ("all", all)]),
            FindingStatus.OnTrack => new("half", "going", words["diploma.mark.going"]),
            FindingStatus.NeedsPerson => new("person", "person", words["diploma.mark.person"]),
            FindingStatus.NotDecided => new("open", "notyet", words["diploma.mark.notDecided"]),
            _ => isPart ? new("half", "going", words["diploma.mark.part", ("had", found.Used.Sum(one => one.Units)), ("all", found.Used.Sum(one => one.Units) + (found.Remaining ?? 0))]) : new("open", "notyet", words["diploma.mark.notYet"]),
        };
    }

    /// <summary>Why a gap is there.</summary>
    public string WhyOf(DiplomaGap gap, Func<string, OwnAchievement?> find)
    {
        if (gap.Gap is not { } missing) return words["diploma.why.Closed", ("family", _isFamily)];
        var had = missing switch
        {
            { Node: Score, Has: { } score, Asks: { } asks } => words["diploma.why.score", ("has", score), ("asks", asks)] + " ",
            { Node: Leaf, Has: > 0, Asks: { } asks } => words["diploma.why.part", ("has", missing.Has!.Value), ("asks", Of.Amount(asks, missing.Node))] + " ",
            _ => "",
        };
        var names = NamesOf(missing.Routes.Where(one => one.Kind == RouteKind.UnderWay || (gap.Cause == GapCause.Partly && one.Kind == RouteKind.Planned)).SelectMany(one => one.With).Select(find).OfType<OwnAchievement>());
        var rest = missing.Routes.Where(one => one.Kind == RouteKind.New).Sum(one => one.Units);
        // What is under way can count somewhere else, and set free what counts here.
        if (gap.Cause == GapCause.UnderWay && names.Length == 0) return had + words["diploma.why.moves", ("amount", Of.Amount(missing.Remaining, missing.Node))];
        return had + words[$"diploma.why.{gap.Cause}", ("names", names), ("amount", Of.Amount(missing.Remaining, missing.Node)), ("rest", Of.Amount(rest, missing.Node)), ("family", _isFamily)];
    }

    /// <summary>The steps of the fastest legal way.</summary>
    public IEnumerable<string> FastestOf(DiplomaGap gap, Func<string, OwnAchievement?> find)
    {
        if (gap.Gap is not { } missing) yield break;
        foreach (var route in missing.Routes)
        {
            var with = route.With.Select(find).OfType<OwnAchievement>().ToList();
            var names = NamesOf(with);
            if (route.Kind == RouteKind.Person) yield return words["diploma.way.Person", ("roles", RolesOf(route.By)), ("what", Of.NameOf(missing.Node))];
            else if (route.Kind == RouteKind.New) foreach (var one in NewOf(missing, route.Units)) yield return one;
            else if (with.TrueForAll(one => one.IsReady) && with.Count > 0) yield return words["diploma.way.Award", ("names", names), ("amount", Of.Amount(route.Units, missing.Node))];
            else if (with.TrueForAll(one => one.IsProvisional) && with.Count > 0) yield return words["diploma.way.Confirm", ("names", names)];
            else if (names.Length == 0) yield return words["diploma.way.moves", ("self", _isSelf), ("name", learner.CalledName), ("amount", Of.Amount(route.Units, missing.Node))];
            else yield return words[$"diploma.way.{route.Kind}", ("self", _isSelf), ("name", learner.CalledName), ("names", names), ("amount", Of.Amount(route.Units, missing.Node))];
        }
    }

    // Two achievements may bear one name, such as a course that was begun elsewhere and goes on here: it is named once.
    private static string NamesOf(IEnumerable<OwnAchievement> all) => string.Join(", ", all.Select(one => one.Name).Distinct(StringComparer.Ordinal));

    /// <summary>Who can take the next step.</summary>
    public string OwnerOf(DiplomaGap gap, IReadOnlyList<string> counselors) => gap.Owner switch
    {
        GapOwner.NamedRole => RolesOf(gap.Roles),
        GapOwner.Counselor when counselors.Count > 0 => words["diploma.owner.Counselor.named", ("names", string.Join(", ", counselors)), ("self", _isSelf), ("name", learner.CalledName)],
        _ => words[$"diploma.owner.{gap.Owner}", ("self", _isSelf), ("name", learner.CalledName)],
    };

    /// <summary>Roles as rules name them; somebody of the school where they name none.</summary>
    public string RolesOf(IReadOnlyList<string> roles) => roles.Count == 0 ? words["diploma.role.any"] : string.Join(words["diploma.or"], roles.Select((one, i) => one switch
    {
        "principal" or "counselor" or "registrar" or "teacher" or "advisor" or "district" or "panel" => WithinSentence(words[$"diploma.role.{one}"], i),
        _ => RequirementWords.Plain(one),
    }));

    // Each begins a sentence by itself; of several the first does.
    private static string WithinSentence(string role, int at) => at == 0 || role.Length == 0 ? role : char.ToLowerInvariant(role[0]) + role[1..];

    /// <summary>Why something of an achievement is not used.</summary>
    public string UnusedOf(Unused one, Requirement? leaf) => words[$"diploma.unused.{one.Reason}", ("leaf", leaf is null ? "" : Of.NameOf(leaf)), ("family", _isFamily)];

    private IEnumerable<string> NewOf(Gap missing, decimal units)
    {
        if (missing.Node is Score score)
        {
            var scored = string.Join(words["diploma.or"], score.Of.Select(Of.What).Where(one => one.Length > 0).Distinct(StringComparer.Ordinal));
            yield return words["diploma.way.score", ("asks", missing.Asks ?? 0), ("what", scored), ("has", scored.Length > 0)];
        }
        else if (missing.Shortfalls.Count == 0) yield return Shows(Of.Amount(units, missing.Node), "");
        foreach (var one in missing.Shortfalls)
            yield return Shows(Of.Amount(Math.Min(one.Units, units), missing.Node), string.Join(", ", one.Of.Select(Of.What).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)));
    }

    private string Shows(string amount, string what) => words["diploma.way.New", ("amount", amount), ("what", what), ("has", what.Length > 0), ("self", _isSelf), ("name", learner.CalledName)];
}
